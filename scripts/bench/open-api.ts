import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { Api } from '../../shared/contract.ts';

/** The contract of a running program, as its page calls it. Lets itself in with the token of the console's link, as the page does. */
export async function openApi(link: string): Promise<{ api: Api; close(): void }> {
  const { origin, host, hash } = new URL(link);
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const session = await fetch(`${origin}/session`, { method: 'POST', body: JSON.stringify({ token }), headers: { origin } });
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const socket = new WebSocket(`ws://${host}/rpc`, { headers: { origin, cookie } });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  // The link wants a browser's socket; `ws` differs from it in the types of its options alone.
  const api: Api = createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
  return { api, close: () => socket.terminate() };
}
