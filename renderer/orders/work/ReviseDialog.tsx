import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { OrderLineView, OrderView } from '../../../shared/contract/orders.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { QuantityInput } from '../../ui/QuantityInput.tsx';
import { useRequestId } from '../../ui/use-request-id.ts';
import { canAsk } from './can-ask.ts';
import { CannotAsk } from './CannotAsk.tsx';
import { ChangeTrouble } from './ChangeTrouble.tsx';
import { revisedTotals } from './revised-totals.ts';
import { useOrderChange } from './use-order-change.ts';
import styles from './form.module.css';

/** Lowers quantities and strikes lines: proposed to the customer, or changed at once. */
export function ReviseDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const formats = useFormats();
  const change = useOrderChange(order.id);
  const request = useRequestId();
  const [quantities, setQuantities] = useState<ReadonlyMap<number, number>>(new Map());
  const set = (position: number, quantity: number | null) => {
    const next = new Map(quantities);
    if (quantity === null || quantity === order.lines.find((line) => line.position === position)?.quantity) next.delete(position);
    else next.set(position, quantity);
    setQuantities(next);
  };
  const isOpen = order.revisions.some((revision) => revision.state === 'proposed');
  const { totals, unclear } = revisedTotals(order, quantities);
  const isEmpty = order.lines.every((line) => (quantities.get(line.position) ?? line.quantity) === 0) && !order.extras.some((extra) => extra.kind === 'line');
  const isChanged = quantities.size > 0 && !isEmpty;
  const askable = canAsk(order) === 'yes';
  const send = (how: 'ask' | 'apply') => {
    const lines = [...quantities].map(([position, quantity]) => ({ position, quantity }));
    change.run((orders) => orders.revise({ orderId: order.id, lines, how, requestId: request.of({ lines, how }) }), {
      onAnswer: request.answered,
      onDone: onClose,
    });
  };
  const money = (sums: OrderView['totals']) => (sums.length === 0 ? <Trans>No total</Trans> : formats.list(sums.map((sum) => formats.money(sum))));
  return (
    <DialogFrame title={<Trans>Something is sold out</Trans>} isOpen onClose={onClose} size="middle" isDismissable={quantities.size === 0}>
      <p className={styles['hint']}>
        <Trans>Lower what you have less of, strike what is gone.</Trans>
      </p>
      <ul className={styles['lines']}>
        {order.lines.map((line) => (
          <Line
            key={line.position}
            line={line}
            quantity={quantities.get(line.position) ?? line.quantity}
            onChange={(quantity) => set(line.position, quantity)}
          />
        ))}
      </ul>
      <dl className={styles['totals']}>
        <dt>
          <Trans>Total until now</Trans>
        </dt>
        <dd>{money(order.totals)}</dd>
        <dt className={styles['new']}>
          <Trans>New total</Trans>
        </dt>
        <dd className={styles['new']} aria-live="polite">
          {money(totals)}
          {unclear > 0 ? (
            <small className={styles['small']}>
              <Plural value={unclear} one="plus # unclear" other="plus # unclear" />
            </small>
          ) : null}
        </dd>
      </dl>
      <div className={styles['hint']}>
        {isEmpty ? (
          <Trans>Nothing would be left. Decline or cancel the order instead.</Trans>
        ) : askable ? (
          <Trans>The customer gets the change and the new total with two buttons, to accept it or to decline it.</Trans>
        ) : (
          <CannotAsk order={order} />
        )}
        {isOpen ? (
          <>
            {' '}
            <Trans>The proposal that is still open is withdrawn by this one.</Trans>
          </>
        ) : null}
      </div>
      <ChangeTrouble trouble={change.trouble} />
      <div className={styles['foot']}>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button look={askable ? 'plain' : 'go'} isDisabled={change.isBusy || !isChanged} onPress={() => send('apply')}>
          <Trans>Change it now</Trans>
        </Button>
        {askable ? (
          <Button look="go" isDisabled={change.isBusy || !isChanged} onPress={() => send('ask')}>
            <Trans>Ask the customer</Trans>
          </Button>
        ) : null}
      </div>
    </DialogFrame>
  );
}

function Line({ line, quantity, onChange }: { line: OrderLineView; quantity: number | null; onChange: (quantity: number | null) => void }) {
  const { t } = useLingui();
  const formats = useFormats();
  const name = line.product.name ?? line.product.retailerId;
  const most = line.quantity ?? 0;
  const isStruck = quantity === 0;
  return (
    <li className={styles['line']}>
      <span className={styles['name']}>
        <span className={classNames(isStruck && styles['struck'])} dir="auto">
          {name}
        </span>
        <small className={styles['small']}>
          {line.quantity === 0 ? (
            <Trans>struck already</Trans>
          ) : line.unitMinor === null || line.currency === null ? (
            <Trans>{line.quantityRaw} ordered, price unclear</Trans>
          ) : (
            <Trans>
              {line.quantity === null ? line.quantityRaw : formats.number(line.quantity)} ordered,{' '}
              {formats.money({ minor: BigInt(line.unitMinor), currency: line.currency })} each
            </Trans>
          )}
        </small>
      </span>
      {line.quantity === null || line.quantity === 0 ? (
        <span className={styles['hint']}>{line.quantity === null && !isStruck ? line.quantityRaw : ''}</span>
      ) : (
        <QuantityInput label={t`How many of ${name}`} value={quantity ?? most} most={most} onChange={onChange} />
      )}
      {line.quantity === 0 ? (
        <span />
      ) : isStruck ? (
        <Button size="small" aria-label={t`Put ${name} back`} onPress={() => onChange(null)}>
          <Trans>Put back</Trans>
        </Button>
      ) : (
        <Button size="small" aria-label={t`Strike ${name}`} onPress={() => onChange(0)}>
          <Trans>Strike</Trans>
        </Button>
      )}
    </li>
  );
}
