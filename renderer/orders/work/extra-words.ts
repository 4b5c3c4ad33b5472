import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ExtraKind } from '../../../shared/domain/order.ts';

const WORDS: Record<ExtraKind, MessageDescriptor> = { fee: msg`Delivery fee`, discount: msg`Discount`, line: msg`Extra` };

/** What a fee, a discount or an extra line is called where nobody gave it a name. */
export function extraWords(kind: ExtraKind): MessageDescriptor {
  return WORDS[kind];
}
