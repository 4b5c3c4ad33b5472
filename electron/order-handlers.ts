import type { ShopKind } from '../shared/contract/common.ts';
import type { OrderView } from '../shared/contract/orders.ts';
import type { Refused } from '../shared/domain/reason.ts';
import { changeOrder } from './commands/change-order.ts';
import { undoStep } from './commands/undo-step.ts';
import type { Line } from './line.ts';
import { ordersBoard } from './queries/orders-board.ts';
import { viewOrder } from './queries/view-order.ts';
import { type PageContext, server } from './server.ts';

export type OrderHandlerDeps = {
  line: (shop: ShopKind) => Line;
  /** Refuses a page whose line has ended. */
  acting: <T>(context: PageContext, act: (line: Line) => T) => T | Refused;
  now: () => number;
};

/** The orders' part of the contract. */
export function orderHandlers({ acting, line: lineOf, now }: OrderHandlerDeps) {
  const os = server.orders;
  const changeDeps = ({ store, feed }: Line) => ({ store, now, publish: feed.publish });
  const answer = (line: Line, orderId: number, result: { ok: true } | Refused): { ok: true; order: OrderView } | Refused => {
    if (!result.ok) return result;
    const order = line.store.orders.get(orderId);
    return order ? { ok: true, order: viewOrder(line.store, order, now()) } : { ok: false, reason: 'not-found' };
  };
  const notYet = (): Refused => ({ ok: false, reason: 'not-possible-here' });

  return {
    board: os.board.handler(({ context }) => ordersBoard(lineOf(context.shop).store, now())),
    get: os.get.handler(({ context, input }) => {
      const { store } = lineOf(context.shop);
      const order = store.orders.get(input.orderId);
      return order && viewOrder(store, order, now());
    }),
    step: os.step.handler(({ context, input }) =>
      acting(context, (line) => {
        const { promisedAt } = input;
        const step = { orderId: input.orderId, action: input.action, reason: input.reason ?? null, ...(promisedAt === undefined ? {} : { promisedAt }) };
        return answer(line, input.orderId, changeOrder(changeDeps(line), step));
      }),
    ),
    undo: os.undo.handler(({ context, input }) =>
      acting(context, (line) => {
        const result = answer(line, input.orderId, undoStep(changeDeps(line), input.orderId, input.eventId));
        return result.ok ? { ...result, told: false, correction: null } : result;
      }),
    ),
    preview: os.preview.handler(() => null),
    promise: os.promise.handler(notYet),
    pay: os.pay.handler(notYet),
    fulfil: os.fulfil.handler(notYet),
    ask: os.ask.handler(notYet),
    addExtra: os.addExtra.handler(notYet),
    removeExtra: os.removeExtra.handler(notYet),
    revise: os.revise.handler(notYet),
    settleRevision: os.settleRevision.handler(notYet),
    merge: os.merge.handler(notYet),
    make: os.make.handler(notYet),
  };
}
