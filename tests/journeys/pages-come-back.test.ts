import { expect, test } from 'vitest';
import type { FeedEvent } from '../../shared/contract/live.ts';
import { closeAfter } from '../support/close-after.ts';
import { envelope, orderMessage, postSigned, textMessage } from '../support/post-webhook.ts';
import { startShop, type TestShop } from '../support/start-shop.ts';

type Position = { epoch?: string; since?: number };
/** A page's place in the feed, and all that it heard. */
function openPage(shop: TestShop) {
  const heard = { messages: new Set<number>(), orders: new Set<number>(), arrived: [] as number[], resets: 0, visits: 0 };
  let position: Position = {};
  const take = ({ epoch, number, reset, news }: FeedEvent) => {
    expect(position.since === undefined || reset || number >= position.since).toBe(true);
    position = { epoch, since: number };
    if (reset) heard.resets += 1;
    for (const entry of news) {
      if (entry.kind === 'message') heard.messages.add(entry.messageId);
      if (entry.kind === 'order') heard.orders.add(entry.orderId);
      if (entry.kind === 'arrived') heard.arrived.push(entry.messageId);
    }
  };
  /** Listens until so many deliveries came, or it is called off. */
  const visit = async (deliveries: number, signal?: AbortSignal) => {
    heard.visits += 1;
    for await (const event of await shop.api.live.feed(position, signal ? { signal } : {})) {
      take(event);
      if ((deliveries -= 1) <= 0) return;
    }
  };
  return { heard, visit, position: () => position };
}

test('a page that leaves and comes back misses nothing of 200 webhooks, and hears of none twice', async () => {
  const shop = closeAfter(await startShop());
  const page = openPage(shop);
  await page.visit(1);
  const bodies = Array.from({ length: 200 }, (_, index) => envelope({ messages: [index % 4 === 0 ? orderMessage() : textMessage()] }));
  let posted = false;
  const posting = (async () => {
    for (let from = 0; from < bodies.length; from += 8) await Promise.all(bodies.slice(from, from + 8).map((body) => postSigned(shop.webhookUrl, body)));
    posted = true;
  })();
  for (let round = 0; !posted; round += 1) {
    const left = new AbortController();
    const away = setTimeout(() => left.abort(), 20);
    await page.visit(1 + (round % 3), left.signal).catch((error: unknown) => expect(left.signal.aborted, String(error)).toBe(true));
    clearTimeout(away);
    await new Promise((resolve) => setTimeout(resolve, round % 5));
  }
  await posting;
  await page.visit(1);
  const { heard } = page;
  expect(heard.visits).toBeGreaterThan(5);
  expect(heard.resets).toBe(1);
  expect(heard.messages.size).toBe(200);
  expect(heard.orders.size).toBe(50);
  expect(heard.arrived.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
});

test('after a restart of the program the page is told to fetch everything again, once', async () => {
  const shop = closeAfter(await startShop());
  const page = openPage(shop);
  await page.visit(1);
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  await page.visit(1);
  const before = page.position();
  const again = closeAfter(await shop.restart());
  const feed = (await again.api.live.feed(before))[Symbol.asyncIterator]();
  const { value } = await feed.next();
  expect(value).toMatchObject({ reset: true, news: [] });
  expect((value as FeedEvent).epoch).not.toBe(before.epoch);
  await postSigned(again.webhookUrl, envelope({ messages: [textMessage()] }));
  expect((await feed.next()).value).toMatchObject({ reset: false });
  await feed.return?.();
});

test('the end of the program ends its readers', async () => {
  const shop = await startShop();
  const page = openPage(shop);
  const listening = page.visit(1_000);
  const bell = (async () => {
    for await (const event of await shop.api.live.bell({ screenId: 'screen-one' })) expect(event.ring).toBe(false);
  })();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await shop.stop();
  await Promise.all([listening, bell]);
  expect(page.heard.resets).toBe(1);
});
