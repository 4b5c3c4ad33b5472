import { createHmac, randomUUID } from 'node:crypto';

export const BENCH_SECRET = 'bench-app-secret';

export type SignedBody = { body: string; signature: string };

/**
 * Webhook bodies as Meta sends them, each with ids of its own, each signed: of ten, four texts, two product questions, two
 * orders, two ticks. About 900 bytes each.
 */
export function signedBodies(count: number): SignedBody[] {
  return Array.from({ length: count }, (_, index) => {
    const body = JSON.stringify(bodyOf(index));
    return { body, signature: `sha256=${createHmac('sha256', BENCH_SECRET).update(body).digest('hex')}` };
  });
}

/** Of such bodies those that are orders alone. */
export function orderBodies(count: number): SignedBody[] {
  return signedBodies(count * 5).filter((_, index) => index % 10 === 6 || index % 10 === 7);
}

function bodyOf(index: number): object {
  const from = `1650555${String(1000 + (index % 400))}`;
  const message = { from, from_user_id: `US.${from}`, id: `wamid.${randomUUID()}`, timestamp: String(Math.floor(Date.now() / 1000)) };
  const contacts = [{ profile: { name: `Customer ${from}` }, wa_id: from, user_id: `US.${from}` }];
  return envelope(valueOf(index % 10, message, contacts));
}

function valueOf(kind: number, message: object, contacts: object[]): object {
  if (kind < 4) return { contacts, messages: [{ ...message, type: 'text', text: { body: 'Are you open on Sunday, and until when?' } }] };
  if (kind < 6)
    return {
      contacts,
      messages: [
        {
          ...message,
          type: 'text',
          text: { body: 'Is this still available?' },
          context: { from: '15550783881', id: 'wamid.p', referred_product: { catalog_id: '194836987003835', product_retailer_id: 'CAKE-007' } },
        },
      ],
    };
  if (kind < 8) {
    const product_items = ['BREAD-021', 'CAKE-007', 'ROLL-003'].map((product_retailer_id, at) => ({
      product_retailer_id,
      quantity: at + 1,
      item_price: 6.5,
      currency: 'EUR',
    }));
    return { contacts, messages: [{ ...message, type: 'order', order: { catalog_id: '194836987003835', text: 'Please slice one.', product_items } }] };
  }
  const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' };
  return { statuses: [{ id: `wamid.${randomUUID()}`, status: 'delivered', timestamp: '1750030080', recipient_id: '16505551234', pricing }] };
}

function envelope(value: object): object {
  const metadata = { display_phone_number: '15550783881', phone_number_id: '106540352242922' };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }] }],
  };
}
