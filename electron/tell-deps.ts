import type { ChangeOrderDeps } from './commands/change-order.ts';
import type { Line } from './line.ts';

/** What the steps of an order, and what they tell its customer, need of a line. */
export function tellDeps(line: Line, { now, newId }: { now: () => number; newId: () => string }): ChangeOrderDeps {
  const { store, feed, outbox, canSendFrom, values, shopLanguage, day, printing } = line;
  return {
    store,
    now,
    newId,
    publish: feed.publish,
    wakeOutbox: outbox.wake,
    canSendFrom,
    printsOnAccept: printing.printsOnAccept,
    telling: () => {
      const { tells, shopName } = values();
      return { tells, shopName, shopLanguage: shopLanguage(), timeZone: day().timeZone };
    },
  };
}
