import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ProofKind } from '../../shared/domain/link-proof.ts';

/** What is proved, and what it means that it is. */
export const PROOF_WORDS: Record<ProofKind, { name: MessageDescriptor; good: MessageDescriptor }> = {
  server: { name: msg`Webhook server`, good: msg`listens on this computer` },
  tunnel: { name: msg`Tunnel`, good: msg`stands` },
  loop: { name: msg`Public address`, good: msg`answers with this shop's own key` },
  verified: { name: msg`Meta's own call`, good: msg`Meta has called this address and was answered` },
  token: { name: msg`Access token`, good: msg`valid, with its permissions` },
  callback: { name: msg`Address at Meta`, good: msg`is this shop's` },
  subscribed: { name: msg`Subscription`, good: msg`the app gets this account's messages` },
  signature: { name: msg`Signatures`, good: msg`fit the app secret` },
  number: { name: msg`Number`, good: msg`connected` },
  account: { name: msg`Account`, good: msg`may send` },
  arrivals: { name: msg`Arrivals`, good: msg`as usual for the hour` },
  clock: { name: msg`Clock`, good: msg`agrees with Meta's` },
};

/** The number's quality by Meta's own names. */
export const QUALITY_WORDS: Partial<Record<string, MessageDescriptor>> = {
  GREEN: msg`good quality`,
  YELLOW: msg`medium quality`,
  RED: msg`low quality`,
};
