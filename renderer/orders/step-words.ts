import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { OrderAction, OrderState } from '../../shared/domain/order.ts';

const STEPS: Record<OrderAction, MessageDescriptor> = {
  accept: msg`Accept`,
  prepare: msg`Start preparing`,
  ready: msg({ message: 'Ready', context: 'a step of an order' }),
  complete: msg({ message: 'Done', context: 'a step of an order' }),
  decline: msg`Decline`,
  cancel: msg`Cancel order`,
};

/** What a button of a step says: what it does. */
export function stepWords(action: OrderAction): MessageDescriptor {
  return STEPS[action];
}

/** What was done, said of an order by its number. */
export function doneWords(state: OrderState, number: string): MessageDescriptor {
  switch (state) {
    case 'new':
      return msg`${number} is new again.`;
    case 'accepted':
      return msg`Accepted ${number}.`;
    case 'preparing':
      return msg`${number} is being prepared.`;
    case 'ready':
      return msg`${number} is ready.`;
    case 'completed':
      return msg`${number} is done.`;
    case 'declined':
      return msg`Declined ${number}.`;
    case 'cancelled':
      return msg`Cancelled ${number}.`;
  }
}
