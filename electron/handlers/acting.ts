import type { ShopKind } from '../../shared/contract/common.ts';
import type { OrderView } from '../../shared/contract/orders.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { Line } from '../line.ts';
import { viewOrder } from '../queries/view-order.ts';
import type { PageContext } from './server.ts';

/** What every part of the contract's answers stands on. */
export type HandlerDeps = {
  /** The line that a page is connected to, or the one that runs now where that one has ended. */
  line: (shop: ShopKind) => Line;
  /** Refuses a page whose line has ended. */
  acting: <T>(context: PageContext, act: (line: Line) => T) => T | Refused;
  now: () => number;
  /** A UUID. */
  newId: () => string;
};

/** The order as it stands after a change, or why there was none. */
export function answerOrder(line: Line, now: number, orderId: number, result: { ok: true } | Refused): { ok: true; order: OrderView } | Refused {
  if (!result.ok) return result;
  const order = line.store.orders.get(orderId);
  return order ? { ok: true, order: viewOrder(line.store, order, now, line.shopLanguage()) } : { ok: false, reason: 'not-found' };
}
