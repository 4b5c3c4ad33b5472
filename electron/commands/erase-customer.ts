import type { News } from '../../shared/contract/live.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { Erasure } from '../store/erasures.ts';
import type { Store } from '../store/open-store.ts';

export type EraseDeps = {
  store: Store;
  publish: (news: readonly News[]) => void;
  now: () => number;
  /** Random, 32 bytes in hex. */
  newKey: () => string;
  /** Comes back after the event loop has taken what waits. */
  breathe: () => Promise<void>;
  /** Removes the files that no message names any more. */
  sweepFiles: () => Promise<unknown>;
};
export type Erased = { ok: true; messages: number; files: number; arrivals: number } | Refused;

/**
 * Erases everything about a person: at once what names them and what waits to be sent, then message by message the rest, while the shop goes on. Orders
 * stay as figures without a name. `not-found` where there is none, or that was done already.
 */
export async function eraseCustomer(deps: EraseDeps, customerId: number): Promise<Erased> {
  const { store } = deps;
  const row = store.customers.get(customerId);
  if (!row || row.erased_at !== null) return { ok: false, reason: 'not-found' };
  const chats = store.conversations.of(customerId);
  const orders = store.orders.openOf(customerId);
  const at = deps.now();
  store.erasures.begin(customerId, at, (aliases) => store.erasedAliases.add(aliases, at, deps.newKey()));
  const news: News[] = [
    { kind: 'customer', customerId },
    ...chats.map((conversationId): News => ({ kind: 'conversation', conversationId })),
    ...orders.map((orderId): News => ({ kind: 'order', orderId })),
  ];
  deps.publish(news);
  const erased = await goOn(deps, customerId);
  deps.publish(news);
  // A shop that closes meanwhile goes on with it when it opens.
  return erased ? { ok: true, messages: erased.messages, files: erased.files, arrivals: erased.arrivals } : { ok: false, reason: 'not-possible-here' };
}

/** Brings to their end what a program that ended left half erased. */
export async function resumeErasures(deps: Omit<EraseDeps, 'now' | 'newKey'>): Promise<void> {
  for (const { customerId } of deps.store.erasures.open()) {
    await goOn(deps, customerId);
    if (deps.store.erasures.isOpen()) deps.publish([{ kind: 'customer', customerId }]);
  }
}

async function goOn({ store, breathe, sweepFiles }: Pick<EraseDeps, 'store' | 'breathe' | 'sweepFiles'>, customerId: number): Promise<Erasure | null> {
  while (store.erasures.step(customerId)) {
    await breathe();
    if (!store.erasures.isOpen()) return null;
  }
  const erased = store.erasures.finish(customerId);
  if (erased && erased.files > 0) await sweepFiles();
  return erased;
}
