import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ShopKind } from '../../shared/contract/common.ts';

/** What a notification is about: an order, a chat, the orders as a whole, or the connection. */
export type ToastAddress = { shop: ShopKind } & (
  | { what: 'order'; orderId: number }
  | { what: 'chat'; conversationId: number }
  | { what: 'board' | 'connection' }
);
export type ToastActivation = { address: ToastAddress; accept: boolean };

/**
 * "sb1", the shop (r, p), what (o, c, b, n), its id, "x", and 20 hex digits of an HMAC. Windows keeps it in the Action Center, also while the
 * program does not run: letters and digits alone, at most 64 of them (a toast's tag). Do not change what was shown once.
 */
const TAG = /^(?<named>sb1(?<shop>[rp])(?<what>[ocbn])(?<id>\d{1,15}))x(?<proof>[0-9a-f]{20})$/;
/** Far above what Windows hands over. */
const LONGEST_ARGUMENTS = 500;

/**
 * Writes the address as a toast's tag, proved by the key of the shop's own memory: an order's id of another memory (a new data folder, a
 * practice shop begun anew) means another order, and must not open it.
 */
export function writeToastTag(address: ToastAddress, key: string): string {
  const id = address.what === 'order' ? address.orderId : address.what === 'chat' ? address.conversationId : 0;
  const named = `sb1${address.shop === 'real' ? 'r' : 'p'}${{ order: 'o', chat: 'c', board: 'b', connection: 'n' }[address.what]}${id}`;
  return `${named}x${prove(named, key)}`;
}

/**
 * Reads what Windows hands over of a clicked notification: "type=click&tag=TAG", "type=action&action=0&tag=TAG" (the one button that ours
 * have is "Accept"). Null for whatever is not ours, not whole, or of a memory that is not there any more.
 * @param keyOf the key of a shop's memory; null where that shop does not run
 */
export function readActivation(given: string, keyOf: (shop: ShopKind) => string | null): ToastActivation | null {
  if (given.length > LONGEST_ARGUMENTS) return null;
  const fields = new URLSearchParams(given);
  const parts = TAG.exec(fields.get('tag') ?? '')?.groups;
  const { named, proof, shop: letter, what, id } = parts ?? {};
  if (named === undefined || proof === undefined) return null;
  const shop = letter === 'r' ? 'real' : 'practice';
  const key = keyOf(shop);
  if (key === null || !timingSafeEqual(Buffer.from(proof), Buffer.from(prove(named, key)))) return null;
  const type = fields.get('type') ?? 'click';
  if (type !== 'click' && type !== 'action') return null;
  const number = Number(id);
  if (what === 'o') return { address: { shop, what: 'order', orderId: number }, accept: type === 'action' };
  if (type === 'action') return null;
  if (what === 'c') return { address: { shop, what: 'chat', conversationId: number }, accept: false };
  return { address: { shop, what: what === 'n' ? 'connection' : 'board' }, accept: false };
}

/** Windows may also start the program with what was clicked as an argument among Chromium's own. */
export function findActivation(commandLine: readonly string[]): string | null {
  return commandLine.find((argument) => /^type=(?:click|action)&/.test(argument)) ?? null;
}

function prove(named: string, key: string): string {
  return createHmac('sha256', key).update(named).digest('hex').slice(0, 20);
}
