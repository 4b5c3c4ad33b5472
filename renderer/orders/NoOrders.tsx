import { Trans } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ShoppingBag } from 'lucide-react';
import { Link } from 'wouter';
import { useApi, useAppView, useOffline } from '../cable/ConnectionProvider.tsx';
import { useConnectionOptions } from '../connection/connection-query.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';

/** The board before the first order. */
export function NoOrders() {
  const api = useApi();
  const offline = useOffline();
  const order = useMutation({ mutationFn: () => api.practice.act({ action: 'order' }) });
  const practice = useAppView()?.shop === 'practice';
  const connection = useQuery(useConnectionOptions()).data;
  const isUnset = connection !== undefined && (connection.missing.length > 0 || connection.light.action === 'set-up');
  return practice ? (
    <StateScreen
      icon={ShoppingBag}
      title={<Trans>No orders yet</Trans>}
      actions={
        <>
          <Button look="go" isDisabled={offline || order.isPending} onPress={() => order.mutate()}>
            <Trans>Let a practice customer order</Trans>
          </Button>
          <Link href="/setup" className={buttonClass({})}>
            <Trans>Connect your own shop</Trans>
          </Link>
        </>
      }
    >
      <Trans>This is the practice shop: its customers are made up. The first one orders within a minute, and the bell rings.</Trans>
    </StateScreen>
  ) : (
    <StateScreen
      icon={ShoppingBag}
      title={<Trans>No orders yet</Trans>}
      actions={
        isUnset ? (
          <Link href="/setup" className={buttonClass({ look: 'go' })}>
            <Trans>Open the set-up</Trans>
          </Link>
        ) : (
          <Link href="/connection" className={buttonClass({})}>
            <Trans>Look at the connection</Trans>
          </Link>
        )
      }
    >
      <Trans>As soon as a customer sends a cart on WhatsApp, it stands here and the bell rings until you take it.</Trans>
    </StateScreen>
  );
}
