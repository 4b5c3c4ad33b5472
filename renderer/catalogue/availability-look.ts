import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { CircleCheck, CircleHelp, CircleSlash, CircleX, Clock, EyeOff } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

export type AvailabilityLook = { icon: LucideIcon; words: MessageDescriptor | string; tone: 'good' | 'wait' | 'bad' | 'none' };

const LOOKS: Readonly<Record<string, AvailabilityLook>> = {
  'in stock': { icon: CircleCheck, words: msg`Available`, tone: 'good' },
  'available for order': { icon: Clock, words: msg`On order`, tone: 'wait' },
  preorder: { icon: Clock, words: msg`Preorder`, tone: 'wait' },
  pending: { icon: Clock, words: msg`Not yet on sale`, tone: 'bad' },
  'out of stock': { icon: CircleSlash, words: msg`Sold out`, tone: 'bad' },
  mark_as_sold: { icon: CircleSlash, words: msg`Sold out`, tone: 'bad' },
  discontinued: { icon: CircleX, words: msg`No longer sold`, tone: 'bad' },
};

/** Whether an article can be bought, in Meta's words, as sign and word; a word that is not known is shown as it came. */
export function availabilityLook(availability: string | null): AvailabilityLook {
  if (availability === null) return { icon: CircleHelp, words: msg`Availability not known`, tone: 'none' };
  const word = availability.toLowerCase();
  return LOOKS[word] ?? LOOKS[word.replaceAll('_', ' ')] ?? { icon: CircleHelp, words: availability, tone: 'none' };
}

export const HIDDEN_LOOK: AvailabilityLook = { icon: EyeOff, words: msg`Hidden`, tone: 'none' };

/** True for what customers do not see in the catalogue. */
export function isHidden(visibility: string | null): boolean {
  return visibility !== null && visibility.toLowerCase() !== 'published';
}
