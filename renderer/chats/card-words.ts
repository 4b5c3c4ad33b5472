import { msg } from '@lingui/core/macro';
import type { I18n, MessageDescriptor } from '@lingui/core';
import type { MessageContent } from '../../shared/contract/messages.ts';

type CardFact = Extract<MessageContent, { kind: 'card' }>['facts'][number]['fact'];

const FACTS: Record<CardFact, MessageDescriptor> = {
  body: msg`Text`,
  caption: msg`Caption`,
  filename: msg`File`,
  mimeType: msg`Format`,
  name: msg`Name`,
  address: msg`Address`,
  coordinates: msg`Position`,
  emoji: msg`Sign`,
  title: msg`Title`,
  description: msg`Description`,
  phone: msg`Phone`,
  email: msg`E-mail`,
  error: msg`Error`,
  change: msg`Change`,
  url: msg`Link`,
  source: msg`Came from`,
  answer: msg`Answer`,
};

/** Types that Meta has documented; any other is named as Meta names it. */
const TYPES: Record<string, MessageDescriptor> = {
  image: msg`Photo`,
  video: msg`Video`,
  audio: msg`Voice message`,
  voice: msg`Voice message`,
  document: msg`Document`,
  sticker: msg`Sticker`,
  location: msg`Location`,
  contacts: msg`Contact`,
  reaction: msg`Reaction`,
  button: msg`Answer by button`,
  interactive: msg`Answer by button`,
  order: msg`Order`,
  template: msg`Template`,
  edit: msg`Edited message`,
  revoke: msg`Deleted a message that is not here`,
  payment: msg`Payment`,
  system: msg`Notice from WhatsApp`,
  referral: msg`Came from an advertisement`,
  request_welcome: msg`Opened the chat`,
  unsupported: msg`A kind of message that WhatsApp does not pass on`,
  unknown: msg`A kind of message that WhatsApp does not pass on`,
};

/** The name of something known of a message. */
export function factWords(fact: CardFact): MessageDescriptor {
  return FACTS[fact];
}

/** The name of a message's type; null where Meta's own name is all there is. */
export function typeWords(type: string, i18n: I18n): string | null {
  const words = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  return words ? i18n._(words) : null;
}
