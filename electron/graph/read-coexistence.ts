import { fieldsOf, textOf } from '../wire/tolerant.ts';
import { callGraph, type GraphAccess } from './graph-call.ts';

/** `GET /{phone}?fields=is_on_biz_app`: whether a number is in the WhatsApp Business app too; null where Meta does not tell. A newer field, so it is asked alone. */
export async function readCoexistence(access: GraphAccess, phoneNumberId: string): Promise<boolean | null> {
  const answer = await callGraph({ access, path: `${encodeURIComponent(phoneNumberId)}?fields=is_on_biz_app`, timeoutMs: 20_000 });
  const told = answer.ok ? fieldsOf(answer.body)?.['is_on_biz_app'] : null;
  return typeof told === 'boolean' ? told : textOf(told) === null ? null : textOf(told) === 'true';
}
