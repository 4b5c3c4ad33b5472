import type { OpenEvent } from '../../shared/contract/live.ts';
import type { Connection } from '../cable/connection.ts';
import { follow } from '../cable/follow.ts';

/** Shows what a click on a notification asks for; on the other line, after switching to it. */
export function followOpen(connection: Connection): void {
  const show = (wanted: OpenEvent) => {
    location.hash = wanted.orderId === null ? `#/chats/${wanted.conversationId}` : `#/orders/${wanted.orderId}`;
    if (connection.state().app?.shop !== wanted.shop) connection.switchShop(wanted.shop);
  };
  connection.onOpen((signal) => {
    void follow(signal, () => connection.api.live.open(), show);
  });
}
