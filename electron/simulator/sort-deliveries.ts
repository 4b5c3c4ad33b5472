import type { Misbehaviour } from '../../shared/contract/practice.ts';
import type { Change } from '../wire/webhook-types.ts';
import type { Postman } from './post-webhook.ts';
import type { ScaledTimers } from './scaled-timers.ts';
import { type Random, shuffled } from './seeded-random.ts';

/** Something that happened, on its way to the shop. Those of one customer keep their order unless told otherwise. */
export type Happening = { customer: string; change: Change };

/** Takes what happened; resolves when the shop has answered the first try of its webhook, or the simulator stopped. */
export type PutInMail = (happening: Happening) => Promise<void>;

type Bagged = Happening & { done: () => void };

/** Long enough for a few things to meet. */
const BATCH_MS = 1_500;
/** A bag to be shuffled waits for this much quiet: longer than any pause between two ticks of a message, so that they meet in it. */
const QUIET_MS = 6_000;
/** A shop that is never quiet gets its mail all the same. */
const FULL_BAG = 200;
/** Meta's limit of updates in one POST. */
const LARGEST_BATCH = 1000;

export type SortingOptions = { postman: Postman; timers: ScaledTimers; random: Random; behaviour: () => Misbehaviour };

/** Brings what happens to the shop as well or as badly as the behaviour says: twice, late, bundled, in disorder. */
export function sortDeliveries({ postman, timers, random, behaviour }: SortingOptions): PutInMail {
  const tails = new Map<string, Promise<void>>();
  let bag: Bagged[] = [];
  let turn = 0;

  const send = async (changes: readonly Change[]): Promise<void> => {
    const { repeat, delayMs } = behaviour();
    if (delayMs > 0 && !(await timers.pauseExactly(delayMs))) return;
    await Promise.all(repeat ? [postman.post(changes), postman.post(changes)] : [postman.post(changes)]);
  };

  const sendInOrder = (customer: string, changes: readonly Change[]): Promise<void> => {
    // Behind a delayed one nobody waits: after the delay is switched off, the next has to arrive first.
    if (behaviour().delayMs > 0) return send(changes);
    const tail = (tails.get(customer) ?? Promise.resolve()).then(() => send(changes));
    tails.set(customer, tail);
    return tail.finally(() => {
      if (tails.get(customer) === tail) tails.delete(customer);
    });
  };

  const empty = async (): Promise<void> => {
    const { batch, reorder } = behaviour();
    const items = reorder ? shuffled(bag, random) : bag;
    bag = [];
    const size = batch ? LARGEST_BATCH : 1;
    for (let start = 0; start < items.length; start += size) {
      const part = items.slice(start, start + size);
      const sent = send(part.map((item) => item.change)).then(() => part.forEach((item) => item.done()));
      if (behaviour().delayMs === 0) await sent;
    }
  };

  const closeBag = async (after: number): Promise<void> => {
    turn += 1;
    const mine = turn;
    const over = await timers.pause(after);
    if (over && mine === turn) await empty();
    if (!over) bag.splice(0).forEach((item) => item.done());
  };

  const fill = (happening: Happening, reorder: boolean): Promise<void> =>
    new Promise((resolve) => {
      bag.push({ ...happening, done: resolve });
      if (bag.length === 1 || (reorder && bag.length < FULL_BAG)) void closeBag(reorder ? QUIET_MS : BATCH_MS);
    });

  return (happening) => {
    const { batch, reorder } = behaviour();
    return batch || reorder ? fill(happening, reorder) : sendInOrder(happening.customer, [happening.change]);
  };
}
