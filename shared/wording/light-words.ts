import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tone } from '../domain/light-of-proofs.ts';

/** The reachability light in a few words: on the page, on the tray, in a notification. */
export const LIGHT_WORDS: Record<Tone, MessageDescriptor> = {
  good: msg`Meta reaches this shop`,
  warn: msg`Probably reachable`,
  bad: msg`Meta cannot reach this shop`,
  busy: msg`Looking …`,
  none: msg`Not connected to WhatsApp`,
};
