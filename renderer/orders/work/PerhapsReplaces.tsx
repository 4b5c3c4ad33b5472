import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OrderView } from '../../../shared/contract/orders.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { orderNumber } from '../order-number.ts';
import { OrderTotal } from '../OrderTotal.tsx';
import { useOrderOptions } from '../order-queries.ts';
import { ChangeTrouble } from './ChangeTrouble.tsx';
import { useOrderChange } from './use-order-change.ts';
import form from './form.module.css';
import styles from './work.module.css';

/** A second cart of the same customer: one order or two? And, of an order that went into another one, which. */
export function PerhapsReplaces({ order }: { order: OrderView }) {
  const [asking, setAsking] = useState<'together' | 'replace' | null>(null);
  const { i18n } = useLingui();
  const formats = useFormats();
  const change = useOrderChange(order.id);
  const other = order.perhapsReplaces;
  const before = useQuery({ ...useOrderOptions(other?.orderId ?? 0), enabled: other !== null }).data ?? null;
  const { mergedInto } = order;
  if (mergedInto !== null) {
    const into = orderNumber(mergedInto.number, i18n);
    return (
      <div className={styles['banner']}>
        <Notice tone="info" title={<Trans>This order was taken into order {into}.</Trans>}>
          <Link href={`/orders/${mergedInto.orderId}`}>
            <Trans>Open order {into}</Trans>
          </Link>
        </Notice>
      </div>
    );
  }
  if (other === null) return null;
  const number = orderNumber(other.number, i18n);
  // What was paid for is never closed: the payment would belong to nobody.
  const isPaid = before !== null && before.paid !== null;
  const settle = (how: 'together' | 'replace' | 'keep') =>
    change.run((orders) => orders.merge({ orderId: order.id, otherId: other.orderId, how }), { onDone: () => setAsking(null) });
  const ask = (how: 'together' | 'replace') => {
    change.reset();
    setAsking(how);
  };
  return (
    <div className={styles['banner']}>
      <Notice tone="warn" title={<Trans>Perhaps this replaces order {number}</Trans>}>
        <Trans>
          The same customer sent <Link href={`/orders/${other.orderId}`}>order {number}</Link> within the hour before. Compare them, or ask in the chat.
        </Trans>
        {before === null ? null : (
          <p className={styles['other']}>
            <span>
              {formats.list(
                before.lines
                  .filter((line) => line.quantity !== 0)
                  .map((line) => `${line.quantity ?? line.quantityRaw} × ${line.product.name ?? line.product.retailerId}`),
              )}
            </span>
            <OrderTotal order={before} size="card" />
          </p>
        )}
        {isPaid ? (
          <p>
            <Trans>Order {number} is paid already, so that it cannot be closed: keep both, or mark it as not paid first.</Trans>
          </p>
        ) : null}
        <div className={styles['choices']}>
          <Button isDisabled={change.isBusy || isPaid} onPress={() => ask('together')}>
            <Trans>Put together</Trans>
          </Button>
          <Button isDisabled={change.isBusy || isPaid} onPress={() => ask('replace')}>
            <Trans>Replace the old one</Trans>
          </Button>
          <Button isDisabled={change.isBusy} onPress={() => settle('keep')}>
            <Trans>Keep both</Trans>
          </Button>
        </div>
        {asking === null ? <ChangeTrouble trouble={change.trouble} /> : null}
      </Notice>
      {asking === null ? null : (
        <DialogFrame
          title={asking === 'together' ? <Trans>Put {number} and this order together?</Trans> : <Trans>Replace order {number}?</Trans>}
          isOpen
          onClose={() => setAsking(null)}
        >
          <p>
            {asking === 'together' ? (
              <Trans>
                The lines and extras of order {number} are added to this one, and {number} is closed. This cannot be undone.
              </Trans>
            ) : (
              <Trans>Order {number} is cancelled, and only what stands in this order is made. This cannot be undone.</Trans>
            )}
          </p>
          <ChangeTrouble trouble={change.trouble} />
          <div className={form['foot']}>
            <Button onPress={() => setAsking(null)}>
              <Trans>Leave it for now</Trans>
            </Button>
            <Button look="go" isDisabled={change.isBusy} onPress={() => settle(asking)}>
              {asking === 'together' ? <Trans>Put together</Trans> : <Trans>Cancel {number}</Trans>}
            </Button>
          </div>
        </DialogFrame>
      )}
    </div>
  );
}
