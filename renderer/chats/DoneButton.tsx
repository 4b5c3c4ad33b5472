import { Trans, useLingui } from '@lingui/react/macro';
import { CheckCheck } from 'lucide-react';
import type { ConversationView } from '../../shared/contract/chats.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { useDone } from './use-done.ts';
import styles from './Thread.module.css';

/** Puts aside what a customer wrote and needs no answer; shown only while somebody waits. */
export function DoneButton({ conversation }: { conversation: ConversationView }) {
  const { t } = useLingui();
  const offline = useOffline();
  const { done, isPending } = useDone();
  if (conversation.unansweredSince === null && conversation.questionSince === null) return null;
  return (
    <Button look="quiet" isDisabled={offline || isPending} aria-label={t`Needs no answer`} onPress={() => done(conversation.id)}>
      <CheckCheck size={18} aria-hidden="true" />
      <span className={styles['doneWords']}>
        <Trans>Needs no answer</Trans>
      </span>
    </Button>
  );
}
