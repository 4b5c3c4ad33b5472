import type { GraphErrorBody } from '../../electron/wire/send-types.ts';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import { type PracticeShop, SECRET, TOKEN } from './practice-shop.ts';

export const APP_TOKEN = `${PRACTICE_ACCOUNT.appId}|${SECRET}`;

export type Answered = { status: number; body: Record<string, unknown>; error: GraphErrorBody['error'] | undefined; headers: Headers };

/** A management call with the shop's token, or another. `body` goes as JSON, `form` as a form. */
export async function askGraph(
  shop: Pick<PracticeShop, 'simulator'>,
  call: string,
  { token = TOKEN, body, form }: { token?: string | null; body?: unknown; form?: Record<string, string> } = {},
): Promise<Answered> {
  const [method = 'GET', path = ''] = call.split(' ');
  const response = await fetch(`${shop.simulator.graphUrl}/v25.0/${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
  });
  const answered = (await response.json()) as Record<string, unknown>;
  return { status: response.status, body: answered, error: answered['error'] as GraphErrorBody['error'] | undefined, headers: response.headers };
}

export const DONE = { success: true };
