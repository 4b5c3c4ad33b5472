import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { OpenCable } from './cable.ts';

/** Sent by the console when the cookie is not, or no longer, good. */
const NOT_ALLOWED = 4401;

/** The browser's cable: a WebSocket on the page's own origin. */
export const openSocketCable: OpenCable = (shop) => {
  const address = new URL('/rpc', location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  address.hash = '';
  if (shop) address.searchParams.set('shop', shop);
  const websocket = new WebSocket(address);
  let opened = false;
  websocket.addEventListener('open', () => (opened = true), { once: true });
  const closed = new Promise<'lost' | 'refused'>((resolve) => {
    websocket.addEventListener('close', (event) => {
      if (event.code === NOT_ALLOWED) resolve('refused');
      else if (opened) resolve('lost');
      // A browser does not tell why an upgrade was refused; the session's own answer does.
      else void sessionEnded().then((ended) => resolve(ended ? 'refused' : 'lost'));
    });
  });
  const api = createORPCClient<ReturnType<OpenCable>['api']>(new RPCLink({ websocket }));
  return { api, closed, close: () => websocket.close() };
};

async function sessionEnded(): Promise<boolean> {
  try {
    return (await fetch('/session', { credentials: 'same-origin' })).status === 401;
  } catch {
    return false;
  }
}
