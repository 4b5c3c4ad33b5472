import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import type { OrderView } from '../../shared/contract/orders.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import { useOrderActions } from './use-order-actions.ts';
import styles from './DeclineDialog.module.css';

/** Asks once before an order is declined, and for a reason if there is one to keep. */
export function DeclineDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  return (
    <DialogFrame title={<Trans>Decline order #{order.number}?</Trans>} isOpen onClose={onClose}>
      <DeclineForm order={order} onClose={onClose} />
    </DialogFrame>
  );
}

function DeclineForm({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { t } = useLingui();
  const { decline } = useOrderActions();
  const offline = useOffline();
  const say = useSayReason();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [reason, setReason] = useState('');
  const refusal = decline.data?.ok === false ? say(decline.data.reason) : null;
  const send = () => {
    if (offline || decline.isPending) return;
    decline.mutate({ orderId: order.id, reason: reason.trim() }, { onSuccess: (answer) => (answer.ok ? onClose() : undefined) });
  };
  return (
    <Form
      className={styles['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextInput
        label={<Trans>Reason, for your own record (not needed)</Trans>}
        placeholder={t`Sold out, closed, too far …`}
        hint={<Trans>The customer is not told by this. Write in the chat if you want to explain.</Trans>}
        value={reason}
        maxLength={500}
        inputRef={field}
        onChange={setReason}
      />
      {refusal ? (
        <Notice tone="warn" isLive title={refusal.title}>
          {refusal.todo}
        </Notice>
      ) : null}
      {decline.isError ? <Notice tone="bad" isLive title={<Trans>This did not work. Try again.</Trans>} /> : null}
      <div className={styles['buttons']}>
        <Button onPress={onClose}>
          <Trans>Keep the order</Trans>
        </Button>
        <Button look="go" type="submit" isDisabled={offline || decline.isPending}>
          <Trans>Decline the order</Trans>
        </Button>
      </div>
    </Form>
  );
}
