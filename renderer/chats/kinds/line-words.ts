import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { MediaKind, MessageContent } from '../../../shared/contract/messages.ts';

const MEDIA: Record<MediaKind, MessageDescriptor> = {
  image: msg`Photo`,
  video: msg`Video`,
  audio: msg`Sound`,
  document: msg`Document`,
  sticker: msg`Sticker`,
};

/** What a file is called where its name is not known. */
export function mediaWords(media: MediaKind, voice: boolean): MessageDescriptor {
  return voice ? msg`Voice message` : MEDIA[media];
}

type Kind = Exclude<MessageContent['kind'], 'text' | 'order' | 'media' | 'card'>;
const KINDS: Record<Kind, MessageDescriptor> = {
  location: msg`Location`,
  contacts: msg`Contact`,
  answer: msg`Answer`,
  system: msg`Notice from WhatsApp`,
  unsupported: msg`Something that WhatsApp could not pass on`,
  welcome: msg`Opened the chat`,
  payment: msg`Payment`,
  removed: msg`Deleted by the customer`,
  'location-request': msg`Asked for the location`,
  'contact-request': msg`Asked for the phone number`,
  reaction: msg`Reaction`,
  edit: msg`Edited message`,
  buttons: msg`Text with buttons`,
  products: msg`Articles`,
  template: msg`Template`,
};

/** What a kind of message is called. */
export function kindWords(kind: Kind): MessageDescriptor {
  return KINDS[kind];
}

/** What a person said in a message, in one text; null where there are no words. */
export function wordsIn(content: MessageContent): string | null {
  switch (content.kind) {
    case 'text':
    case 'system':
    case 'location-request':
    case 'contact-request':
    case 'buttons':
    case 'products':
    case 'template':
      return content.body || null;
    case 'media':
      return content.caption || (content.media.media === 'document' ? content.media.filename : null);
    case 'edit':
      return content.text;
    case 'answer':
      return content.title || null;
    case 'location':
      return content.name ?? content.address;
    case 'contacts':
      return content.cards.map((card) => card.name).join(', ') || null;
    case 'reaction':
      return content.emoji;
    case 'card':
      return content.facts.find(({ fact }) => fact === 'caption' || fact === 'body' || fact === 'title' || fact === 'emoji')?.value ?? null;
    case 'order':
    case 'payment':
    case 'removed':
    case 'unsupported':
    case 'welcome':
      return null;
  }
}
