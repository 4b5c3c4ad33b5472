import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { LayoutTemplate, PencilLine, RotateCw } from 'lucide-react';
import type { MessageView } from '../../shared/contract/messages.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { SettingsLink } from '../settings/SettingsLink.tsx';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSayReason } from '../ui/use-say-reason.ts';
import { useComposerActions } from './composer-actions.tsx';
import { wordsIn } from './kinds/line-words.ts';
import styles from './SendTrouble.module.css';

/** Why a message of ours waits, failed, or may not have gone, what happens next, and the button to send it again. */
export function SendTrouble({ message }: { message: MessageView }) {
  const { status } = message;
  if (status === 'queued' || status === 'sending') return message.failure ? <Waits message={message} reason={message.failure.reason} /> : null;
  if (status !== 'failed' && status !== 'unknown') return null;
  return <NotSent message={message} status={status} />;
}

function Waits({ message, reason }: { message: MessageView; reason: Reason }) {
  const say = useSayReason();
  const formats = useFormats();
  const now = useNow();
  const { title, todo } = say(reason);
  return (
    <output className={styles['waits']}>
      <strong>{title}.</strong> {message.retryAt === null ? todo : <Trans>Trying again in {formats.span(Math.max(0, message.retryAt - now))}</Trans>}
    </output>
  );
}

function NotSent({ message, status }: { message: MessageView; status: 'failed' | 'unknown' }) {
  const api = useApi();
  const offline = useOffline();
  const say = useSayReason();
  const composer = useComposerActions();
  const text = message.content.kind === 'text' ? wordsIn(message.content) : null;
  const again = useMutation({ mutationFn: () => api.chats.sendAgain({ messageId: message.id }) });
  const reason = message.failure?.reason ?? (status === 'unknown' ? 'lost-answer' : 'unknown-code');
  const words = say(reason);
  const refusal = again.data?.ok === false ? say(again.data.reason) : null;
  return (
    <div className={styles['trouble']} data-status={status}>
      <p>
        <strong>{words.title}.</strong> {words.todo} <SettingsLink reason={reason} />
      </p>
      {message.failure?.details ? (
        <p className={styles['details']} dir="ltr">
          {message.failure.details}
          {message.failure.code === null || message.failure.details.includes(String(message.failure.code)) ? null : ` (${message.failure.code})`}
        </p>
      ) : null}
      {message.sentAgainAs === null ? (
        <div className={styles['steps']}>
          {reason === 'window-closed' && composer ? (
            <Button size="small" onPress={composer.openTemplates}>
              <LayoutTemplate size={15} aria-hidden="true" />
              <Trans>Send a template</Trans>
            </Button>
          ) : null}
          <Button size="small" isDisabled={offline || again.isPending} onPress={() => again.mutate()}>
            <RotateCw size={15} aria-hidden="true" />
            <Trans>Send again</Trans>
          </Button>
          {text === null || !composer ? null : (
            <Button size="small" onPress={() => composer.insertText(text)}>
              <PencilLine size={15} aria-hidden="true" />
              <Trans>Write it anew</Trans>
            </Button>
          )}
        </div>
      ) : (
        <p className={styles['details']}>
          <Trans>Was sent again, further down.</Trans>
        </p>
      )}
      {refusal ? (
        <p role="alert">
          <strong>{refusal.title}.</strong> {refusal.todo}
        </p>
      ) : null}
      {again.isError ? (
        <p role="alert">
          <Trans>This did not work. Try again.</Trans>
        </p>
      ) : null}
    </div>
  );
}
