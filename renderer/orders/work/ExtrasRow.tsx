import { Trans, useLingui } from '@lingui/react/macro';
import { Tag, X } from 'lucide-react';
import { useState } from 'react';
import type { OrderView } from '../../../shared/contract/orders.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { ExtraDialog } from './ExtraDialog.tsx';
import { extraWords } from './extra-words.ts';
import { useOrderChange } from './use-order-change.ts';
import { WorkRow } from './WorkRow.tsx';
import styles from './work.module.css';

/** Delivery fee, discount, and lines that no cart held, to be added and removed; their amounts stand above the total. */
export function ExtrasRow({ order, isClosed }: { order: OrderView; isClosed: boolean }) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const change = useOrderChange(order.id);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <WorkRow
        icon={Tag}
        title={<Trans>Fee, discount, extra</Trans>}
        trouble={change.trouble}
        actions={
          isClosed ? null : (
            <Button size="small" onPress={() => setAdding(true)}>
              <Trans>Add</Trans>
            </Button>
          )
        }
      >
        {order.extras.length === 0 ? (
          <span className={styles['muted']}>
            <Trans>None</Trans>
          </span>
        ) : (
          <ul className={styles['extras']}>
            {order.extras.map(({ id, kind, label, amount }) => {
              const name = label.trim() === '' ? i18n._(extraWords(kind)) : label;
              return (
                <li key={id} className={styles['extra']}>
                  <span dir="auto">{name}</span>
                  {isClosed ? null : (
                    <Button
                      size="icon"
                      look="quiet"
                      className={styles['remove']}
                      aria-label={t`Remove ${name}, ${formats.money(amount)}`}
                      isDisabled={change.isBusy}
                      onPress={() => change.run((orders) => orders.removeExtra({ orderId: order.id, extraId: id }))}
                    >
                      <X size={16} aria-hidden="true" />
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </WorkRow>
      {isAdding ? <ExtraDialog order={order} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
