import type { TellDeps } from './commands/plan-tell.ts';
import type { Line } from './line.ts';

/** What the steps of an order, and what they tell its customer, need of a line. */
export function tellDeps(line: Line, { now, newId }: { now: () => number; newId: () => string }): TellDeps {
  const { store, feed, outbox, canSendFrom, values, shopLanguage, day } = line;
  return {
    store,
    now,
    newId,
    publish: feed.publish,
    wakeOutbox: outbox.wake,
    canSendFrom,
    telling: () => {
      const { tells, shopName } = values();
      return { tells, shopName, shopLanguage: shopLanguage(), timeZone: day().timeZone };
    },
  };
}
