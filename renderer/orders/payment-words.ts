import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { PaymentMethod } from '../../shared/domain/order.ts';

const WORDS: Record<PaymentMethod, MessageDescriptor> = {
  cash: msg`cash`,
  card: msg`card`,
  transfer: msg`bank transfer`,
  online: msg`online`,
  other: msg`another way`,
};

/** How an order was paid, within a sentence. */
export function paymentWords(method: PaymentMethod): MessageDescriptor {
  return WORDS[method];
}
