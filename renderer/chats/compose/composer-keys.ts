import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What the composer does beside texts. */
export const COMPOSER_DEEDS = ['attach', 'voice', 'products', 'template', 'buttons', 'location', 'contact'] as const;
export type ComposerDeed = (typeof COMPOSER_DEEDS)[number];

/** The letter that does it, with Ctrl and Shift. Browsers keep T, N, W and Q for themselves, and V pastes without looks. */
export const DEED_LETTERS: Record<ComposerDeed, string> = {
  attach: 'A',
  voice: 'M',
  products: 'P',
  template: 'E',
  buttons: 'B',
  location: 'L',
  contact: 'K',
};

const WORDS: Record<ComposerDeed, MessageDescriptor> = {
  attach: msg`Attach files`,
  voice: msg`Record a voice note`,
  products: msg`Send articles`,
  template: msg`Send a template`,
  buttons: msg`Text with reply buttons`,
  location: msg`Ask for the location`,
  contact: msg`Ask for the phone number`,
};

/** What a deed is called. */
export function deedWords(deed: ComposerDeed): MessageDescriptor {
  return WORDS[deed];
}

/** True for what goes only while the window is open. */
export function needsWindow(deed: ComposerDeed): boolean {
  return deed !== 'template';
}

type KeyPress = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'key' | 'repeat'>;

/** The deed whose keys were pressed; null for none. */
export function deedOf({ ctrlKey, metaKey, shiftKey, altKey, key, repeat }: KeyPress): ComposerDeed | null {
  if (!shiftKey || altKey || repeat || ctrlKey === metaKey) return null;
  return COMPOSER_DEEDS.find((deed) => DEED_LETTERS[deed] === key.toUpperCase()) ?? null;
}
