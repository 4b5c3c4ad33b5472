import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { InspectedWebhook } from '../../../shared/contract/inspector.ts';

/** What proved a webhook to be genuine. */
export const PROOF_WORDS: Readonly<Record<NonNullable<InspectedWebhook['proof']>, MessageDescriptor>> = {
  secret: msg`Signed with the app secret`,
  previous: msg`Signed with the previous app secret`,
  path: msg`Came by the secret path of the old API`,
  import: msg`Imported from a file`,
};
