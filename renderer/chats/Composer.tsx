import { Trans, useLingui } from '@lingui/react/macro';
import { SendHorizontal } from 'lucide-react';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { ConversationView } from '../../shared/contract/chats.ts';
import type { MessageView } from '../../shared/contract/messages.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { useKeysWithin } from '../keys/use-keys-within.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSayReason } from '../ui/use-say-reason.ts';
import { useQuote } from './compose/use-quote.ts';
import { useSendOther } from './compose/use-send-other.ts';
import { useServeComposer } from './composer-actions.tsx';
import { focusComposer } from './focus-composer.ts';
import { PinnedQuestion } from './PinnedQuestion.tsx';
import { QuotedAbove } from './QuotedAbove.tsx';
import { useReply } from './use-reply.ts';
import { WindowClock } from './WindowClock.tsx';
import { windowNow } from './window-now.ts';
import styles from './Composer.module.css';

/** WhatsApp's own limit of a text, in characters. */
const LONGEST = 4096;
/** From here on the page counts. */
const COUNT_FROM = 3800;

type Props = { conversation: ConversationView; name: string; messages: readonly MessageView[] };

/** The field one answers in. Where free text is not possible, it says why. */
export function Composer({ conversation, name, messages }: Props) {
  const { t } = useLingui();
  const offline = useOffline();
  const say = useSayReason();
  const now = useNow(10_000);
  const asked = conversation.askedMessageId;
  const quote = useQuote(conversation);
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, setText, send, refusal, failed, isPending } = useReply(conversation.id, quote.messageId, quote.forget);
  const other = useSendOther(conversation.id);
  const open = windowNow(conversation.window, now).state === 'open';
  const length = [...text].length;
  const canSend = open && !offline && !isPending && text.trim() !== '' && length <= LONGEST;

  useServeComposer({
    quoteMessage: (messageId) => {
      quote.choose(messageId);
      focusComposer();
    },
    insertText: (more) => {
      const start = field.current?.selectionStart ?? text.length;
      setText(`${text.slice(0, start)}${more}${text.slice(field.current?.selectionEnd ?? start)}`);
      focusComposer();
    },
    react: (messageId, emoji) => other.send({ kind: 'reaction', messageId, emoji }, null, () => undefined),
    openTemplates: () => undefined,
    attach: () => undefined,
  });

  // Before the view around hears it, for which Escape means "back to the list".
  useKeysWithin(root, (event) => {
    if (event.key !== 'Escape' || quote.chosen === null) return;
    event.preventDefault();
    quote.forget();
  });

  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes a word, Enter chooses the word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (canSend) send();
  };
  const closed = say('window-closed');
  const why = refusal ?? other.refusal;
  const refused = why === null ? null : say(why);
  return (
    <div ref={root} className={styles['composer']}>
      {conversation.asked && asked !== null ? (
        <PinnedQuestion
          product={conversation.asked}
          askedAt={conversation.askedAt}
          waits={conversation.questionSince !== null}
          quotes={quote.quotesQuestion}
          canAnswer={open}
          onQuote={(on) => {
            quote.quoteQuestion(on);
            if (on) focusComposer();
          }}
        />
      ) : null}
      {quote.chosen === null ? null : <QuotedAbove message={messages.find(({ id }) => id === quote.chosen) ?? null} onRemove={quote.forget} />}
      {open ? null : (
        <Notice tone="warn" title={closed.title}>
          {closed.todo}
        </Notice>
      )}
      {refused || failed || other.failed ? (
        <Notice tone="bad" isLive title={refused ? refused.title : <Trans>Shopbell did not answer</Trans>}>
          {refused ? refused.todo : <Trans>Your text is still here. Send it once more: it goes out only once.</Trans>}
        </Notice>
      ) : null}
      {open ? (
        <div className={styles['field']}>
          <textarea
            ref={field}
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
