import { expect } from 'vitest';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import type { PracticeAction } from '../../shared/contract/practice.ts';

const { catalogId, displayPhoneNumber: SHOP } = PRACTICE_ACCOUNT;

export const WORDS = expect.stringMatching(/\S/) as unknown;
export const WAMID = expect.stringMatching(/^wamid\.[A-Za-z0-9+/]{40,}=*$/) as unknown;
export const SECONDS = expect.stringMatching(/^\d{10}$/) as unknown;
const DIGITS = expect.stringMatching(/^\d+$/) as unknown;
export const PHONE = expect.stringMatching(/^\d{9,15}$/) as unknown;
export const USER = expect.stringMatching(/^[A-Z]{2}\.\d{20}$/) as unknown;
export const NUMBER = expect.any(Number) as unknown;
const HASH = expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) as unknown;
const QUESTION = expect.stringMatching(/[?？؟]/) as unknown;

/** What is there before an action: somebody wrote, and the shop asked all that can be asked. `said`: ids of the text and of the shop's messages. */
export type Before = { text: string; from: string | undefined; buttons: string; place: string; list: string };
export type Shape = (before: Before) => object;

export const file = (mimeType: unknown): object => ({ mime_type: mimeType, sha256: HASH, id: DIGITS });
const failure = (code: number): object => ({ code, title: WORDS, message: WORDS, error_data: { details: WORDS } });
export const text = { type: 'text', text: { body: WORDS } };
export const order = (items: unknown): object => ({ catalog_id: catalogId, product_items: items });
export const line = { product_retailer_id: WORDS, quantity: NUMBER, item_price: NUMBER, currency: 'EUR' };
const inquiry = { from: SHOP, id: WAMID, referred_product: { catalog_id: catalogId, product_retailer_id: WORDS } };

/** The samples of Meta's webhook reference, message by message: exactly these keys, beside sender, id and time. */
export const MESSAGES = {
  order: () => ({ type: 'order', order: expect.objectContaining(order(expect.arrayContaining([line]))) as unknown }),
  question: () => ({ type: 'text', text: { body: QUESTION }, context: inquiry }),
  text: () => text,
  photo: () => ({ type: 'image', image: { caption: WORDS, ...file('image/png') } }),
  video: () => ({ type: 'video', video: { caption: WORDS, ...file('video/mp4') } }),
  voice: () => ({ type: 'audio', audio: { ...file('audio/ogg; codecs=opus'), voice: true } }),
  'audio-file': () => ({ type: 'audio', audio: { ...file(expect.stringMatching(/^audio\/(amr|mp4)$/)), voice: false } }),
  document: () => ({ type: 'document', document: { filename: 'Wish list.pdf', ...file('application/pdf') } }),
  sticker: () => ({ type: 'sticker', sticker: { ...file('image/webp'), animated: false } }),
  'press-first': ({ buttons }) => pressed(buttons, 'a', 'Yes'),
  'press-last': ({ buttons }) => pressed(buttons, 'b', 'No'),
  location: ({ place }) => ({
    type: 'location',
    location: expect.objectContaining({ latitude: NUMBER, longitude: NUMBER }) as unknown,
    context: { from: SHOP, id: place },
  }),
  address: () => ({ type: 'text', text: { body: expect.stringMatching(/\d/) as unknown } }),
  'list-answer': ({ list }) => ({
    type: 'interactive',
    interactive: { type: 'list_reply', list_reply: { id: 'r1', title: 'Rye', description: 'Dark' } },
    context: { from: SHOP, id: list },
  }),
  place: () => ({ type: 'location', location: { latitude: NUMBER, longitude: NUMBER, name: WORDS, address: WORDS } }),
  'contact-card': () => ({
    type: 'contacts',
    contacts: [
      {
        name: { formatted_name: WORDS, first_name: WORDS, last_name: WORDS },
        phones: [{ phone: WORDS, wa_id: DIGITS, type: 'CELL' }],
        emails: [{ email: WORDS, type: 'WORK' }],
        org: { company: WORDS, title: WORDS },
        urls: [{ url: WORDS, type: 'WORK' }],
        birthday: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as unknown,
        origin: 'other',
      },
    ],
  }),
  react: ({ list }) => ({ type: 'reaction', reaction: { message_id: list, emoji: WORDS } }),
  'withdraw-reaction': ({ list }) => ({ type: 'reaction', reaction: { message_id: list } }),
  quote: ({ list }) => ({ ...text, context: { from: SHOP, id: list } }),
  forward: () => ({ ...text, context: expect.toSatisfy(isForward) as unknown }),
  'form-answer': () => ({
    type: 'interactive',
    interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: expect.stringMatching(/^\{.*\}$/) as unknown } },
  }),
  edit: ({ text: id }) => ({ type: 'edit', edit: { original_message_id: id, message: { context: { id: 'M0' }, ...text } } }),
  delete: ({ text: id }) => ({ type: 'revoke', revoke: { original_message_id: id } }),
  ad: () => ({
    ...text,
    referral: {
      source_url: WORDS,
      source_id: DIGITS,
      source_type: 'ad',
      headline: WORDS,
      body: WORDS,
      media_type: 'image',
      image_url: WORDS,
      ctwa_clid: WORDS,
    },
  }),
  group: () => ({ ...text, group_id: WORDS }),
  unsupported: () => ({ type: 'unsupported', unsupported: { type: WORDS }, errors: [failure(131051)] }),
  'look-at-phone': () => ({ type: 'unsupported', errors: [failure(131060)] }),
  'unknown-kind': () => ({ type: 'sticky_note', sticky_note: { title: WORDS, colour: WORDS, body: WORDS } }),
  welcome: () => ({ type: 'request_welcome' }),
  'show-number': () => text,
} satisfies Partial<Record<PracticeAction, Shape>>;

function pressed(id: string, button: string, title: string): object {
  return { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: button, title } }, context: { from: SHOP, id } };
}

function isForward(context: object): boolean {
  return ['{"forwarded":true}', '{"frequently_forwarded":true}'].includes(JSON.stringify(context));
}
