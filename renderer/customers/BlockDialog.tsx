import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import type { CustomerView } from '../../shared/contract/customers.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { customerName } from '../ui/customer-name.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import styles from './customer.module.css';

/** Asks before a customer is blocked or let in again, and says why WhatsApp refused it. */
export function BlockDialog({ view, onClose }: { view: CustomerView; onClose: () => void }) {
  const { i18n } = useLingui();
  const api = useApi();
  const say = useSayReason();
  const name = customerName(view.customer, i18n);
  const on = view.blockedAt === null;
  const block = useMutation({
    mutationFn: () => api.customers.block({ customerId: view.customer.id, on }),
    onSuccess: (answer) => (answer.ok ? onClose() : undefined),
  });
  const refusal = block.data?.ok === false ? block.data.reason : on ? view.blockTrouble : null;
  const words = refusal === null ? null : say(refusal);
  return (
    <DialogFrame title={on ? <Trans>Block {name}?</Trans> : <Trans>Let {name} in again?</Trans>} isOpen onClose={onClose}>
      <p>
        {on ? (
          <Trans>WhatsApp then passes on nothing that this customer writes or orders, and nothing can be sent to them. They are not told.</Trans>
        ) : (
          <Trans>They can write and order again, and can be written to.</Trans>
        )}
      </p>
      {words || block.isError ? (
        <Notice tone="warn" isLive title={words ? words.title : <Trans>Shopbell did not answer</Trans>}>
          {words ? words.todo : <Trans>Try it again in a moment.</Trans>}
        </Notice>
      ) : null}
      <div className={styles['actions']}>
        <Button look="go" isDisabled={block.isPending || (on && view.blockTrouble !== null)} onPress={() => block.mutate()}>
          {on ? <Trans>Block</Trans> : <Trans>Unblock</Trans>}
        </Button>
        <Button look="quiet" onPress={onClose}>
          <Trans>Leave it as it is</Trans>
        </Button>
      </div>
    </DialogFrame>
  );
}
