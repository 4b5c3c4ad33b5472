import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { OpenCable } from './cable.ts';

/** The desktop window's cable: the preload script takes one end of a message channel and hands it to the main process. */
export const openPortCable: OpenCable = (shop) => {
  const { port1, port2 } = new MessageChannel();
  window.postMessage({ type: 'shopbell:connect', shop }, location.origin, [port2]);
  const closed = new Promise<'lost'>((resolve) => port1.addEventListener('close', () => resolve('lost'), { once: true }));
  const api = createORPCClient<ReturnType<OpenCable>['api']>(new RPCLink({ port: port1 }));
  port1.start();
  return {
    api,
    closed,
    close: () => {
      port1.close();
      // Closing one's own port fires no event here; the client has to learn of it all the same.
      port1.dispatchEvent(new Event('close'));
    },
  };
};
