import type { Browser, Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { freePort } from './free-port.ts';
import { managementGraph } from './management-graph.ts';
import { goTo, openPage } from './open-page.ts';
import { startBuilt } from './start-built.ts';
import { startTlsProxy } from './start-tls-proxy.ts';
import { temporaryFolder } from './temporary-folder.ts';

type Look = { locale?: string; colorScheme?: 'light' | 'dark' };

/** The built program as a shop with nothing in it but where Meta is to be found, nginx before it as its own address, and a page on its set-up. */
export async function openSetup(browser: Browser, look: Look = {}) {
  const graph = await managementGraph();
  const webhookPort = await freePort();
  const proxy = await startTlsProxy(webhookPort);
  graph.state.trusts = proxy.certificate;
  const shop = await startBuilt({
    dataFolder: temporaryFolder(),
    pace: 1,
    webhookPort,
    environment: { SHOPBELL_GRAPH_URL: graph.url, NODE_EXTRA_CA_CERTS: proxy.certificate },
  });
  onTestFinished(async () => void (await shop.stop()));
  const open = async (at: string, as: Look): Promise<Page> => {
    const { page, troubles } = await openPage(browser, shop.link, as);
    onTestFinished(async () => {
      expect(troubles).toEqual([]);
      await page.context().close();
    });
    await page.getByRole('navigation').first().waitFor();
    await goTo(page, at);
    await page.locator('main h2').first().waitFor();
    return page;
  };
  return { graph, shop, proxy, page: await open('/setup', look), another: open };
}
