import { Trans } from '@lingui/react/macro';
import { ShoppingBag } from 'lucide-react';
import { Link } from 'wouter';
import { useAppView } from '../cable/ConnectionProvider.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';

/** The board before the first order. */
export function NoOrders() {
  const practice = useAppView()?.shop === 'practice';
  return practice ? (
    <StateScreen
      icon={ShoppingBag}
      title={<Trans>No orders yet</Trans>}
      actions={
        <Link href="/practice" className={buttonClass({ look: 'go' })}>
          <Trans>Let a practice customer order</Trans>
        </Link>
      }
    >
      <Trans>This is the practice shop: its customers are made up. The first one orders within a minute, and the bell rings.</Trans>
    </StateScreen>
  ) : (
    <StateScreen
      icon={ShoppingBag}
      title={<Trans>No orders yet</Trans>}
      actions={
        <Link href="/connection" className={buttonClass({})}>
          <Trans>Look at the connection</Trans>
        </Link>
      }
    >
      <Trans>As soon as a customer sends a cart on WhatsApp, it stands here and the bell rings until you take it.</Trans>
    </StateScreen>
  );
}
