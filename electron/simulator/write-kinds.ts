import type { PracticeAction } from '../../shared/contract/practice.ts';
import { BAKERY } from './bakery.ts';
import type { Customer } from './keep-customers.ts';
import { PHRASES } from './phrases.ts';
import { PLACES } from './places.ts';
import type { Random } from './seeded-random.ts';
import { type Written, writeAnyText } from './write-message.ts';

/** What needs no other message to speak of. */
export const KIND_ACTIONS = [
  'place',
  'contact-card',
  'forward',
  'form-answer',
  'ad',
  'group',
  'unsupported',
  'look-at-phone',
  'unknown-kind',
  'welcome',
] as const satisfies readonly PracticeAction[];
export type KindAction = (typeof KIND_ACTIONS)[number];

const UNKNOWN_TYPE = {
  code: 131051,
  title: 'Message type unknown',
  message: 'Message type unknown',
  error_data: { details: 'Message type is currently not supported.' },
};
const UNAVAILABLE = {
  code: 131060,
  title: 'This message is unavailable',
  message: 'This message is unavailable',
  error_data: { details: 'This message is currently unavailable.' },
};
const NOT_PASSED_ON = ['poll_creation', 'gif', 'group_invite', 'view_once'];

export function writeKind(action: KindAction, customer: Customer, random: Random): Written {
  switch (action) {
    case 'place':
      return { type: 'location', location: random.pick(PLACES.filter((place) => place.name !== undefined)) };
    case 'contact-card':
      return {
        type: 'contacts',
        contacts: [
          {
            name: { formatted_name: 'Robin Miller', first_name: 'Robin', last_name: 'Miller' },
            phones: [{ phone: '+1 650-555-0164', wa_id: '16505550164', type: 'CELL' }],
            emails: [{ email: 'robin@flour.example', type: 'WORK' }],
            org: { company: 'Flour & Sons', title: 'Miller' },
            urls: [{ url: 'https://flour.example', type: 'WORK' }],
            birthday: '1984-04-17',
            origin: 'other',
          },
        ],
      };
    case 'forward':
      return { ...writeAnyText(customer, random), context: random.next() < 0.7 ? { forwarded: true } : { frequently_forwarded: true } };
    case 'form-answer': {
      const answers = { flow_token: 'practice', pickup_day: 'Saturday', pieces: '12', allergies: ['nuts'] };
      return { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: JSON.stringify(answers) } } };
    }
    case 'ad':
      return {
        ...writeAnyText(customer, random),
        referral: {
          source_url: 'https://fb.me/practice',
          source_id: '120210000000000001',
          source_type: 'ad',
          headline: 'Walnut cake this weekend',
          body: 'Order by Friday, pick up on Saturday.',
          media_type: 'image',
          image_url: 'https://scontent.example/walnut.jpg',
          ctwa_clid: 'ARAkLkA8rmlFeiCktEJQ-QTwRiyYHAFDLMNDBH0CD3qpjd0HR4irJ6LEkR7JwFF4',
        },
      };
    case 'group':
      return { ...writeAnyText(customer, random), group_id: 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD' };
    case 'unsupported':
      return { type: 'unsupported', unsupported: { type: random.pick(NOT_PASSED_ON) }, errors: [UNKNOWN_TYPE] };
    case 'look-at-phone':
      return { type: 'unsupported', errors: [UNAVAILABLE] };
    case 'unknown-kind':
      return { type: 'sticky_note', sticky_note: { title: random.pick(BAKERY).name, colour: 'yellow', body: random.pick(PHRASES[customer.speaks].text) } };
    case 'welcome':
      return { type: 'request_welcome' };
  }
}

/**
 * A payment through WhatsApp as its status names it (India alone has them); amounts are minor units.
 * @param order number of the order that is paid, as the shop wrote it; null: some other bill
 */
export function paymentOf(order: string | null, random: Random, seconds: string): Record<string, unknown> {
  const transaction = {
    id: 'pay_practice',
    pg_transaction_id: 'pg_practice',
    type: 'razorpay',
    status: 'success',
    created_timestamp: Number(seconds) - 5,
    updated_timestamp: Number(seconds),
    method: { type: 'upi' },
  };
  const amount = { value: random.int(50, 400) * 100, offset: 100 };
  return {
    type: 'payment',
    payment: {
      reference_id: order === null ? `bill-${random.int(100, 999)}` : `order-${order}`,
      amount,
      currency: 'INR',
      transaction,
    },
  };
}
