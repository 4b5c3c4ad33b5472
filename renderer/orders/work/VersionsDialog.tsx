import { Trans, useLingui } from '@lingui/react/macro';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { OrderRevisionView, OrderView } from '../../../shared/contract/orders.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { scrollsByKey } from '../../ui/scrolls-by-key.ts';
import { useNow } from '../../ui/use-now.ts';
import { orderedTotals } from './revised-totals.ts';
import form from './form.module.css';
import { orderNumber } from '../order-number.ts';
import styles from './versions.module.css';

const WORDS: Record<OrderRevisionView['state'], MessageDescriptor> = {
  proposed: msg`Proposed`,
  accepted: msg`Agreed`,
  declined: msg`Declined`,
  applied: msg`Changed by the shop`,
  withdrawn: msg`Withdrawn`,
};

/** Every version of what was ordered, beside each other: as it came, and with each change. */
export function VersionsDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  const money = (totals: OrderView['totals']) => (totals.length === 0 ? '–' : formats.list(totals.map((total) => formats.money(total))));
  const versions = order.revisions.map((revision) => ({ revision, lines: new Map(revision.lines.map((line) => [line.position, line])) }));
  return (
    <DialogFrame title={<Trans>Versions of order {orderNumber(order.number, i18n)}</Trans>} isOpen onClose={onClose} size="middle">
      <section className={styles['scroll']} aria-label={t`Versions`} {...scrollsByKey}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Article</Trans>
              </th>
              <th scope="col">
                <Trans>Ordered</Trans>
                <small>{formats.moment(order.placedAt, now)}</small>
              </th>
              {versions.map(({ revision }) => (
                <th key={revision.id} scope="col" data-state={revision.state}>
                  {i18n._(WORDS[revision.state])}
                  <small>{formats.moment(revision.decidedAt ?? revision.madeAt, now)}</small>
                </th>
              ))}
              <th scope="col">
                <Trans>Now</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <tr key={line.position}>
                <th scope="row" dir="auto">
                  {line.product.name ?? line.product.retailerId}
                </th>
                <td>{number(line.orderedQuantity ?? line.quantity, line.quantityRaw)}</td>
                {versions.map(({ revision, lines }) => {
                  const change = lines.get(line.position);
                  return (
                    <td key={revision.id} data-state={revision.state} data-changed={change ? '' : undefined}>
                      {change ? change.after === 0 ? <Trans>struck</Trans> : formats.number(change.after) : <span aria-label={t`not changed`}>·</span>}
                    </td>
                  );
                })}
                <td className={styles['now']}>{line.quantity === 0 ? <Trans>struck</Trans> : number(line.quantity, line.quantityRaw)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                <Trans>Total</Trans>
              </th>
              <td>{money(orderedTotals(order))}</td>
              {versions.map(({ revision }) => (
                <td key={revision.id} data-state={revision.state}>
                  {money(revision.totals)}
                </td>
              ))}
              <td className={styles['now']}>{money(order.totals)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      <div className={form['foot']}>
        <Button onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </DialogFrame>
  );

  function number(quantity: number | null, raw: string) {
    return quantity === null ? raw : formats.number(quantity);
  }
}
