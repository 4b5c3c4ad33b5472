import type { RefObject } from 'react';
import type { OrderView } from '../../shared/contract/orders.ts';
import { nextOrderState } from '../../shared/domain/order.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { letterOf } from '../keys/letter-of.ts';
import { useKeysWithin } from '../keys/use-keys-within.ts';
import { useSettings } from '../settings/use-settings.ts';
import { useOrderActions } from './use-order-actions.ts';

/** The actions of one order, by button and by letter: A accepts, D asks for the reason of declining. */
export function useOrderKeys(root: RefObject<HTMLElement | null>, order: OrderView | null | undefined, onDecline: (order: OrderView) => void) {
  const actions = useOrderActions();
  const offline = useOffline();
  const letterKeys = useSettings().data?.values.letterKeys ?? true;
  useKeysWithin(root, (event) => {
    const letter = letterOf(event, letterKeys);
    if (!order || offline || letter === null) return;
    if (letter === 'a' && nextOrderState(order.state, 'accept') && !actions.accept.isPending) actions.take(order.id);
    else if (letter === 'd' && nextOrderState(order.state, 'decline')) onDecline(order);
    else return;
    event.preventDefault();
  });
  return actions;
}
