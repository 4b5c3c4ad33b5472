import { Trans, useLingui } from '@lingui/react/macro';
import type { OrderView } from '../../shared/contract/orders.ts';
import type { OrderAction } from '../../shared/domain/order.ts';
import { forwardAction, nextOrderState } from '../../shared/domain/order.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { useSettings } from '../settings/use-settings.ts';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { useNow } from '../ui/use-now.ts';
import { stepWords } from './step-words.ts';
import styles from './OrderButtons.module.css';

type Props = {
  order: OrderView;
  isBusy: boolean;
  hasKeys: boolean;
  /** The time that accepting promises, as it is now; null: none. */
  promiseAt: (now: number) => number | null;
  onStep: (action: OrderAction) => void;
  onEnd: (order: OrderView) => void;
};

/** What can be done with an order from its card: the one filled button moves it on. */
export function OrderButtons({ order, isBusy, hasKeys, promiseAt, onStep, onEnd }: Props) {
  const { i18n } = useLingui();
  const offline = useOffline();
  const letterKeys = useSettings().data?.values.letterKeys ?? true;
  const withKeys = hasKeys && letterKeys;
  const forward = forwardAction(order.state);
  const skips = forward === 'prepare' && nextOrderState(order.state, 'ready') !== null;
  return (
    <>
      {nextOrderState(order.state, 'decline') ? (
        <Button className={styles['button']} isDisabled={offline} onPress={() => onEnd(order)}>
          <Trans>Decline</Trans>
          {withKeys ? <KeyCap>D</KeyCap> : null}
        </Button>
      ) : null}
      {skips ? (
        <Button className={styles['button']} isDisabled={offline || isBusy} onPress={() => onStep('ready')}>
          {i18n._(stepWords('ready'))}
        </Button>
      ) : null}
      {forward ? (
        <Button look="go" className={styles['button']} isDisabled={offline || isBusy} onPress={() => onStep(forward)}>
          {forward === 'accept' ? <AcceptWords promiseAt={promiseAt} /> : i18n._(stepWords(forward))}
          {withKeys ? <KeyCap>A</KeyCap> : null}
        </Button>
      ) : null}
    </>
  );
}

/** "Accept for 17:11": what accepting promises. */
export function AcceptWords({ promiseAt }: { promiseAt: (now: number) => number | null }) {
  const now = useNow(1000);
  const formats = useFormats();
  const at = promiseAt(now);
  return at === null ? <Trans>Accept</Trans> : <Trans>Accept for {formats.moment(at, now)}</Trans>;
}
