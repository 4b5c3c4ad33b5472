import type { OpenEvent } from '../../shared/contract/live.ts';
import type { Connection } from '../cable/connection.ts';
import { follow } from '../cable/follow.ts';

/** Shows what a click on a notification asks for; on the other line, after switching to it. */
export function followOpen(connection: Connection): void {
  const show = (wanted: OpenEvent) => {
    location.hash = addressOf(wanted);
    if (connection.state().app?.shop !== wanted.shop) connection.switchShop(wanted.shop);
  };
  connection.onOpen((signal) => {
    void follow(signal, () => connection.api.live.open(), show);
  });
}

function addressOf({ orderId, conversationId }: OpenEvent): string {
  if (orderId !== null) return `#/orders/${orderId}`;
  return conversationId === null ? '#/orders' : `#/chats/${conversationId}`;
}
