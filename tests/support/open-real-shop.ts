import type { Browser, Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { answeringServer } from './answering-server.ts';
import type { Request } from './answering-server.ts';
import { openPage } from './open-page.ts';
import { envelope, postSigned } from './post-webhook.ts';
import { startBuilt } from './start-built.ts';
import type { Built } from './start-built.ts';
import { APP_SECRET, PHONE_NUMBER_ID } from './start-shop.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A file as it came in the form that Meta wants; the nth has the id `media.n`. */
export type Uploaded = { type: string; product: string; name: string; fileType: string; bytes: Uint8Array };

export type RealShop = {
  page: Page;
  shop: Built;
  /** The messages that the shop sent, newest last; the nth has the id `wamid.sent.n`. */
  sent: () => { type: string; [more: string]: unknown }[];
  uploads: () => Uploaded[];
  /** Lets a customer's message arrive as Meta would post it. */
  arrive: (message: object, contact?: object) => Promise<void>;
  /** Lets the ticks of a message of ours arrive. */
  tick: (status: object) => Promise<void>;
  /** The program ends and starts again on the same data; a page on what it is then. */
  again: () => Promise<Page>;
  /** One more screen on the same shop. */
  another: () => Promise<Page>;
};

type Options = {
  locale?: string;
  colorScheme?: 'light' | 'dark';
  /** A screen for fingers, which cannot hover. */
  isMobile?: boolean;
  hasTouch?: boolean;
  templates?: readonly object[];
  products?: readonly object[];
  /** How the block list answers: HTTP status and body. */
  blocking?: () => [number, object];
  /** An upload is answered when this ends. */
  hold?: () => Promise<void>;
};

/** The built program as a real shop, with a Graph API that takes every message, and a page on it. All ends with the test. */
export async function openRealShop(browser: Browser, { templates = [], products = [], blocking, hold, ...look }: Options = {}): Promise<RealShop> {
  const sent: { type: string }[] = [];
  const uploads: Uploaded[] = [];
  const answer = async ({ method, url, body, headers, bytes }: Request): Promise<object> => {
    if (method === 'POST' && url.endsWith('/messages')) {
      const message = JSON.parse(body) as { type?: string };
      // A message that says nothing but "read" or "typing" has no type.
      if (message.type === undefined) return { success: true };
      sent.push({ ...message, type: message.type });
      return { messages: [{ id: `wamid.sent.${sent.length}` }] };
    }
    if (method === 'POST' && url.endsWith('/media')) {
      uploads.push(await readUpload(headers['content-type'] ?? '', bytes));
      const id = `media.${uploads.length}`;
      await hold?.();
      return { id };
    }
    if (url.includes('/product_catalogs')) return { data: [{ id: 'c1', name: 'Bakery' }] };
    if (url.includes('/products')) return { data: products };
    return { data: url.includes('/message_templates') ? templates : [] };
  };
  const graph = await answeringServer((response, request) => {
    response.setHeader('content-type', 'application/json');
    if (blocking && request.url.endsWith('/block_users')) {
      const [status, body] = blocking();
      return void response.writeHead(status).end(JSON.stringify(body));
    }
    void answer(request).then((said) => response.end(JSON.stringify(said)));
  });
  const dataFolder = temporaryFolder();
  const start = () =>
    startBuilt({
      dataFolder,
      pace: 20,
      environment: {
        SHOPBELL_APP_SECRET: APP_SECRET,
        SHOPBELL_VERIFY_TOKEN: 'test-verify-token',
        SHOPBELL_ACCESS_TOKEN: 'test-access-token',
        SHOPBELL_PHONE_NUMBER_ID: PHONE_NUMBER_ID,
        SHOPBELL_GRAPH_URL: graph.url,
      },
    });
  let shop = await start();
  onTestFinished(async () => void (await shop.stop()));
  const open = async (): Promise<Page> => {
    const { page, troubles } = await openPage(browser, shop.link, look);
    onTestFinished(async () => {
      expect(troubles).toEqual([]);
      await page.context().close();
    });
    await page.getByRole('navigation').first().waitFor();
    return page;
  };
  const post = async (value: { messages?: object[]; statuses?: object[]; contacts?: object[] }) =>
    expect(await postSigned(shop.webhook ?? '', envelope(value))).toBe(200);
  return {
    page: await open(),
    shop,
    sent: () => sent,
    uploads: () => uploads,
    arrive: (message, contact) => post({ ...(contact ? { contacts: [contact] } : {}), messages: [message] }),
    tick: (status) => post({ statuses: [status] }),
    again: async () => {
      await shop.stop();
      shop = await start();
      return open();
    },
    another: open,
  };
}

async function readUpload(contentType: string, bytes: Uint8Array): Promise<Uploaded> {
  const form = await new Response(Uint8Array.from(bytes).buffer, { headers: { 'content-type': contentType } }).formData();
  const file = form.get('file');
  if (!(file instanceof File)) throw new Error('the form holds no file');
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    type: field('type'),
    product: field('messaging_product'),
    name: file.name,
    fileType: file.type,
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}
