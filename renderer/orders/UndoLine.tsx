import { Trans, useLingui } from '@lingui/react/macro';
import { Undo2 } from 'lucide-react';
import type { OrderView } from '../../shared/contract/orders.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/use-now.ts';
import { orderNumber } from './order-number.ts';
import { doneWords } from './step-words.ts';
import type { OrderActions } from './use-order-actions.ts';
import styles from './UndoLine.module.css';

/** The way back from the last step, and what it means to the customer. */
export function UndoLine({ order, actions }: { order: OrderView; actions: OrderActions }) {
  const { i18n } = useLingui();
  const offline = useOffline();
  const now = useNow(1000);
  const { undo } = order;
  if (undo === null) return null;
  const left = Math.ceil((undo.freeUntil - now) / 1000);
  return (
    <div className={styles['line']}>
      <span className={styles['words']}>
        <strong>{i18n._(doneWords(order.state, orderNumber(order.number, i18n)))}</strong>{' '}
        {undo.told === 'yes' ? (
          <Trans>The customer was told; undoing does not take that back.</Trans>
        ) : undo.told === 'waiting' && left > 0 ? (
          <Trans>The customer is told in {left} s.</Trans>
        ) : undo.told === 'waiting' ? (
          <Trans>The customer is being told.</Trans>
        ) : null}
      </span>
      <Button look="quiet" className={styles['button']} isDisabled={offline || actions.undo.isPending} onPress={() => actions.takeBack(order)}>
        <Undo2 size={16} aria-hidden="true" />
        <Trans>Undo</Trans>
      </Button>
    </div>
  );
}
