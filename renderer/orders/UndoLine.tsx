import { Trans, useLingui } from '@lingui/react/macro';
import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OrderView } from '../../shared/contract/orders.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/use-now.ts';
import { orderNumber } from './order-number.ts';
import { secondsLeft } from './seconds-left.ts';
import { doneWords } from './step-words.ts';
import type { OrderActions } from './use-order-actions.ts';
import styles from './UndoLine.module.css';

type Props = {
  order: OrderView;
  actions: OrderActions;
  /** What shares the row with the way back, in place of saying what was done; null: nothing does. */
  beside: ReactNode;
};

/** The way back from the last step, and what it means to the customer. */
export function UndoLine({ order, actions, beside }: Props) {
  const { i18n } = useLingui();
  const offline = useOffline();
  const { undo } = order;
  if (undo === null) return beside === null ? null : <div className={styles['line']}>{beside}</div>;
  const words = undo.told === 'no' ? null : <ToldWords undo={undo} />;
  return (
    <div className={styles['undo']}>
      <div className={styles['line']}>
        {beside ?? (
          <span className={styles['words']}>
            <strong>{i18n._(doneWords(order.state, orderNumber(order.number, i18n)))}</strong> {words}
          </span>
        )}
        <Button look="quiet" className={styles['button']} isDisabled={offline || actions.undo.isPending} onPress={() => actions.takeBack(order)}>
          <Undo2 size={16} aria-hidden="true" />
          <Trans>Undo</Trans>
        </Button>
      </div>
      {beside === null || words === null ? null : <p className={styles['words']}>{words}</p>}
    </div>
  );
}

function ToldWords({ undo }: { undo: NonNullable<OrderView['undo']> }) {
  const left = secondsLeft(undo.freeUntil, useNow(1000));
  if (undo.told === 'yes') return <Trans>The customer was told; undoing does not take that back.</Trans>;
  return left > 0 ? <Trans>The customer is told in {left} s.</Trans> : <Trans>The customer is being told.</Trans>;
}
