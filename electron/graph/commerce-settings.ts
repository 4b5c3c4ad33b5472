import { fieldsOf, objectsOf } from '../wire/tolerant.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';
import { type Done, settleDone } from './settle-done.ts';

/** Null: not told. */
export type CommerceSettings = { cart: boolean | null; visible: boolean | null };

const pathOf = (phoneNumberId: string) => `${encodeURIComponent(phoneNumberId)}/whatsapp_commerce_settings`;
const flagOf = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

/** `GET /{phone}/whatsapp_commerce_settings`. A number that never had any is answered with an empty list: then Meta's defaults stand (cart on, hidden). */
export async function readCommerceSettings(access: GraphAccess, phoneNumberId: string): Promise<{ ok: true; commerce: CommerceSettings } | GraphFailure> {
  const answer = await callGraph({ access, path: pathOf(phoneNumberId), timeoutMs: 20_000 });
  if (!answer.ok) return answer;
  const list = fieldsOf(answer.body)?.['data'];
  const [first] = objectsOf(list);
  if (!first) return { ok: true, commerce: Array.isArray(list) ? { cart: true, visible: false } : { cart: null, visible: null } };
  return { ok: true, commerce: { cart: flagOf(first['is_cart_enabled']), visible: flagOf(first['is_catalog_visible']) } };
}

/** `POST /{phone}/whatsapp_commerce_settings`; what is not given stays. */
export async function setCommerceSettings(
  access: GraphAccess,
  phoneNumberId: string,
  { cart, visible }: { cart?: boolean | undefined; visible?: boolean | undefined },
): Promise<Done> {
  const query = new URLSearchParams();
  if (cart !== undefined) query.set('is_cart_enabled', String(cart));
  if (visible !== undefined) query.set('is_catalog_visible', String(visible));
  return settleDone(await callGraph({ access, path: `${pathOf(phoneNumberId)}?${query.toString()}`, method: 'POST', timeoutMs: 20_000 }));
}
