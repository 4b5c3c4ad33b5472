import type { Refused } from '../shared/domain/reason.ts';
import { answerOrder, type HandlerDeps } from './acting.ts';
import { changeOrder } from './commands/change-order.ts';
import { undoStep } from './commands/undo-step.ts';
import type { Line } from './line.ts';
import { ordersBoard } from './queries/orders-board.ts';
import { viewOrder } from './queries/view-order.ts';
import { server } from './server.ts';

/** The orders' part of the contract: where they stand, their steps, and orders made by hand. */
export function orderHandlers({ acting, line: lineOf, now }: HandlerDeps) {
  const os = server.orders;
  const changeDeps = ({ store, feed, printing }: Line) => ({ store, now, publish: feed.publish, printsOnAccept: printing.printsOnAccept });
  const notYet = (): Refused => ({ ok: false, reason: 'not-possible-here' });

  return {
    board: os.board.handler(({ context }) => {
      const { store, shopLanguage } = lineOf(context.shop);
      return ordersBoard(store, now(), shopLanguage());
    }),
    get: os.get.handler(({ context, input }) => {
      const { store, shopLanguage } = lineOf(context.shop);
      const order = store.orders.get(input.orderId);
      return order && viewOrder(store, order, now(), shopLanguage());
    }),
    list: os.list.handler(() => ({ orders: [], more: false })),
    step: os.step.handler(({ context, input }) =>
      acting(context, (line) => {
        const { promisedAt } = input;
        const step = { orderId: input.orderId, action: input.action, reason: input.reason ?? null, ...(promisedAt === undefined ? {} : { promisedAt }) };
        return answerOrder(line, now(), input.orderId, changeOrder(changeDeps(line), step));
      }),
    ),
    undo: os.undo.handler(({ context, input }) =>
      acting(context, (line) => {
        const result = answerOrder(line, now(), input.orderId, undoStep(changeDeps(line), input.orderId, input.eventId));
        return result.ok ? { ...result, told: false, correction: null } : result;
      }),
    ),
    preview: os.preview.handler(() => null),
    promise: os.promise.handler(notYet),
    pay: os.pay.handler(notYet),
    addExtra: os.addExtra.handler(notYet),
    removeExtra: os.removeExtra.handler(notYet),
    merge: os.merge.handler(notYet),
    make: os.make.handler(notYet),
  };
}
