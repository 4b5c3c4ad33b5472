import { createHmac, randomBytes } from 'node:crypto';
import { REHEARSAL_CUSTOMER, REHEARSAL_NUMBER } from '../../shared/domain/rehearsal.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import { sameSecret } from '../inbound/verify-signature.ts';
import type { Store } from '../store/open-store.ts';

export type RehearseOptions = {
  store: Store;
  /** In force now; the first one signs. */
  appSecrets: () => readonly string[];
  /** Port of the line's own webhook server; null where it does not listen. */
  port: () => number | null;
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
export function createRehearsal({ store, appSecrets, port, currency, now, newId }: RehearseOptions) {
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
    /** Sends one; it is in memory when this resolves. */
    async rehearse(): Promise<{ ok: true; orderId: number } | Refused> {
      const [secret] = appSecrets();
      const listens = port();
      if (secret === undefined) return { ok: false, reason: 'not-configured' };
      if (listens === null) return { ok: false, reason: 'port-in-use' };
      const id = newId();
      const wamid = `${MARK}${id}.${proof(id)}`;
      const body = JSON.stringify(bodyOf(wamid, currency(), now()));
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      const answer = await fetch(`http://127.0.0.1:${listens}/webhook`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch(() => null);
      await answer?.arrayBuffer().catch(() => null);
      if (answer === null) return { ok: false, reason: 'unreachable' };
      // The server answers 503 where the disk refuses, and nothing else to a body that is signed and small.
      if (!answer.ok) return { ok: false, reason: answer.status === 503 ? 'disk-failed' : 'wrong-state' };
      const order = store.orders.byWamid(wamid);
      return order ? { ok: true, orderId: order.id } : { ok: false, reason: 'not-found' };
    },
  };
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
