import { answerOrder, type HandlerDeps } from './acting.ts';
import { addExtra, removeExtra } from '../commands/change-extras.ts';
import { changeOrder } from '../commands/change-order.ts';
import { makeOrder } from '../commands/make-order.ts';
import { markPaid } from '../commands/mark-paid.ts';
import { mergeOrders } from '../commands/merge-orders.ts';
import { previewStep } from '../commands/preview-step.ts';
import { promiseTime } from '../commands/promise-time.ts';
import { undoStep } from '../commands/undo-step.ts';
import type { Line } from '../line.ts';
import { listOrders } from '../queries/list-orders.ts';
import { ordersBoard } from '../queries/orders-board.ts';
import { viewOrder } from '../queries/view-order.ts';
import { server } from './server.ts';
import { stepDeps } from './step-deps.ts';

/** The orders' part of the contract: where they stand, their steps, and orders made by hand. */
export function orderHandlers({ acting, line: lineOf, now, newId }: HandlerDeps) {
  const os = server.orders;
  const telling = (line: Line) => stepDeps(line, { now, newId });
  const editing = ({ store, feed }: Line) => ({ store, now, publish: feed.publish });

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
    list: os.list.handler(({ context, input }) => {
      const { store, shopLanguage } = lineOf(context.shop);
      return listOrders(store, { states: input.states, customerId: input.customerId ?? null, before: input.before ?? null }, now(), shopLanguage());
    }),
    step: os.step.handler(({ context, input }) =>
      acting(context, (line) => {
        const { orderId, action, promisedAt, tell } = input;
        const step = { orderId, action, reason: input.reason ?? null, ...(promisedAt === undefined ? {} : { promisedAt }), tell };
        return answerOrder(line, now(), orderId, changeOrder(telling(line), step));
      }),
    ),
    undo: os.undo.handler(({ context, input }) =>
      acting(context, (line) => {
        const undone = undoStep(telling(line), input.orderId, input.eventId);
        if (!undone.ok) return undone;
        const answer = answerOrder(line, now(), input.orderId, undone);
        return answer.ok ? { ...answer, told: undone.told, correction: undone.correction } : answer;
      }),
    ),
    preview: os.preview.handler(({ context, input }) =>
      previewStep(telling(lineOf(context.shop)), { ...input, reason: input.reason ?? null, promisedAt: input.promisedAt }),
    ),
    promise: os.promise.handler(({ context, input }) => acting(context, (line) => answerOrder(line, now(), input.orderId, promiseTime(editing(line), input)))),
    pay: os.pay.handler(({ context, input }) => acting(context, (line) => answerOrder(line, now(), input.orderId, markPaid(editing(line), input)))),
    addExtra: os.addExtra.handler(({ context, input }) => acting(context, (line) => answerOrder(line, now(), input.orderId, addExtra(editing(line), input)))),
    removeExtra: os.removeExtra.handler(({ context, input }) =>
      acting(context, (line) => answerOrder(line, now(), input.orderId, removeExtra(editing(line), input))),
    ),
    merge: os.merge.handler(({ context, input }) => acting(context, (line) => answerOrder(line, now(), input.orderId, mergeOrders(editing(line), input)))),
    make: os.make.handler(({ context, input }) =>
      acting(context, (line) => {
        const made = makeOrder({ ...editing(line), day: line.day, printsTicket: line.printing.printsMade }, input);
        return made.ok ? answerOrder(line, now(), made.orderId, made) : made;
      }),
    ),
  };
}
