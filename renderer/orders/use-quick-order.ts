import type { RefObject } from 'react';
import { useLocation } from 'wouter';
import type { OrderView } from '../../shared/contract/orders.ts';
import type { OrderAction } from '../../shared/domain/order.ts';
import { forwardAction } from '../../shared/domain/order.ts';
import { useSettings } from '../settings/use-settings.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { followFocus } from './follow-focus.ts';
import { firstPromise, promisedMoment } from './promised-time.ts';
import { useOrderActions } from './use-order-actions.ts';
import { useFollowedFocus } from './use-followed-focus.ts';
import { useOrderKeys } from './use-order-keys.ts';
import { usePrintTicket } from './use-print-ticket.ts';

/**
 * An order as a card or a row works it, by button and by letter: each step in one go, as the settings have it. The focus goes along
 * with the order to where it stands next.
 */
export function useQuickOrder(root: RefObject<HTMLElement | null>, order: OrderView, onEnd: (order: OrderView) => void) {
  const actions = useOrderActions();
  const ticket = usePrintTicket(order);
  const formats = useFormats();
  const [, navigate] = useLocation();
  useFollowedFocus(root, order.id);
  const own = useSettings().data?.values.promiseMinutes ?? 0;
  const promiseAt = (now: number) => promisedMoment(firstPromise(own), now, formats.clock24);
  const goAlong = () => {
    if (root.current?.contains(document.activeElement)) followFocus(order.id, performance.now());
  };
  const go = (action: OrderAction) => {
    const promised = action === 'accept' && own > 0 ? { promisedAt: promiseAt(Date.now()) } : {};
    if (actions.forward({ orderId: order.id, action, ...promised })) goAlong();
  };
  useOrderKeys(root, order, {
    forward: () => {
      const action = forwardAction(order.state);
      if (action) go(action);
    },
    end: () => onEnd(order),
    undo: () => {
      // Where the customer was told already, the order's own page says so first.
      if (order.undo?.told === 'yes') {
        navigate(`/orders/${order.id}`);
        return;
      }
      goAlong();
      actions.takeBack(order);
    },
    print: ticket.print,
  });
  return { actions, ticket, go, promiseAt };
}
