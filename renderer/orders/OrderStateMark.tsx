import { useLingui } from '@lingui/react';
import type { OrderState } from '../../shared/domain/order.ts';
import { orderStateLook } from './order-state-words.ts';
import styles from './OrderStateMark.module.css';

/** Where an order stands: colour, shape and word. */
export function OrderStateMark({ state }: { state: OrderState }) {
  const { i18n } = useLingui();
  const { icon: Icon, words } = orderStateLook(state);
  return (
    <span className={styles['mark']} data-state={state}>
      <Icon size={16} strokeWidth={2.3} aria-hidden="true" />
      {i18n._(words)}
    </span>
  );
}
