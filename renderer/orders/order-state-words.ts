import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Ban, BellRing, Check, CheckCheck, CircleCheck, Clock, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { OrderState } from '../../shared/domain/order.ts';

const LOOKS: Record<OrderState, { words: MessageDescriptor; icon: LucideIcon }> = {
  new: { words: msg`New`, icon: BellRing },
  accepted: { words: msg`Accepted`, icon: Check },
  preparing: { words: msg`Preparing`, icon: Clock },
  ready: { words: msg`Ready`, icon: CircleCheck },
  completed: { words: msg`Completed`, icon: CheckCheck },
  declined: { words: msg`Declined`, icon: X },
  cancelled: { words: msg`Cancelled`, icon: Ban },
};

/** An order's state as a word and a shape; its colour goes by the name of the state. */
export function orderStateLook(state: OrderState): { words: MessageDescriptor; icon: LucideIcon } {
  return LOOKS[state];
}
