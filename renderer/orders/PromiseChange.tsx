import { Trans, useLingui } from '@lingui/react/macro';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { OrderView } from '../../shared/contract/orders.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { PromiseChips } from './PromiseChips.tsx';
import type { PromiseChoice } from './promised-time.ts';
import { promisedMoment } from './promised-time.ts';
import { PromisedTime } from './PromisedTime.tsx';
import type { OrderActions } from './use-order-actions.ts';
import styles from './PromiseChange.module.css';

/** For when an order at work is promised, and another time for it. */
export function PromiseChange({ order, actions }: { order: OrderView; actions: OrderActions }) {
  const { t } = useLingui();
  const offline = useOffline();
  const formats = useFormats();
  const now = useNow(1000);
  const [choice, setChoice] = useState<PromiseChoice | null>(null);
  if (choice === null)
    return (
      <div className={styles['row']}>
        {order.promisedAt === null ? (
          <span className={styles['none']}>
            <Trans>No time promised</Trans>
          </span>
        ) : (
          <PromisedTime at={order.promisedAt} />
        )}
        <Button
          look="quiet"
          className={styles['change']}
          {...(order.promisedAt === null ? {} : { 'aria-label': t`Another time` })}
          isDisabled={offline}
          onPress={() => setChoice({ kind: 'minutes', minutes: 15 })}
        >
          {order.promisedAt === null ? <Trans>Promise a time</Trans> : <Pencil size={16} aria-hidden="true" />}
        </Button>
      </div>
    );
  const at = promisedMoment(choice, now, formats.clock24);
  const save = () => actions.promise.mutate({ orderId: order.id, at }, { onSuccess: (answer) => (answer.ok ? setChoice(null) : undefined) });
  return (
    <div className={styles['choose']}>
      <PromiseChips choice={choice} own={0} onChoose={setChoice} />
      <div className={styles['row']}>
        <Button className={styles['change']} onPress={() => setChoice(null)}>
          <Trans>Leave it</Trans>
        </Button>
        <Button className={styles['change']} isDisabled={offline || actions.promise.isPending || (choice.kind === 'clock' && at === null)} onPress={save}>
          {at === null ? <Trans>Promise no time</Trans> : <Trans>Promise {formats.moment(at, now)}</Trans>}
        </Button>
      </div>
    </div>
  );
}
