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
      { action: 'quote', words: msg`Quotes a message` },
      { action: 'forward', words: msg`Forwards a text` },
      { action: 'ad', words: msg`Comes by an advertisement` },
      { action: 'group', words: msg`Writes in a group` },
      { action: 'welcome', words: msg`Opens the chat for the first time` },
      { action: 'old-message', words: msg`Wrote 25 hours ago` },
    ],
  },
  {
    title: msg`Files, places and cards`,
    deeds: [
      { action: 'photo', words: msg`A customer sends a photo` },
      { action: 'video', words: msg`Video` },
      { action: 'voice', words: msg`Voice note` },
      { action: 'audio-file', words: msg`Audio file` },
      { action: 'document', words: msg`Document` },
      { action: 'sticker', words: msg`Sticker` },
      { action: 'place', words: msg`Place` },
      { action: 'contact-card', words: msg`Contact card` },
    ],
  },
  {
    title: msg`Answers and changes`,
    deeds: [
      { action: 'press-first', words: msg`A customer says yes to a question` },
      { action: 'press-last', words: msg`A customer says no to a question` },
      { action: 'list-answer', words: msg`Picks from a list` },
      { action: 'form-answer', words: msg`Fills in a form` },
      { action: 'location', words: msg`A customer shares a place` },
      { action: 'address', words: msg`A customer writes an address` },
      { action: 'react', words: msg`Reacts with an emoji` },
      { action: 'withdraw-reaction', words: msg`Takes a reaction back` },
      { action: 'edit', words: msg`Edits a message` },
      { action: 'delete', words: msg`Deletes a message` },
    ],
  },
  {
    title: msg`What happens to people`,
    deeds: [
      { action: 'rotate', words: msg`A customer gets a new id` },
      { action: 'change-number', words: msg`Changes the number` },
      { action: 'show-number', words: msg`Shows a hidden number` },
      { action: 'payment', words: msg`Pays through WhatsApp` },
    ],
  },
  {
    title: msg`On the shop’s own phone, and what cannot be passed on`,
    deeds: [
      { action: 'phone-answer', words: msg`Somebody answers from the phone` },
      { action: 'history', words: msg`The phone brings older chats` },
      { action: 'look-at-phone', words: msg`A message that only the phone has` },
      { action: 'unsupported', words: msg`A kind that WhatsApp does not pass on` },
      { action: 'unknown-kind', words: msg`A kind that nobody knows` },
    ],
  },
];
