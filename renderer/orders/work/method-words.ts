import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { PaymentMethod } from '../../../shared/domain/order.ts';

const WORDS: Record<PaymentMethod, MessageDescriptor> = {
  cash: msg`Cash`,
  card: msg`Card`,
  transfer: msg`Bank transfer`,
  online: msg`Online`,
  other: msg`In another way`,
};

/** A way of paying, standing alone. */
export function methodWords(method: PaymentMethod): MessageDescriptor {
  return WORDS[method];
}
