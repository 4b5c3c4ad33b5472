import type { News } from '../../shared/contract/live.ts';
import type { Reason, Refused } from '../../shared/domain/reason.ts';
import { serviceWindow } from '../../shared/domain/service-window.ts';
import type { BlockAnswer } from '../graph/block-users.ts';
import type { Recipient } from '../graph/send-message.ts';
import type { Store } from '../store/open-store.ts';

export type BlockDeps = {
  store: Store;
  publish: (news: readonly News[]) => void;
  now: () => number;
  /** True where calls can be made. */
  canCall: () => boolean;
  canSendFrom: (phoneNumberId: string) => boolean;
  block: (phoneNumberId: string, names: readonly Recipient[], on: boolean) => Promise<BlockAnswer>;
};

/**
 * Blocks or unblocks a customer by Meta's block list, on each of the shop's numbers that they wrote to. What Meta refuses changes nothing here: only
 * where one of the numbers took it is it kept.
 */
export async function blockCustomer(deps: BlockDeps, customerId: number, on: boolean): Promise<{ ok: true } | Refused> {
  const { store } = deps;
  const row = store.customers.get(customerId);
  if (!row || row.erased_at !== null) return { ok: false, reason: 'not-found' };
  if (!deps.canCall()) return { ok: false, reason: 'not-configured' };
  const names = namesOf(store, customerId, on);
  if (names.length === 0) return { ok: false, reason: 'customer-unknown' };
  const chats = store.customerFacts.conversations(customerId).filter((chat) => deps.canSendFrom(chat.phone_number_id));
  if (chats.length === 0) return { ok: false, reason: 'no-chat' };
  // Meta refuses it later than that; there is no need to ask.
  const ours = on ? chats.filter((chat) => serviceWindow(chat.last_inbound_at, deps.now()).state === 'open') : chats;
  let why: Reason = 'block-refused';
  let done = false;
  for (const { phone_number_id: phoneNumberId } of ours) {
    const answer = await deps.block(phoneNumberId, names, on);
    if (answer.ok) done = true;
    else why = answer.reason;
  }
  if (!done) return { ok: false, reason: why };
  store.customers.setBlocked(customerId, on ? deps.now() : null);
  deps.publish([{ kind: 'customer', customerId }]);
  return { ok: true };
}

/** Blocked is who they are now; unblocked is every name that they may have been blocked by. */
function namesOf(store: Store, customerId: number, on: boolean): Recipient[] {
  const aliases = store.customerFacts.aliases(customerId);
  const phones = aliases.filter(({ kind }) => kind === 'wa_id').map(({ value }): Recipient => ({ phone: value }));
  const ids = aliases.filter(({ kind }) => kind === 'user_id').map(({ value }): Recipient => ({ userId: value }));
  const all = phones.length > 0 && on ? phones : [...phones, ...ids];
  return on ? all.slice(0, 1) : all;
}
