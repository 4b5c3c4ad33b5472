import type { GraphRequest } from '../answer-graph.ts';
import type { GraphAnswer, Refusal } from '../graph-answer.ts';
import { DONE } from './answer-app.ts';
import type { PaperAccount } from './keep-account.ts';
import { readParameters } from './read-parameters.ts';

const WINDOW_MS = 72 * 60 * 60 * 1000;
/** Registrations of one number in 72 hours (Meta's page on 133016). */
const MOST_REGISTRATIONS = 10;

/** `POST /{phone}/register`. Where the number has two-step verification, the digits have to be those; else they become it. */
export function registerNumbers(account: PaperAccount, now: () => number): (request: GraphRequest) => GraphAnswer | Refusal {
  let tries: number[] = [];
  return (request) => {
    const parameter = readParameters(request);
    const pin = parameter('pin');
    if (parameter('messaging_product') !== 'whatsapp') return { code: 100, message: '(#100) The parameter messaging_product is required.' };
    if (pin === null || !/^\d{6}$/.test(pin)) return { code: 100, message: '(#100) Param pin must be a string of six digits.' };
    tries = tries.filter((at) => now() - at < WINDOW_MS);
    if (tries.length >= MOST_REGISTRATIONS) {
      return { code: 133016, details: 'Registration or deregistration failed because there were too many attempts for this phone number recently.' };
    }
    tries.push(now());
    if (account.pin !== null && account.pin !== pin) return { code: 133005, details: 'The two-step verification PIN is incorrect.' };
    account.pin = pin;
    account.registered = true;
    return DONE;
  };
}

const FLAGS = ['is_cart_enabled', 'is_catalog_visible'] as const;

/** `GET` and `POST /{phone}/whatsapp_commerce_settings`. */
export function answerCommerce(account: PaperAccount, request: GraphRequest): GraphAnswer | Refusal | null {
  const { commerce } = account;
  if (request.method === 'GET') {
    const entry = { id: '527759822865714', is_cart_enabled: commerce.cart, is_catalog_visible: commerce.visible };
    return { kind: 'json', status: 200, body: { data: [entry] } };
  }
  if (request.method !== 'POST') return null;
  const parameter = readParameters(request);
  const [cart, visible] = FLAGS.map(parameter);
  const odd = FLAGS.find((name) => !['true', 'false', null].includes(parameter(name)));
  if (odd !== undefined) return { code: 100, message: `(#100) Param ${odd} must be a boolean` };
  account.commerce = { cart: cart ? cart === 'true' : commerce.cart, visible: visible ? visible === 'true' : commerce.visible };
  return DONE;
}
