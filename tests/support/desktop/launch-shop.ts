import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { APP_SECRET, PHONE_NUMBER_ID } from '../start-shop.ts';
import { callContract } from './call-contract.ts';
import { launchDesktop } from './launch-desktop.ts';
import type { Desktop } from './launch-desktop.ts';

export type DesktopShop = Desktop & {
  /** Where Meta would post to. */
  webhookUrl: string;
  waiting: () => Promise<{ id: number; number: number; conversationId: number }[]>;
  step: (orderId: number, action: 'accept' | 'decline') => Promise<void>;
  takeAll: () => Promise<void>;
};

/** The real program with a real shop's values set, so that a test can be Meta. `flags` are Chromium's own. */
export async function launchShop(extra: Record<string, string> = {}, flags: readonly string[] = []): Promise<DesktopShop> {
  const port = await freePort();
  const environment = {
    SHOPBELL_APP_SECRET: APP_SECRET,
    SHOPBELL_VERIFY_TOKEN: 'test-verify-token',
    SHOPBELL_ACCESS_TOKEN: 'test-access-token',
    SHOPBELL_PHONE_NUMBER_ID: PHONE_NUMBER_ID,
    // Nothing listens there.
    SHOPBELL_GRAPH_URL: 'http://127.0.0.1:9',
    SHOPBELL_WEBHOOK_PORT: String(port),
    ...extra,
  };
  const desktop = await launchDesktop(environment, '.', flags);
  const waiting = async () => ((await callContract(desktop.page, 'orders/board')) as { new: { id: number; number: number; conversationId: number }[] }).new;
  const step = async (orderId: number, action: 'accept' | 'decline') => {
    await callContract(desktop.page, 'orders/step', { orderId, action, ...(action === 'decline' ? { reason: 'Sold out' } : {}) });
  };
  return {
    ...desktop,
    webhookUrl: `http://127.0.0.1:${port}/webhook`,
    waiting,
    step,
    async takeAll() {
      for (const { id } of await waiting()) await step(id, 'accept');
    },
  };
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
