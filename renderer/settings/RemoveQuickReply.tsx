import { Trans } from '@lingui/react/macro';
import type { QuickReply } from '../../shared/contract/answers.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './QuickReplyDialog.module.css';

type Props = { reply: QuickReply | null; isBusy: boolean; failed: boolean; onRemove: (reply: QuickReply) => void; onClose: () => void };

/** Asks before a text is removed: it may be long, and nothing brings it back. */
export function RemoveQuickReply({ reply, isBusy, failed, onRemove, onClose }: Props) {
  return (
    <DialogFrame title={<Trans>Remove /{reply?.shortcut ?? ''}?</Trans>} isOpen={reply !== null} onClose={onClose}>
      <p>
        <Trans>The text is gone then, in every language. What was sent with it stays.</Trans>
      </p>
      {failed ? (
        <Notice tone="bad" isLive title={<Trans>It was not removed</Trans>}>
          <Trans>Try it again.</Trans>
        </Notice>
      ) : null}
      <div className={styles['foot']}>
        <Button onPress={onClose}>
          <Trans>Keep it</Trans>
        </Button>
        <Button look="go" isDisabled={isBusy} onPress={() => (reply ? onRemove(reply) : undefined)}>
          <Trans>Remove</Trans>
        </Button>
      </div>
    </DialogFrame>
  );
}
