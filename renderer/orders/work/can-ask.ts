import type { OrderView } from '../../../shared/contract/orders.ts';

/** Whether the customer can be asked something in the chat now, and if not, why. */
export function canAsk(order: Pick<OrderView, 'conversationId' | 'rehearsal' | 'window'>): 'yes' | 'no-chat' | 'window-closed' {
  if (order.conversationId === null || order.rehearsal) return 'no-chat';
  return order.window.state === 'open' ? 'yes' : 'window-closed';
}
