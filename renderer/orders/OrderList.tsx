import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ListX } from 'lucide-react';
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { OrderView } from '../../shared/contract/orders.ts';
import type { OrderState } from '../../shared/domain/order.ts';
import { ORDER_STATES } from '../../shared/domain/order.ts';
import { Button } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { scrollsByKey } from '../ui/scrolls-by-key.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';
import { useOrderListOptions } from './order-queries.ts';
import { OnlyCustomer } from './OnlyCustomer.tsx';
import { orderStateLook } from './order-state-words.ts';
import { OrderRow } from './OrderRow.tsx';
import styles from './OrderList.module.css';

type Filter = 'all' | 'open' | OrderState;

const OPEN: readonly OrderState[] = ['new', 'accepted', 'preparing', 'ready'];

function statesOf(filter: Filter): readonly OrderState[] {
  return filter === 'all' ? [] : filter === 'open' ? OPEN : [filter];
}

type Props = {
  shownId: number | null;
  /** Whose alone; null: everybody's. */
  customerId: number | null;
  onEverybody: () => void;
  onEnd: (order: OrderView) => void;
};

/** All orders there ever were, of everybody or of one customer, the newest first, by state, a page at a time. */
export function OrderList({ shownId, customerId, onEverybody, onEnd }: Props) {
  const { i18n, t } = useLingui();
  const [filter, setFilter] = useState<Filter>('all');
  const list = useInfiniteQuery(useOrderListOptions(statesOf(filter), customerId));
  const orders = list.data?.pages.flatMap((page) => page.orders) ?? [];
  const words = (one: Filter) => (one === 'all' ? t`All` : one === 'open' ? t`Open` : i18n._(orderStateLook(one).words));
  return (
    <div className={styles['list']} data-orders="">
      {customerId === null ? null : <OnlyCustomer customerId={customerId} onEverybody={onEverybody} />}
      <RadioGroup
        className={styles['filters'] ?? ''}
        aria-label={t`Which orders`}
        orientation="horizontal"
        value={filter}
        onChange={(chosen) => setFilter(chosen as Filter)}
      >
        {(['all', 'open', ...ORDER_STATES] as const).map((one) => (
          <Radio key={one} value={one} className={styles['filter'] ?? ''}>
            {words(one)}
          </Radio>
        ))}
      </RadioGroup>
      <div className={styles['scroll']} {...scrollsByKey}>
        {list.isPending ? (
          <Skeleton rows={8} height={52} />
        ) : !list.data ? (
          <Failed onRetry={list.refetch} />
        ) : orders.length === 0 ? (
          <StateScreen icon={ListX} title={<Trans>No orders here</Trans>}>
            {filter === 'all' && customerId === null ? <Trans>As soon as an order comes, it stands here.</Trans> : <Trans>Choose another state above.</Trans>}
          </StateScreen>
        ) : (
          <>
            <ul className={styles['rows']} aria-label={t`Orders`}>
              {orders.map((order) => (
                <OrderRow key={order.id} order={order} isShown={order.id === shownId} onEnd={onEnd} />
              ))}
            </ul>
            {list.hasNextPage ? (
              <p className={styles['more']}>
                <Button size="big" isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
                  {list.isFetchingNextPage ? <Trans>Loading</Trans> : <Trans>Older orders</Trans>}
                </Button>
              </p>
            ) : (
              <p className={styles['end']}>
                <Trans>These are all.</Trans>
              </p>
            )}
          </>
        )}
      </div>
    </div>
  );
}
