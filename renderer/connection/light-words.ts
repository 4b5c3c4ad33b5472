import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { CircleAlert, CircleCheck, CircleMinus, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { LightView } from '../../shared/contract/connection.ts';
import type { LightAction } from '../../shared/domain/link-proof.ts';

export type LightTone = LightView['tone'];

/** The light is never a colour alone: a shape and words go with it. */
export const LIGHT_SHAPES: Record<LightTone, LucideIcon> = {
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
  busy: LoaderCircle,
  none: CircleMinus,
};

/** What the light's one button says. */
export const ACTION_WORDS: Record<LightAction, MessageDescriptor> = {
  'check-now': msg`Check now`,
  'restart-tunnel': msg`Start the tunnel anew`,
  register: msg`Register at Meta`,
  'take-over': msg`Take over`,
  'set-up': msg`Open the set-up`,
  'enter-token': msg`Enter a new token`,
  'enter-secret': msg`Enter the app secret`,
  'choose-way-in': msg`Choose a way in`,
  'open-meta': msg`Open the page at Meta`,
};
