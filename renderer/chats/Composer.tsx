import { Trans } from '@lingui/react/macro';
import { useRef } from 'react';
import type { RefObject } from 'react';
import type { ConversationView } from '../../shared/contract/chats.ts';
import type { MessageView } from '../../shared/contract/messages.ts';
import { TEXT_LIMIT } from '../../shared/domain/send-limits.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { DropZone } from './attach/DropZone.tsx';
import { ClosedNotice } from './compose/ClosedNotice.tsx';
import { ComposerDialogs } from './compose/ComposerDialogs.tsx';
import { SendRefusal } from './compose/SendRefusal.tsx';
import { useComposer } from './compose/use-composer.ts';
import { WriteField } from './compose/WriteField.tsx';
import { focusComposer } from './focus-composer.ts';
import { PinnedQuestion } from './PinnedQuestion.tsx';
import { QuotedAbove } from './QuotedAbove.tsx';
import { ServiceMonth } from './ServiceMonth.tsx';
import { VoiceRow } from './voice/VoiceRow.tsx';
import { VoiceTrouble } from './voice/VoiceTrouble.tsx';
import { WindowClock } from './WindowClock.tsx';
import { windowNow } from './window-now.ts';
import styles from './Composer.module.css';

/** From here on the page counts. */
const COUNT_FROM = 3800;

type Props = {
  conversation: ConversationView;
  name: string;
  messages: readonly MessageView[];
  /** The chat around, whose keys and dropped files are the composer's. */
  thread: RefObject<HTMLElement | null>;
};

/** The field one answers in. Where free text is not possible, it says why, and what is. */
export function Composer({ conversation, name, messages, thread }: Props) {
  const offline = useOffline();
  const now = useNow(10_000);
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const open = windowNow(conversation.window, now).state === 'open';
  const composer = useComposer({ conversation, isOpen: open, root, field, thread });
  const { quote, reply, other, voice, files } = composer;
  const asked = conversation.askedMessageId;
  const length = [...reply.text].length;
  const canSend = open && !offline && reply.text.trim() !== '' && length <= TEXT_LIMIT;
  const { note } = voice;
  return (
    <div ref={root} className={styles['composer']}>
      {composer.isOver ? <DropZone canTake={open} /> : null}
      {conversation.asked && asked !== null ? (
        <PinnedQuestion
          conversation={conversation}
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
      <SendRefusal
        refusal={reply.refusal ?? other.refusal ?? composer.voiceTrouble.refusal}
        failed={reply.failed || other.failed || composer.voiceTrouble.failed}
      />
      {note.at === 'failed' ? <VoiceTrouble why={note.why} onRetry={voice.start} onClose={voice.discard} /> : null}
      {note.at !== 'idle' && note.at !== 'failed' ? (
        <VoiceRow
          note={note}
          onStop={voice.stop}
          isSending={composer.isSendingVoice}
          onDiscard={composer.discardVoice}
          onSend={(file) => void composer.sendVoice(file)}
        />
      ) : open ? (
        <WriteField
          conversation={conversation}
          name={name}
          field={field}
          root={root}
          text={reply.text}
          canSend={canSend}
          onText={composer.write}
          onSend={reply.send}
          onDo={composer.act}
          onFiles={composer.attach}
        />
      ) : (
        <ClosedNotice conversation={conversation} onTemplate={() => composer.show('template')} />
      )}
      <div className={styles['foot']}>
        <WindowClock window={conversation.window} isWaiting={conversation.unansweredSince !== null} />
        <ServiceMonth />
        {length >= COUNT_FROM ? (
          <output className={styles['count']} data-over={length > TEXT_LIMIT ? '' : undefined}>
            {length > TEXT_LIMIT ? <Trans>{length - TEXT_LIMIT} characters too many</Trans> : <Trans>{TEXT_LIMIT - length} characters left</Trans>}
          </output>
        ) : null}
      </div>
      <ComposerDialogs
        open={composer.shown}
        conversation={conversation}
        name={name}
        messages={messages}
        text={reply.text}
        quoteMessageId={quote.messageId}
        attachments={files.attachments}
        list={files.list}
        onClose={() => composer.show(null)}
        onSent={quote.markSent}
        onTextSent={() => reply.setText('')}
      />
    </div>
  );
}
