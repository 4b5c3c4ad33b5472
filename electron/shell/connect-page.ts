import { onError, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/websocket';
import { ipcMain } from 'electron';
import type { MessagePortMain, WebFrameMain } from 'electron';
import { shopKind } from '../../shared/contract/common.ts';
import type { App } from '../app.ts';
import type { PageContext } from '../router.ts';
import { isPageAddress } from './page-address.ts';

const wantedShop = shopKind.nullable();

/** Answers the contract on each port that our own page hands over; a port from anyone else is closed. */
export function connectPage({ router, context }: Pick<App, 'router' | 'context'>, log: (line: string) => void): void {
  const handler = new RPCHandler<PageContext>(router, { interceptors: [onError((error) => logFailure(error, log))] });
  ipcMain.on('shopbell:connect', (event, asked: unknown) => {
    const [port, ...others] = event.ports;
    for (const other of others) other.close();
    const shop = wantedShop.safeParse(asked);
    if (port === undefined) return;
    if (!isOurPage(event.senderFrame) || !shop.success) {
      log('refused a port that did not come from our page');
      port.close();
      return;
    }
    answer(handler, port, context(shop.data, 'desktop'), log);
  });
}

function isOurPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isPageAddress(frame.url);
}

/**
 * The port speaks what oRPC's MessagePort link speaks, which is what its WebSocket adapter reads. That adapter is used here because it
 * returns the promise of each message: the MessagePort one drops it, and garbage then ends as an unhandled rejection.
 */
function answer(handler: RPCHandler<PageContext>, port: MessagePortMain, context: PageContext, log: (line: string) => void): void {
  const cable = { send: (data: unknown) => port.postMessage(data), addEventListener: () => undefined };
  port.on('message', ({ data }: { data: unknown }) => {
    const readable = typeof data === 'string' || data instanceof Uint8Array;
    if (!readable) return log('page sent something that is no message');
    const bytes = typeof data === 'string' ? data : new Uint8Array(data).buffer;
    handler.message(cable, bytes, { context }).catch((error: unknown) => log(`page sent what cannot be read: ${text(error)}`));
  });
  port.on('close', () => handler.close(cable));
  port.start();
}

/** What a procedure refuses in words of its own is the page's business; anything else is a bug of ours. */
function logFailure(error: unknown, log: (line: string) => void): void {
  if (error instanceof ORPCError && error.status < 500) return;
  log(`a call of the page failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
