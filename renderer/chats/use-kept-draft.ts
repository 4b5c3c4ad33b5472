import { useEffect, useEffectEvent, useState } from 'react';
import { useApi, useAppView, useOffline } from '../cable/ConnectionProvider.tsx';
import { adoptDraft, dropAddition, keepDraft, markKept, openDraft, returned, returnToChat } from './chat-drafts.ts';
import type { ChatDraft, SentText } from './chat-drafts.ts';

/** How long nothing is typed until the main side is told, ms. */
const REST = 1000;

const newId = () => crypto.randomUUID();

/** The draft of a conversation: the same on every screen, and after a restart. @param kept what the conversation says is kept */
export function useKeptDraft(conversationId: number, kept: string) {
  const api = useApi();
  const offline = useOffline();
  const key = `${useAppView()?.shop ?? ''} ${conversationId}`;
  const [draft, setDraft] = useState(() => openDraft(key, kept, newId));
  if (draft.seen !== kept) setDraft(adoptDraft(draft, kept, newId));
  const change = (next: (now: ChatDraft) => ChatDraft) => {
    setDraft((now) => {
      const changed = next(now);
      keepDraft(key, changed);
      return changed;
    });
  };
  useEffect(() => dropAddition(key), [key]);
  const { text } = draft;
  const isNewer = text !== draft.saved;
  const save = useEffectEvent(() => {
    api.chats.draft({ conversationId, text }).then(
      () => {
        // The chat may have been left meanwhile: then no state is there to be changed.
        markKept(key, text);
        change((now) => ({ ...now, saved: text }));
      },
      // Tried again with the next letter, or when the cable is back; until then it stands here.
      () => undefined,
    );
  });
  useEffect(() => {
    if (!isNewer || offline) return undefined;
    const timer = setTimeout(() => save(), text === '' ? 0 : REST);
    return () => clearTimeout(timer);
  }, [isNewer, text, offline]);
  const leave = useEffectEvent(() => {
    keepDraft(key, draft);
    if (isNewer && !offline) save();
  });
  useEffect(() => () => leave(), []);
  // A window that is closed tells nobody but this.
  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') leave();
    };
    document.addEventListener('visibilitychange', hide);
    return () => document.removeEventListener('visibilitychange', hide);
  }, []);
  return {
    draft,
    change,
    /** Also where the chat was left meanwhile. */
    putBack: (sent: SentText) => {
      returnToChat(key, sent, newId);
      change((now) => returned(now, sent, newId));
    },
  };
}
