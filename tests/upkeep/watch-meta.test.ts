import { expect, onTestFinished, test } from 'vitest';
import { watchMeta } from '../../electron/upkeep/watch-meta.ts';
import { APP, managementGraph, PHONE, refused, TOKEN, WABA } from '../support/management-graph.ts';
import { until } from '../support/until.ts';

/** A pace at which an hour passes in three and a half seconds. */
const PACE = 1_000;
type Graph = Awaited<ReturnType<typeof managementGraph>>;

function watch(graph: Graph) {
  const looks: number[] = [];
  let meta: ReturnType<typeof watchMeta> | null = null;
  meta = watchMeta({
    asked: () => ({
      access: { baseUrl: graph.url, version: 'v25.0', accessToken: TOKEN },
      app: APP,
      account: { wabaId: WABA, phoneNumberId: PHONE },
      now: Date.now,
    }),
    pace: PACE,
    onLook: () => void looks.push(performance.now()),
    log: () => undefined,
  });
  onTestFinished(() => meta.stop());
  return { meta, looks };
}
const asked = (graph: Graph) => graph.asked.length;

test('one look is five calls, and all of it is seen', async () => {
  const graph = await managementGraph();
  const { meta } = watch(graph);
  expect(meta.looked()).toBe(false);
  await meta.look();
  expect(asked(graph)).toBe(5);
  expect(meta.state()).toMatchObject({ token: { failure: null }, phone: { failure: null }, subscription: { failure: null }, apps: { failure: null } });
  expect(meta.looked()).toBe(true);
});

test('a refused token is asked about no more often than a good one', async () => {
  const graph = await managementGraph(() => refused(190, 'Session has expired', 401));
  const { meta, looks } = watch(graph);
  await meta.look();
  expect(meta.state().token).toMatchObject({ value: null, failure: { reason: 'token-refused' } });
  await until('three looks', () => looks.length >= 3);
  // Nine minutes at this pace; one minute would be the least pause of 300 ms.
  expect((looks[2] ?? 0) - (looks[0] ?? 0)).toBeGreaterThan(1_000);
});

test('while Meta gives no answer one call asks for all, and what was seen grows old', async () => {
  let silent = false;
  const graph = await managementGraph(() => (silent ? refused(2, 'Service temporarily unavailable', 503) : undefined));
  const { meta } = watch(graph);
  await meta.look();
  const before = meta.state();
  const calls = asked(graph);
  silent = true;
  await meta.look();
  expect(asked(graph)).toBe(calls + 1);
  for (const part of ['token', 'phone', 'subscription', 'apps'] as const) {
    expect(meta.state()[part]).toMatchObject({ value: before[part].value, at: before[part].at, failure: { reason: expect.any(String) as string } });
  }
  silent = false;
  await meta.look();
  expect(meta.state().phone.failure).toBeNull();
});

test('a Meta that asks for patience is asked later and later', async () => {
  const graph = await managementGraph(() => refused(4, 'Application request limit reached'));
  const { meta, looks } = watch(graph);
  await meta.look();
  await until('three looks', () => looks.length >= 3);
  const [first = 0, second = 0, third = 0] = looks;
  expect(second - first).toBeGreaterThan(1_000);
  expect(third - second).toBeGreaterThan(2_000);
});
