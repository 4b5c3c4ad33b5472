import { fieldsOf, textOf } from '../wire/tolerant.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';
import type { CallbacksAtMeta } from './read-phone.ts';

const BAD_PARAMETER = 100;

/** `GET /{phone}?fields=webhook_configuration`: where the number's webhooks go, by level; null where Meta does not tell it. */
export async function readCallbacks(access: GraphAccess, phoneNumberId: string): Promise<{ ok: true; callbacks: CallbacksAtMeta | null } | GraphFailure> {
  const answer = await callGraph({ access, path: `${encodeURIComponent(phoneNumberId)}?fields=webhook_configuration`, timeoutMs: 20_000 });
  if (!answer.ok) return answer.kind === 'refused' && answer.code === BAD_PARAMETER ? { ok: true, callbacks: null } : answer;
  const found = fieldsOf(fieldsOf(answer.body)?.['webhook_configuration']);
  if (!found) return { ok: true, callbacks: null };
  return {
    ok: true,
    callbacks: { number: textOf(found['phone_number']), account: textOf(found['whatsapp_business_account']), app: textOf(found['application']) },
  };
}
