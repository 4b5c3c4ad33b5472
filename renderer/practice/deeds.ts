import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PracticeAction } from '../../shared/contract/practice.ts';

export type DeedGroup = { title: MessageDescriptor; deeds: readonly { action: PracticeAction; words: MessageDescriptor }[] };

/** Everything that can be asked of a practice customer, by what it is about; the first group is what a shop meets most. */
export const DEED_GROUPS: readonly DeedGroup[] = [
  {
    title: msg`A customer writes`,
    deeds: [
      { action: 'order', words: msg`Orders` },
      { action: 'question', words: msg`Asks about a product` },
      { action: 'text', words: msg`Writes a text` },
      { action: 'quote', words: msg`Quotes a message` },
      { action: 'forward', words: msg`Forwards a text` },
      { action: 'ad', words: msg`Comes by an advertisement` },
      { action: 'group', words: msg`Writes in a group` },
      { action: 'welcome', words: msg`Opens the chat for the first time` },
      { action: 'old-message', words: msg`Wrote 25 hours ago` },
    ],
  },
  {
    title: msg`A customer sends a file`,
    deeds: [
      { action: 'photo', words: msg`Photo` },
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
    title: msg`A customer answers or changes something`,
    deeds: [
      { action: 'press-first', words: msg`Says yes to a question` },
      { action: 'press-last', words: msg`Says no to a question` },
      { action: 'list-answer', words: msg`Picks from a list` },
      { action: 'form-answer', words: msg`Fills in a form` },
      { action: 'location', words: msg`Shares where they are` },
      { action: 'address', words: msg`Writes an address` },
      { action: 'react', words: msg`Reacts with an emoji` },
      { action: 'withdraw-reaction', words: msg`Takes a reaction back` },
      { action: 'edit', words: msg`Edits a message` },
      { action: 'delete', words: msg`Deletes a message` },
    ],
  },
  {
    title: msg`Something happens to a customer`,
    deeds: [
      { action: 'rotate', words: msg`Gets a new id` },
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
