import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { BellOff, BellRing, ClockAlert } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useAppView, useSwitchShop } from '../cable/ConnectionProvider.tsx';
import { orderNumber } from '../orders/order-number.ts';
import { useBoardOptions } from '../orders/order-queries.ts';
import { announce } from '../ui/announce.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { useBellState } from './BellProvider.tsx';
import { BellSilence } from './BellSilence.tsx';
import styles from './RingingBar.module.css';

/** What the whole screen shows while an order waits to be taken, here or on the other line. */
export function RingingBar() {
  const { ringing, silent } = useBellState();
  const shop = useAppView()?.shop;
  const here = ringing.find((line) => line.shop === shop);
  const there = ringing.find((line) => line.shop !== shop && line.orderIds.length > 0);
  const byTheHour = silent === 'quiet-hours' || silent === 'closed';
  const wants = !byTheHour && ((here?.orderIds.length ?? 0) > 0 || there?.shop === 'real');
  return (
    <>
      {wants ? <div className={styles['frame']} aria-hidden="true" data-flashing="" /> : null}
      {here && here.orderIds.length > 0 ? <Here orderIds={here.orderIds} lateCount={here.lateIds.length} isQuiet={byTheHour} /> : null}
      {there ? <There shop={there.shop} count={there.orderIds.length} isQuiet={byTheHour || there.shop === 'practice'} /> : null}
    </>
  );
}

function Here({ orderIds, lateCount, isQuiet }: { orderIds: number[]; lateCount: number; isQuiet: boolean }) {
  const board = useQuery(useBoardOptions());
  const { i18n, t } = useLingui();
  const count = orderIds.length;
  const words = count === 1 ? t`New order` : t`${count} new orders`;
  useEffect(() => announce(words, isQuiet ? 'polite' : 'assertive'), [words, isQuiet]);
  const Sign = isQuiet ? BellOff : BellRing;
  return (
    <section
      className={styles['bar']}
      data-quiet={isQuiet ? '' : undefined}
      aria-label={isQuiet ? t`Orders wait, and the bell is silent` : t`The bell rings`}
      data-ringing=""
    >
      <Sign size={isQuiet ? 22 : 40} aria-hidden="true" className={styles['bell']} />
      <div className={styles['text']}>
        <strong className={styles['words']}>
          <Plural value={count} one="# new order waiting" other="# new orders waiting" />
        </strong>
        <BellSilence />
      </div>
      {lateCount > 0 ? (
        <span className={styles['late']}>
          <ClockAlert size={isQuiet ? 16 : 22} aria-hidden="true" />
          <Plural value={lateCount} one="# came late" other="# came late" />
        </span>
      ) : null}
      <span className={styles['numbers']}>
        {orderIds.slice(0, 8).map((orderId) => {
          const number = board.data?.new.find((order) => order.id === orderId)?.number;
          if (number === undefined) return null;
          return (
            <Link key={orderId} href={`/orders/${orderId}`} className={styles['number']}>
              {orderNumber(number, i18n)}
            </Link>
          );
        })}
      </span>
      <Link href={`/orders/${orderIds[0] ?? ''}`} className={buttonClass({ look: 'inverse', size: isQuiet ? 'normal' : 'big' }, styles['go'])}>
        <Trans>Show</Trans>
      </Link>
    </section>
  );
}

function There({ shop, count, isQuiet }: { shop: 'real' | 'practice'; count: number; isQuiet: boolean }) {
  const switchShop = useSwitchShop();
  const { t } = useLingui();
  return (
    <section className={styles['bar']} data-quiet={isQuiet ? '' : undefined} aria-label={t`The bell rings in the other shop`}>
      <BellRing size={isQuiet ? 20 : 40} aria-hidden="true" className={styles['bell']} />
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
