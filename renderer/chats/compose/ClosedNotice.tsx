import { Trans, useLingui } from '@lingui/react/macro';
import { LayoutTemplate } from 'lucide-react';
import type { ConversationView } from '../../../shared/contract/chats.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSayReason } from '../../ui/use-say-reason.ts';

/** Stands in place of the field where free text is not possible: why, and what is. */
export function ClosedNotice({ conversation, onTemplate }: { conversation: ConversationView; onTemplate: () => void }) {
  const { t } = useLingui();
  const say = useSayReason();
  const { phone } = conversation.customer;
  return (
    <Notice
      tone="warn"
      title={say('window-closed').title}
      actions={
        <>
          <Button look="go" data-composer="" onPress={onTemplate}>
            <LayoutTemplate size={16} aria-hidden="true" />
            <Trans>Send a template</Trans>
          </Button>
          {phone === null ? null : <CopyButton text={phone} label={t`Copy the phone number`} />}
        </>
      }
    >
      {phone === null ? (
        <Trans>An approved template still goes out. As soon as the customer writes again, you can answer freely for 24 hours.</Trans>
      ) : (
        <Trans>
          An approved template still goes out, and you can call {<bdi>{phone}</bdi>}. As soon as the customer writes again, you can answer freely for 24 hours.
        </Trans>
      )}
    </Notice>
  );
}
