import { createHmac } from 'node:crypto';
import { APP_SECRET, ONPREM_SECRET, PHONE_NUMBER_ID } from './start-shop.ts';

/** What Meta would put into the header: HMAC-SHA256 over the raw bytes. */
export function sign(body: string | Uint8Array, secret = APP_SECRET): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** Posts a signed body as Meta does; objects become JSON. Gives the HTTP status. */
export async function postSigned(webhookUrl: string, body: unknown, headers: Record<string, string> = {}): Promise<number> {
  const bytes = typeof body === 'string' ? body : Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body);
  const response = await fetch(webhookUrl, {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': sign(bytes), ...headers },
  });
  await response.arrayBuffer();
  return response.status;
}

/** Posts a bare On-Premises body behind its secret path. */
export async function postOnprem(webhookUrl: string, body: unknown, secret = ONPREM_SECRET): Promise<number> {
  const response = await fetch(new URL(`/onprem/${secret}`, webhookUrl), { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
  await response.arrayBuffer();
  return response.status;
}

type Value = { messages?: object[]; statuses?: object[]; contacts?: object[]; errors?: object[]; [more: string]: unknown };

/** The Cloud API's envelope around one value. */
export function envelope(value: Value, field = 'messages', phoneNumberId = PHONE_NUMBER_ID): object {
  const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ field, value: { messaging_product: 'whatsapp', metadata, ...value } }] }],
  };
}

export const ONPREM_SECRET_WRONG = 'not-the-onprem-secret';

let counter = 0;
/** Unix seconds as Meta writes them. */
export const seconds = (ms: number): string => String(Math.floor(ms / 1000));

/** A text message of a fictional customer. */
export function textMessage(over: Record<string, unknown> = {}): { id: string } & Record<string, unknown> {
  counter += 1;
  return {
    from: '16505550111',
    id: `wamid.text.${counter}`,
    timestamp: seconds(Date.now()),
    type: 'text',
    text: { body: 'Is this still available?' },
    ...over,
  };
}

/** A sent cart of a fictional customer. */
export function orderMessage(over: Record<string, unknown> = {}): { id: string } & Record<string, unknown> {
  counter += 1;
  const product_items = [
    { product_retailer_id: 'di9ozbzfi4', quantity: 2, item_price: 30, currency: 'USD' },
    { product_retailer_id: 'nqryix03ez', quantity: 1, item_price: 25, currency: 'USD' },
  ];
  const order = { catalog_id: '194836987003835', text: 'Love these!', product_items };
  return { from: '16505550111', id: `wamid.order.${counter}`, timestamp: seconds(Date.now()), type: 'order', order, ...over };
}

/** A tick of a message of ours. */
export function tick(wamid: string, status: string, over: Record<string, unknown> = {}): object {
  return { id: wamid, status, timestamp: seconds(Date.now()), recipient_id: '16505550111', ...over };
}

export const CONTACT = { profile: { name: 'Sheena Nelson' }, wa_id: '16505550111' };
