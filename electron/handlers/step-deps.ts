import type { StepDeps } from '../commands/change-order.ts';
import type { Line } from '../line.ts';

/** What the steps of an order, what they tell its customer, and its ticket need of a line. */
export function stepDeps(line: Line, { now, newId }: { now: () => number; newId: () => string }): StepDeps {
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
