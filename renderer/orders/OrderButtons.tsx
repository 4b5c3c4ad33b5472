import { Trans } from '@lingui/react/macro';
import type { OrderView } from '../../shared/contract/orders.ts';
import { nextOrderState } from '../../shared/domain/order.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { useSettings } from '../settings/use-settings.ts';
import { Button } from '../ui/Button.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import type { useOrderActions } from './use-order-actions.ts';

type Props = {
  order: OrderView;
  actions: ReturnType<typeof useOrderActions>;
  size: 'normal' | 'big';
  hasKeys: boolean;
  onDecline: (order: OrderView) => void;
};

/** What can be done with an order where it stands. */
export function OrderButtons({ order, actions, size, hasKeys, onDecline }: Props) {
  const offline = useOffline();
  const letterKeys = useSettings().data?.values.letterKeys ?? true;
  const withKeys = hasKeys && letterKeys;
  const canAccept = nextOrderState(order.state, 'accept') !== null;
  const canDecline = nextOrderState(order.state, 'decline') !== null;
  const above = { position: 'relative', zIndex: 1 } as const;
  return (
    <>
      {canDecline ? (
        <Button size={size} style={above} isDisabled={offline} onPress={() => onDecline(order)}>
          <Trans>Decline</Trans>
          {withKeys ? <KeyCap>D</KeyCap> : null}
        </Button>
      ) : null}
      {canAccept ? (
        <Button look="go" size={size} style={above} isDisabled={offline || actions.accept.isPending} onPress={() => actions.take(order.id)}>
          <Trans>Accept</Trans>
          {withKeys ? <KeyCap>A</KeyCap> : null}
        </Button>
      ) : null}
    </>
  );
}
