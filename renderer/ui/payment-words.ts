import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { PaymentMethod } from '../../shared/domain/order.ts';

const WORDS: Record<PaymentMethod, MessageDescriptor> = {
  cash: msg`Cash`,
  card: msg`Card`,
  transfer: msg`Bank transfer`,
  online: msg`Online`,
  other: msg`Other`,
};

/** How something was paid; null: it is not marked as paid. */
export function paymentWords(method: PaymentMethod | null): MessageDescriptor {
  return method === null ? msg`Not marked as paid` : WORDS[method];
}
