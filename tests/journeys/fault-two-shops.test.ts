import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { freePort } from '../support/free-port.ts';
import { APP, managementGraph, PHONE, TOKEN, WABA } from '../support/management-graph.ts';
import { startShop, type TestShop } from '../support/start-shop.ts';
import { green, linkEvents, red } from '../support/watch-light.ts';

type Graph = Awaited<ReturnType<typeof managementGraph>>;

/** A computer with the whole set-up of a shop at this account; its address leads to it alone. */
async function computer(graph: Graph): Promise<TestShop> {
  const port = await freePort();
  const shop = await startShop({
    graphUrl: graph.url,
    webhookPort: port,
    watchPace: 60,
    environment: {
      SHOPBELL_ACCESS_TOKEN: TOKEN,
      SHOPBELL_APP_SECRET: APP.secret,
      SHOPBELL_PHONE_NUMBER_ID: PHONE,
      SHOPBELL_WABA_ID: WABA,
      SHOPBELL_TUNNEL: 'own',
      SHOPBELL_PUBLIC_URL: `http://127.0.0.1:${port}`,
    },
  });
  return closeAfter(shop);
}

test('two computers with the same account never fight: the second asks, takes over when told to, and the first then asks', async () => {
  const graph = await managementGraph();
  const first = await computer(graph);
  expect(await first.api.connection.register({ takeOver: false })).toMatchObject({ ok: true });
  const { callbackUrl: firstUrl } = await green(first);

  const second = await computer(graph);
  const { light, foreignCallback } = await red(second, 'other-shopbell');
  expect(light.action).toBe('take-over');
  expect(foreignCallback).toBe(firstUrl);
  expect(await second.api.connection.register({ takeOver: false })).toEqual({ ok: false, reason: 'other-shopbell' });
  const written = graph.writes().length;
  for (let round = 0; round < 5; round += 1) {
    await second.api.connection.checkNow();
    await first.api.connection.checkNow();
  }
  expect(graph.writes()).toHaveLength(written);
  await green(first);

  expect(await second.api.connection.register({ takeOver: true })).toMatchObject({ ok: true });
  const { callbackUrl: secondUrl } = await green(second);
  expect(graph.state.app?.callback).toBe(secondUrl);
  await first.api.connection.checkNow();
  expect((await red(first, 'other-shopbell')).foreignCallback).toBe(secondUrl);
  const after = graph.writes().length;
  for (let round = 0; round < 5; round += 1) {
    await first.api.connection.checkNow();
    await second.api.connection.checkNow();
  }
  expect(graph.writes()).toHaveLength(after);
  expect(graph.state.app?.callback).toBe(secondUrl);
  expect(await linkEvents(first)).toEqual(expect.arrayContaining(['registered', 'callback-lost']));
  expect(await linkEvents(second)).toContain('taken-over');

  // The first one's address goes with it; nothing of it is left for the second to stumble over.
  await first.stop();
  await second.api.connection.checkNow();
  await green(second);
});
