import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { GapView } from '../../shared/contract/connection.ts';

/** Why nothing could arrive. */
export const GAP_CAUSES: Record<GapView['cause'], MessageDescriptor> = {
  closed: msg`Shopbell was not running.`,
  asleep: msg`The computer was asleep.`,
  'cut-off': msg`The computer ran, but Meta could not reach it.`,
};
