import { callGraph, type GraphAccess } from './graph-call.ts';
import { type Done, settleDone } from './settle-done.ts';

/**
 * `POST /{phone}/register`: registers a number for the Cloud API with its six digits. Where it has two-step verification they have to be those, else they
 * become it.
 */
export async function registerNumber(access: GraphAccess, phoneNumberId: string, pin: string): Promise<Done> {
  const body = { messaging_product: 'whatsapp', pin };
  return settleDone(await callGraph({ access, path: `${encodeURIComponent(phoneNumberId)}/register`, body, timeoutMs: 45_000, hide: [pin] }));
}
