import type { OpenEvent } from '../../shared/contract/live.ts';
import type { Connection } from '../cable/connection.ts';
import { follow } from '../cable/follow.ts';
import { focusOpened } from '../keys/focus-opened.ts';

/** Shows what a click on a notification asks for; on the other line, after switching to it. */
export function followOpen(connection: Connection): void {
  const show = (wanted: OpenEvent) => {
    const address = addressOf(wanted);
    location.hash = address;
    if (connection.state().app?.shop !== wanted.shop) connection.switchShop(wanted.shop);
    focusOpened(address);
  };
  connection.onOpen((signal) => {
    void follow(signal, () => connection.api.live.open(), show);
  });
}

function addressOf({ orderId, conversationId, view }: OpenEvent): string {
  if (orderId !== null) return `/orders/${orderId}`;
  return conversationId === null ? `/${view ?? 'orders'}` : `/chats/${conversationId}`;
}
