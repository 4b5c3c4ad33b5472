import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useAppView, useSwitchShop } from '../cable/ConnectionProvider.tsx';
import { useBoardOptions } from '../orders/order-queries.ts';
import { announce } from '../ui/announce.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { useBellState } from './BellProvider.tsx';
import styles from './RingingBar.module.css';

/** What the whole screen shows while an order waits to be taken, here or on the other line. */
export function RingingBar() {
  const { ringing } = useBellState();
  const shop = useAppView()?.shop;
  const here = ringing.find((line) => line.shop === shop)?.orderIds ?? [];
  const there = ringing.find((line) => line.shop !== shop && line.orderIds.length > 0);
  return (
    <>
      {here.length > 0 ? <Here orderIds={here} /> : null}
      {there ? <There shop={there.shop} count={there.orderIds.length} /> : null}
    </>
  );
}

function Here({ orderIds }: { orderIds: number[] }) {
  const board = useQuery(useBoardOptions());
  const { t } = useLingui();
  const count = orderIds.length;
  const words = count === 1 ? t`New order` : t`${count} new orders`;
  useEffect(() => announce(words, 'assertive'), [words]);
  return (
    <section className={styles['bar']} aria-label={t`The bell rings`} data-ringing="">
      <BellRing size={34} aria-hidden="true" className={styles['bell']} />
      <strong className={styles['words']}>
        <Plural value={count} one="# new order waiting" other="# new orders waiting" />
      </strong>
      <span className={styles['numbers']}>
        {orderIds.slice(0, 8).map((orderId) => {
          const number = board.data?.new.find((order) => order.id === orderId)?.number;
          if (number === undefined) return null;
          return (
            <Link key={orderId} href={`/orders/${orderId}`} className={styles['number']}>
              #{number}
            </Link>
          );
        })}
      </span>
      <Link href={`/orders/${orderIds[0] ?? ''}`} className={buttonClass({ look: 'inverse', size: 'big' }, styles['go'])}>
        <Trans>Show</Trans>
      </Link>
    </section>
  );
}

function There({ shop, count }: { shop: 'real' | 'practice'; count: number }) {
  const switchShop = useSwitchShop();
  const { t } = useLingui();
  return (
    <section className={styles['bar']} data-quiet={shop === 'practice' ? '' : undefined} aria-label={t`The bell rings in the other shop`}>
      <BellRing size={shop === 'practice' ? 20 : 34} aria-hidden="true" className={styles['bell']} />
      <strong className={styles['words']}>
        {shop === 'real' ? (
          <Plural value={count} one="# new order in your real shop" other="# new orders in your real shop" />
        ) : (
          <Plural value={count} one="# new order in the practice shop" other="# new orders in the practice shop" />
        )}
      </strong>
      <Button look="inverse" onPress={() => switchShop(shop)} className={styles['go']}>
        {shop === 'real' ? <Trans>Go to the real shop</Trans> : <Trans>Go to the practice shop</Trans>}
      </Button>
    </section>
  );
}
