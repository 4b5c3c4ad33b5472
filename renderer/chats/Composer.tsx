import { Trans, useLingui } from '@lingui/react/macro';
import { SendHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ConversationView } from '../../shared/contract/chats.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSayReason } from '../ui/use-say-reason.ts';
import { focusComposer } from './focus-composer.ts';
import { PinnedQuestion } from './PinnedQuestion.tsx';
import { useReply } from './use-reply.ts';
import { WindowClock } from './WindowClock.tsx';
import { windowNow } from './window-now.ts';
import styles from './Composer.module.css';

/** WhatsApp's own limit of a text, in characters. */
const LONGEST = 4096;
/** From here on the page counts. */
const COUNT_FROM = 3800;

/** The field one answers in. Where free text is not possible, it says why. */
export function Composer({ conversation, name }: { conversation: ConversationView; name: string }) {
  const { t } = useLingui();
  const offline = useOffline();
  const say = useSayReason();
  const now = useNow(10_000);
  const [chosen, setChosen] = useState<{ asked: number; quotes: boolean } | null>(null);
  const asked = conversation.askedMessageId;
  // A question that waits is quoted; one that was answered stays in sight, and is quoted on request.
  const quotes = asked !== null && (chosen?.asked === asked ? chosen.quotes : conversation.questionSince !== null);
  const { text, setText, send, refusal, failed, isPending } = useReply(conversation.id, quotes ? asked : null, () => setChosen(null));
  const open = windowNow(conversation.window, now).state === 'open';
  const length = [...text].length;
  const canSend = open && !offline && !isPending && text.trim() !== '' && length <= LONGEST;

  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes a word, Enter chooses the word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (canSend) send();
  };
  const closed = say('window-closed');
  const refused = refusal === null ? null : say(refusal);
  return (
    <div className={styles['composer']}>
      {conversation.asked && asked !== null ? (
        <PinnedQuestion
          product={conversation.asked}
          askedAt={conversation.askedAt}
          waits={conversation.questionSince !== null}
          quotes={quotes}
          canAnswer={open}
          onQuote={(on) => {
            setChosen({ asked, quotes: on });
            if (on) focusComposer();
          }}
        />
      ) : null}
      {open ? null : (
        <Notice tone="warn" title={closed.title}>
          {closed.todo}
        </Notice>
      )}
      {refused || failed ? (
        <Notice tone="bad" isLive title={refused ? refused.title : <Trans>Shopbell did not answer</Trans>}>
          {refused ? refused.todo : <Trans>Your text is still here. Send it once more: it goes out only once.</Trans>}
        </Notice>
      ) : null}
      {open ? (
        <div className={styles['field']}>
          <textarea
            className={styles['text']}
            rows={Math.min(6, Math.max(1, text.split('\n').length))}
            value={text}
            placeholder={t`Write to ${name} …`}
            aria-label={t`Write to ${name}`}
            dir="auto"
            data-composer=""
            onChange={(event) => setText(event.target.value)}
            onKeyDown={pressed}
          />
          <Button look="go" size="big" isDisabled={!canSend} onPress={send}>
            <SendHorizontal size={18} aria-hidden="true" />
            <Trans>Send</Trans>
          </Button>
        </div>
      ) : null}
      <div className={styles['foot']}>
        <WindowClock window={conversation.window} />
        {length >= COUNT_FROM ? (
          <output className={styles['count']} data-over={length > LONGEST ? '' : undefined}>
            {length > LONGEST ? <Trans>{length - LONGEST} characters too many</Trans> : <Trans>{LONGEST - length} characters left</Trans>}
          </output>
        ) : null}
      </div>
    </div>
  );
}
