import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import type { OrderView } from '../../shared/contract/orders.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import { orderNumber } from './order-number.ts';
import { usePreviewOptions } from './order-queries.ts';
import { tellInput, UNTOUCHED } from './tell-choice.ts';
import { TellFields } from './TellFields.tsx';
import { useOrderActions } from './use-order-actions.ts';
import styles from './EndDialog.module.css';

type Props = { order: OrderView; onClose: () => void };

/** Asks once before an order is declined (a new one) or cancelled, for a reason, and for what the customer is told. */
export function EndDialog({ order, onClose }: Props) {
  const { i18n } = useLingui();
  const number = orderNumber(order.number, i18n);
  const title = order.state === 'new' ? <Trans>Decline order {number}?</Trans> : <Trans>Cancel order {number}?</Trans>;
  return (
    <DialogFrame title={title} isOpen onClose={onClose}>
      <EndForm order={order} onClose={onClose} />
    </DialogFrame>
  );
}

function EndForm({ order, onClose }: Props) {
  const { t } = useLingui();
  const { step } = useOrderActions();
  const offline = useOffline();
  const say = useSayReason();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [reason, setReason] = useState('');
  const [tell, setTell] = useState(UNTOUCHED);
  const isNew = order.state === 'new';
  const action = isNew ? ('decline' as const) : ('cancel' as const);
  const written = useDeferredValue(reason.trim());
  const preview = useQuery(usePreviewOptions({ orderId: order.id, action, reason: written }));
  const refusal = step.data?.ok === false ? say(step.data.reason) : null;
  const send = () => {
    if (offline || step.isPending) return;
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    step.mutate({ orderId: order.id, action, ...why, ...tellInput(tell) }, { onSuccess: (answer) => (answer.ok ? onClose() : undefined) });
  };
  return (
    <Form
      className={styles['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <fieldset className={styles['quick']} aria-label={t`Usual reasons`}>
        {[t`Sold out`, t`We are closed`, t`Too far away`, t`The customer asked for it`].map((words) => (
          <Button key={words} className={styles['chip']} aria-pressed={reason === words} onPress={() => setReason(reason === words ? '' : words)}>
            {words}
          </Button>
        ))}
      </fieldset>
      <TextInput label={<Trans>Reason (not needed)</Trans>} value={reason} maxLength={500} inputRef={field} onChange={setReason} />
      {preview.data ? (
        <TellFields preview={preview.data} choice={tell} onChoose={setTell} />
      ) : preview.isSuccess ? (
        <p className={styles['hint']}>
          <Trans>The customer is not told by this. Write in the chat if you want to explain.</Trans>
        </p>
      ) : null}
      {refusal ? (
        <Notice tone="warn" isLive title={refusal.title}>
          {refusal.todo}
        </Notice>
      ) : null}
      {step.isError ? <Notice tone="bad" isLive title={<Trans>This did not work. Try again.</Trans>} /> : null}
      <div className={styles['buttons']}>
        <Button size="big" onPress={onClose}>
          <Trans>Keep the order</Trans>
        </Button>
        <Button look="go" size="big" type="submit" isDisabled={offline || step.isPending}>
          {isNew ? <Trans>Decline the order</Trans> : <Trans>Cancel the order</Trans>}
        </Button>
      </div>
    </Form>
  );
}
