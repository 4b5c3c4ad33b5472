import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { LinkEvent } from '../../shared/domain/link-proof.ts';

/** What the log of the connection says of each event. */
export const LINK_EVENT_WORDS: Record<LinkEvent, MessageDescriptor> = {
  started: msg`Shopbell started`,
  stopped: msg`Shopbell was closed`,
  slept: msg`The computer slept`,
  'tunnel-up': msg`The tunnel stands`,
  'tunnel-lost': msg`The tunnel broke off`,
  'tunnel-restarted': msg`The tunnel was started anew, because nothing came through`,
  'address-changed': msg`The public address changed`,
  registered: msg`Registered at Meta`,
  'registered-again': msg`Registered at Meta again, by itself`,
  'taken-over': msg`Taken over from another address`,
  released: msg`Taken away at Meta`,
  'subscription-restored': msg`The subscription was lost, and is restored`,
  'callback-lost': msg`Meta keeps another address now`,
  green: msg`Meta reaches this shop`,
  amber: msg`Probably reachable`,
  red: msg`Meta cannot reach this shop`,
  'token-changed': msg`Another access token is in use`,
  'token-warning': msg`The access token runs out soon`,
  'secret-changed': msg`The app secret was changed; the one before is taken for a day`,
  'secret-dropped': msg`The app secret of before is no longer taken`,
  silence: msg`Nothing has arrived for longer than usual`,
  gap: msg`For a while nothing could arrive`,
};
