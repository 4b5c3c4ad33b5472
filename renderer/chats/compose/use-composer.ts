import { useState } from 'react';
import type { RefObject } from 'react';
import type { ConversationView } from '../../../shared/contract/chats.ts';
import { useKeysWithin } from '../../keys/use-keys-within.ts';
import { useAttachments } from '../attach/use-attachments.ts';
import { useDropFiles } from '../attach/use-drop-files.ts';
import { useServeComposer } from '../composer-actions.tsx';
import { focusComposer } from '../focus-composer.ts';
import { useReply } from '../use-reply.ts';
import { useVoiceNote } from '../voice/use-voice-note.ts';
import type { OpenDialog } from './ComposerDialogs.tsx';
import { deedOf, needsWindow } from './composer-keys.ts';
import type { ComposerDeed } from './composer-keys.ts';
import { useQuote } from './use-quote.ts';
import { useSendOther } from './use-send-other.ts';
import { useSendVoice } from './use-send-voice.ts';
import { useTellTyping } from './use-tell-typing.ts';

type Given = {
  conversation: ConversationView;
  isOpen: boolean;
  root: RefObject<HTMLElement | null>;
  field: RefObject<HTMLTextAreaElement | null>;
  thread: RefObject<HTMLElement | null>;
};

/** Everything that the composer of a chat knows and does. */
export function useComposer({ conversation, isOpen, root, field, thread }: Given) {
  const quote = useQuote(conversation);
  const reply = useReply(conversation, quote.messageId, quote.markSent);
  const other = useSendOther(conversation.id);
  const files = useAttachments(conversation.id);
  const voice = useVoiceNote();
  const sendingVoice = useSendVoice(conversation.id, () => {
    quote.markSent();
    voice.discard();
    focusComposer();
  });
  const tellTyping = useTellTyping(conversation.id);
  const [shown, setShown] = useState<OpenDialog>(null);

  const write = (text: string) => {
    reply.setText(text);
    if (text.trim() !== '' && isOpen) tellTyping();
  };
  const attach = (chosen: readonly File[]) => {
    if (!isOpen || chosen.length === 0) return;
    void files.attachments.add(chosen);
    setShown('attach');
  };
  const act = (deed: ComposerDeed) => {
    if (needsWindow(deed) && !isOpen) return;
    if (deed === 'contact' && conversation.customer.phone !== null) return;
    if (deed !== 'voice') setShown(deed);
    else if (voice.note.at === 'idle' || voice.note.at === 'failed') voice.start();
    else voice.stop();
  };
  useServeComposer({
    quoteMessage: (messageId) => {
      quote.choose(messageId);
      focusComposer();
    },
    insertText: (more) => {
      const start = field.current?.selectionStart ?? reply.text.length;
      const end = field.current?.selectionEnd ?? start;
      write(`${reply.text.slice(0, start)}${more}${reply.text.slice(end)}`);
      focusComposer();
    },
    react: (messageId, emoji) => other.send({ kind: 'reaction', messageId, emoji }, null, () => undefined),
    openTemplates: () => setShown('template'),
    attach,
  });
  // Before the view around hears it, for which Escape means "back to the list".
  useKeysWithin(root, (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (voice.note.at === 'recording') voice.stop();
    else if (quote.chosen !== null) quote.forget();
    else return;
    event.preventDefault();
  });
  useKeysWithin(thread, (event) => {
    const deed = deedOf(event);
    if (deed === null) return;
    event.preventDefault();
    act(deed);
  });
  return {
    quote,
    reply,
    other,
    files,
    voice,
    shown,
    show: setShown,
    write,
    attach,
    act,
    isOver: useDropFiles(thread, attach),
    isSendingVoice: sendingVoice.isSending,
    sendVoice: (file: File) => sendingVoice.send(file, quote.messageId),
    discardVoice: () => {
      sendingVoice.forget();
      voice.discard();
      focusComposer();
    },
    voiceTrouble: sendingVoice.trouble,
  };
}
