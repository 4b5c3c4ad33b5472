import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';

/**
 * `POST /{phone}/messages` with `status: read`: marks a customer's message and all before it as read (up to 30 days back).
 * @param typing also shows for up to 25 s, or until the next message of ours, that an answer is being written; Meta has no way to show it alone
 */
export async function markMessageRead(
  access: GraphAccess,
  { phoneNumberId, wamid, typing }: { phoneNumberId: string; wamid: string; typing: boolean },
): Promise<{ ok: true } | GraphFailure> {
  const body = { messaging_product: 'whatsapp', status: 'read', message_id: wamid, ...(typing ? { typing_indicator: { type: 'text' } } : {}) };
  const answer = await callGraph({ access, path: `${encodeURIComponent(phoneNumberId)}/messages`, body, timeoutMs: 15_000 });
  return answer.ok ? { ok: true } : answer;
}
