import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown, Wallet } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { OrderView } from '../../../shared/contract/orders.ts';
import { PAYMENT_METHODS } from '../../../shared/domain/order.ts';
import type { PaymentMethod } from '../../../shared/domain/order.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { paymentWords } from '../../ui/payment-words.ts';
import { useNow } from '../../ui/use-now.ts';
import { useOrderChange } from './use-order-change.ts';
import { WorkRow } from './WorkRow.tsx';
import menu from './menu.module.css';
import styles from './work.module.css';

/** Whether it is paid, and how. */
export function PaidRow({ order }: { order: OrderView }) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  const change = useOrderChange(order.id);
  const pay = (method: PaymentMethod | null) => change.run((orders) => orders.pay({ orderId: order.id, method }));
  const { paid } = order;
  return (
    <WorkRow
      icon={Wallet}
      title={<Trans>Payment</Trans>}
      trouble={change.trouble}
      actions={
        <MenuTrigger>
          <Button size="small" look={paid === null ? 'plain' : 'quiet'} isDisabled={change.isBusy}>
            {paid === null ? <Trans>Mark as paid</Trans> : <Trans>Edit</Trans>}
            <ChevronDown size={16} aria-hidden="true" />
          </Button>
          <Popover className={menu['popover'] ?? ''} placement="bottom end">
            <Menu
              className={menu['menu'] ?? ''}
              aria-label={t`How it was paid`}
              onAction={(key) => pay(PAYMENT_METHODS.find((method) => method === key) ?? null)}
            >
              {PAYMENT_METHODS.map((method) => (
                <MenuItem key={method} id={method} className={menu['item'] ?? ''}>
                  {i18n._(paymentWords(method))}
                </MenuItem>
              ))}
              {paid === null ? null : (
                <MenuItem id="unpaid" className={menu['item'] ?? ''}>
                  <Trans>Not paid after all</Trans>
                </MenuItem>
              )}
            </Menu>
          </Popover>
        </MenuTrigger>
      }
    >
      {paid === null ? (
        <span className={styles['muted']}>
          <Trans>Not paid</Trans>
        </span>
      ) : (
        <>
          <span className={styles['good']}>
            <Trans>Paid</Trans>
          </span>{' '}
          <span>
            · {i18n._(paymentWords(paid.method))} · {formats.moment(paid.at, now)}
          </span>
        </>
      )}
    </WorkRow>
  );
}
