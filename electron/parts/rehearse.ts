import { createHmac, randomBytes } from 'node:crypto';
import { REHEARSAL_CUSTOMER, REHEARSAL_NUMBER } from '../../shared/domain/rehearsal.ts';
import type { Reason, Refused } from '../../shared/domain/reason.ts';
import { sameSecret } from '../inbound/verify-signature.ts';
import type { Store } from '../store/open-store.ts';

/** `ms`: from sending to memory. */
export type Rehearsed = { ok: true; orderId: number; ms: number } | Refused;

export type RehearseOptions = {
  store: Store;
  /** In force now; the first one signs. */
  appSecrets: () => readonly string[];
  /** Port of the line's own webhook server; null where it does not listen. */
  port: () => number | null;
  /** Where Meta calls; null: nothing leads here. `own`: by an address of the shop's own, which its router may not lead back in. */
  callback: () => { url: string; own: boolean } | null;
  /** ISO 4217. */
  currency: () => string;
  now: () => number;
  newId: () => string;
};

const MARK = 'wamid.shopbell-rehearsal.';
const TIMEOUT_MS = 10_000;

/**
 * Rehearsal orders: sent as Meta would send them, signed with the shop's own app secret, to the line's own webhook server. What tells
 * them from a customer's is a mark in the wamid that only this shop's key can make.
 */
export function createRehearsal({ store, appSecrets, port, callback, currency, now, newId }: RehearseOptions) {
  const key = store.facts.get('rehearsal_key') ?? randomBytes(32).toString('hex');
  store.facts.set('rehearsal_key', key);
  const proof = (id: string) => createHmac('sha256', key).update(id).digest('hex');

  return {
    /** Whether this shop's key made that mark; a forged one is an order like any other. */
    isRehearsal(wamid: string): boolean {
      if (!wamid.startsWith(MARK)) return false;
      const [id = '', given = ''] = wamid.slice(MARK.length).split('.');
      return sameSecret(given, proof(id));
    },
    /** Sends one to the webhook server itself; it is in memory when this resolves. */
    async rehearse(): Promise<Rehearsed> {
      const listens = port();
      if (listens === null) return { ok: false, reason: 'port-in-use' };
      return post(`http://127.0.0.1:${listens}/webhook`, 'unreachable');
    },
    /** Sends one the way that Meta's come: to the public address, from here. `loop-blocked`: the shop's router may not lead it back in, Meta's all the same. */
    async rehearsePublicly(): Promise<Rehearsed> {
      if (appSecrets().length === 0) return { ok: false, reason: 'not-configured' };
      if (port() === null) return { ok: false, reason: 'port-in-use' };
      const asked = callback();
      if (asked === null) return { ok: false, reason: 'no-way-in' };
      const sent = await post(asked.url, asked.own ? 'loop-blocked' : 'loop-unreachable');
      if (sent.ok) store.facts.set('rehearsed_at', String(now()));
      return sent;
    },
  };

  async function post(url: string, unheard: Reason): Promise<Rehearsed> {
    const [secret] = appSecrets();
    if (secret === undefined) return { ok: false, reason: 'not-configured' };
    const id = newId();
    const wamid = `${MARK}${id}.${proof(id)}`;
    const body = JSON.stringify(bodyOf(wamid, currency(), now()));
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    const began = now();
    const answer = await fetch(url, {
      method: 'POST',
      body,
      // Free ngrok addresses show a page first to what they take for a browser.
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}`, 'ngrok-skip-browser-warning': '1' },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => (isCertificate(error) ? 'certificate' : null));
    if (answer === 'certificate') return { ok: false, reason: 'loop-certificate' };
    if (answer === null) return { ok: false, reason: unheard };
    await answer.arrayBuffer().catch(() => null);
    const order = store.orders.byWamid(wamid);
    if (order) return { ok: true, orderId: order.id, ms: Math.max(0, Math.round(now() - began)) };
    return { ok: false, reason: reasonOf(answer) };
  }
}

/** The webhook server answers 503 and a pause where the disk refuses, and else 200 to a body that is signed and small: the rest is somebody else's answer. */
function reasonOf({ status, headers }: Response): Reason {
  if (status === 503 && headers.get('retry-after') === '30') return 'disk-failed';
  // A tunnel's provider says so itself where nothing is at the other end.
  return status >= 500 || headers.has('ngrok-error-code') ? 'loop-unreachable' : 'loop-other';
}

function isCertificate(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'code' in cause && /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(String(cause.code));
}

function bodyOf(wamid: string, currency: string, now: number): object {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '', phone_number_id: REHEARSAL_NUMBER },
    contacts: [{ profile: { name: 'Shopbell' }, user_id: REHEARSAL_CUSTOMER }],
    messages: [
      {
        from_user_id: REHEARSAL_CUSTOMER,
        id: wamid,
        timestamp: String(Math.floor(now / 1000)),
        type: 'order',
        order: { catalog_id: REHEARSAL_NUMBER, product_items: [{ product_retailer_id: 'TEST', quantity: 1, item_price: 1, currency }] },
      },
    ],
  };
  return { object: 'whatsapp_business_account', entry: [{ id: '0', changes: [{ field: 'messages', value }] }] };
}
