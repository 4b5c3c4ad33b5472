import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PracticeAction } from '../../shared/contract/practice.ts';

export type DeedGroup = { title: MessageDescriptor; deeds: readonly { action: PracticeAction; words: MessageDescriptor }[] };

/** Everything that can be asked of a practice customer, by what it is about; the first group is what a shop meets most. */
export const DEED_GROUPS: readonly DeedGroup[] = [
  {
    title: msg`Writing`,
    deeds: [
      { action: 'order', words: msg`A customer orders` },
      { action: 'question', words: msg`A customer asks about a product` },
      { action: 'text', words: msg`A customer writes` },
      { action: 'quote', words: msg`A customer quotes a message` },
      { action: 'forward', words: msg`A customer forwards a text` },
      { action: 'ad', words: msg`A customer comes by an advertisement` },
      { action: 'group', words: msg`A customer writes in a group` },
      { action: 'welcome', words: msg`A customer opens the chat for the first time` },
      { action: 'old-message', words: msg`A customer wrote 25 hours ago` },
    ],
  },
  {
    title: msg`Files, places and cards`,
    deeds: [
      { action: 'photo', words: msg`A customer sends a photo` },
      { action: 'video', words: msg`A customer sends a video` },
      { action: 'voice', words: msg`A customer sends a voice note` },
      { action: 'audio-file', words: msg`A customer sends an audio file` },
      { action: 'document', words: msg`A customer sends a document` },
      { action: 'sticker', words: msg`A customer sends a sticker` },
      { action: 'place', words: msg`A customer sends a place from the map` },
      { action: 'contact-card', words: msg`A customer sends a contact card` },
    ],
  },
  {
    title: msg`Answers and changes`,
    deeds: [
      { action: 'press-first', words: msg`A customer says yes to a question` },
      { action: 'press-last', words: msg`A customer says no to a question` },
      { action: 'list-answer', words: msg`A customer picks from a list` },
      { action: 'form-answer', words: msg`A customer fills in a form` },
      { action: 'location', words: msg`A customer shares a place` },
      { action: 'address', words: msg`A customer writes an address` },
      { action: 'react', words: msg`A customer reacts with an emoji` },
      { action: 'withdraw-reaction', words: msg`A customer takes a reaction back` },
      { action: 'edit', words: msg`A customer edits a message` },
      { action: 'delete', words: msg`A customer deletes a message` },
    ],
  },
  {
    title: msg`What happens to people`,
    deeds: [
      { action: 'rotate', words: msg`A customer gets a new id` },
      { action: 'change-number', words: msg`A customer gets a new number` },
      { action: 'show-number', words: msg`A customer shows a hidden number` },
      { action: 'payment', words: msg`A customer pays through WhatsApp` },
    ],
  },
  {
    title: msg`On the shop’s own phone, and what cannot be passed on`,
    deeds: [
      { action: 'phone-answer', words: msg`Somebody answers from the phone` },
      { action: 'history', words: msg`The phone brings older chats` },
      { action: 'look-at-phone', words: msg`A message comes that only the phone has` },
      { action: 'unsupported', words: msg`A message comes that WhatsApp does not pass on` },
      { action: 'unknown-kind', words: msg`A message comes of a kind that nobody knows` },
    ],
  },
];
