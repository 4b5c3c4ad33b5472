import type { Browser, Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { answeringServer } from './answering-server.ts';
import { openPage } from './open-page.ts';
import { envelope, postSigned } from './post-webhook.ts';
import { startBuilt } from './start-built.ts';
import type { Built } from './start-built.ts';
import { APP_SECRET, PHONE_NUMBER_ID } from './start-shop.ts';
import { temporaryFolder } from './temporary-folder.ts';

export type RealShop = {
  page: Page;
  shop: Built;
  /** The messages that the shop sent, newest last; the nth has the id `wamid.sent.n`. */
  sent: () => { type: string; [more: string]: unknown }[];
  /** Lets a customer's message arrive as Meta would post it. */
  arrive: (message: object, contact?: object) => Promise<void>;
};

/** The built program as a real shop, with a Graph API that takes every message, and a page on it. All ends with the test. */
export async function openRealShop(browser: Browser, { templates = [], ...look }: { locale?: string; templates?: readonly object[] } = {}): Promise<RealShop> {
  const sent: { type: string }[] = [];
  const graph = await answeringServer((response, { method, url, body }) => {
    response.setHeader('content-type', 'application/json');
    const isMessage = method === 'POST' && url.endsWith('/messages');
    if (isMessage) sent.push(JSON.parse(body) as { type: string });
    response.end(
      isMessage
        ? JSON.stringify({ messages: [{ id: `wamid.sent.${sent.length}` }] })
        : JSON.stringify({ data: url.includes('/message_templates') ? templates : [] }),
    );
  });
  const shop = await startBuilt({
    dataFolder: temporaryFolder(),
    pace: 20,
    environment: {
      SHOPBELL_APP_SECRET: APP_SECRET,
      SHOPBELL_VERIFY_TOKEN: 'test-verify-token',
      SHOPBELL_ACCESS_TOKEN: 'test-access-token',
      SHOPBELL_PHONE_NUMBER_ID: PHONE_NUMBER_ID,
      SHOPBELL_GRAPH_URL: graph.url,
    },
  });
  onTestFinished(async () => void (await shop.stop()));
  const { page, troubles } = await openPage(browser, shop.link, look);
  onTestFinished(async () => {
    expect(troubles).toEqual([]);
    await page.context().close();
  });
  await page.getByRole('navigation').waitFor();
  return {
    page,
    shop,
    sent: () => sent,
    arrive: async (message, contact) => {
      expect(await postSigned(shop.webhook ?? '', envelope({ ...(contact ? { contacts: [contact] } : {}), messages: [message] }))).toBe(200);
    },
  };
}
