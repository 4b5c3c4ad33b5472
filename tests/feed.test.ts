import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFeed } from '../electron/feed.ts';
import type { FeedEvent, News } from '../shared/contract/live.ts';

const message = (messageId: number): News => ({ kind: 'message', conversationId: 1, messageId });
const order = (orderId: number): News => ({ kind: 'order', orderId });
const idsOf = (event: FeedEvent) => event.news.flatMap((entry) => (entry.kind === 'message' ? [entry.messageId] : []));

async function next(reader: AsyncGenerator<FeedEvent, void, void>): Promise<FeedEvent> {
  const { value } = await reader.next();
  if (!value) throw new Error('the feed has ended');
  return value;
}
/** What a promise has come to by now. */
const soon = <T>(promise: Promise<T>): Promise<T | 'waiting'> =>
  Promise.race([promise, new Promise<'waiting'>((resolve) => setTimeout(() => resolve('waiting'), 15))]);

test('a new reader begins with a reset, then gets the news as they come, numbered', async () => {
  const feed = createFeed('epoch');
  feed.publish([message(1), order(1)]);
  const reader = feed.listen({});
  expect(await next(reader)).toEqual({ epoch: 'epoch', number: 2, reset: true, news: [] });
  const waiting = reader.next();
  expect(await soon(waiting)).toBe('waiting');
  feed.publish([message(2)]);
  expect((await waiting).value).toEqual({ epoch: 'epoch', number: 3, reset: false, news: [message(2)] });
  await reader.return();
});

test('a reader that comes back is given what it missed, and nothing when it missed nothing', async () => {
  const feed = createFeed('epoch');
  for (let id = 1; id <= 5; id += 1) feed.publish([message(id)]);
  expect(await next(feed.listen({ epoch: 'epoch', since: 2 }))).toEqual({ epoch: 'epoch', number: 5, reset: false, news: [3, 4, 5].map(message) });
  expect(await next(feed.listen({ epoch: 'epoch', since: 5 }))).toEqual({ epoch: 'epoch', number: 5, reset: false, news: [] });
  expect(await next(feed.listen({ epoch: 'epoch', since: 0 }))).toMatchObject({ reset: false, number: 5 });
});

test('another epoch, a number from the future, one below nothing, and half a position begin anew', async () => {
  const feed = createFeed('epoch');
  feed.publish([message(1)]);
  for (const from of [{ epoch: 'before', since: 1 }, { epoch: 'epoch', since: 2 }, { epoch: 'epoch', since: -1 }, { epoch: 'epoch' }, { since: 1 }]) {
    expect(await next(feed.listen(from))).toEqual({ epoch: 'epoch', number: 1, reset: true, news: [] });
  }
});

test('at least the last 2000 news are kept, and not much more: an older number begins anew', async () => {
  const feed = createFeed('epoch');
  for (let id = 1; id <= 9_000; id += 1) feed.publish([message(id)]);
  const kept = await next(feed.listen({ epoch: 'epoch', since: 7_000 }));
  expect(idsOf(kept)).toEqual(Array.from({ length: 2_000 }, (_, index) => 7_001 + index));
  expect(await next(feed.listen({ epoch: 'epoch', since: 4_999 }))).toEqual({ epoch: 'epoch', number: 9_000, reset: true, news: [] });
});

test('a reader that fell behind what is kept is told to begin anew, once, and then follows', async () => {
  const feed = createFeed('epoch');
  const reader = feed.listen({});
  await next(reader);
  for (let id = 1; id <= 9_000; id += 1) feed.publish([message(id)]);
  expect(await next(reader)).toEqual({ epoch: 'epoch', number: 9_000, reset: true, news: [] });
  feed.publish([message(9_001)]);
  expect(await next(reader)).toMatchObject({ reset: false, number: 9_001 });
  await reader.return();
});

test('a slow reader gets what came meanwhile together, each thing once, arrivals all', async () => {
  const feed = createFeed('epoch');
  const reader = feed.listen({});
  await next(reader);
  const arrived = (messageId: number): News => ({ kind: 'arrived', what: 'message', conversationId: 1, messageId, orderId: null });
  feed.publish([message(1), arrived(1), { kind: 'connection' }]);
  feed.publish([message(1), message(2), arrived(2), { kind: 'connection' }]);
  feed.publish([{ kind: 'product', catalogId: 'a', retailerId: 'b' }, { kind: 'product', catalogId: 'a/b', retailerId: '' }, { kind: 'settings' }, order(1)]);
  const { news } = await next(reader);
  expect(news.filter((entry) => entry.kind === 'message')).toHaveLength(2);
  expect(news.filter((entry) => entry.kind === 'arrived')).toHaveLength(2);
  expect(news.filter((entry) => entry.kind === 'connection')).toHaveLength(1);
  expect(news.filter((entry) => entry.kind === 'product')).toHaveLength(2);
  expect(await soon(reader.next())).toBe('waiting');
  feed.close();
});

test('nothing is missed and nothing comes twice, however readers read, leave and come back', async () => {
  const steps = fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ publish: fc.integer({ min: 1, max: 4 }) }) },
      { weight: 2, arbitrary: fc.constantFrom('read' as const, 'leave' as const, 'turn' as const) },
    ),
    {
      maxLength: 60,
      size: 'max',
    },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (schedule) => {
      const feed = createFeed('epoch');
      let published = 0;
      const got: number[] = [];
      let position: { epoch?: string; since?: number } = {};
      let left = new AbortController();
      let reader = feed.listen(position, left.signal);
      let reading: Promise<void> | null = null;
      const take = (result: IteratorResult<FeedEvent, void>) => {
        reading = null;
        if (!result.value) return;
        // The first reset is the beginning; nothing was published before it.
        expect(result.value.reset && position.since !== undefined).toBe(false);
        got.push(...(result.value.reset ? [] : idsOf(result.value)));
        if (result.value.reset) expect(result.value.number).toBe(0);
        position = { epoch: result.value.epoch, since: result.value.number };
      };
      reading = reader.next().then(take);
      await reading;
      for (const step of schedule) {
        if (typeof step !== 'string') {
          feed.publish(Array.from({ length: step.publish }, () => message((published += 1))));
        } else if (step === 'turn') await new Promise((resolve) => setImmediate(resolve));
        else if (step === 'read') reading ??= reader.next().then(take);
        else {
          left.abort();
          await reading;
          left = new AbortController();
          reader = feed.listen(position, left.signal);
          reading = null;
        }
      }
      feed.publish([message((published += 1))]);
      await (reading ?? reader.next().then(take));
      while (got.length < published) await reader.next().then(take);
      expect(got).toEqual(Array.from({ length: published }, (_, index) => index + 1));
      left.abort();
      await reader.return();
    }),
    { numRuns: 60 },
  );
});

test('the end of the line gives readers their last news and ends them, also those that come later', async () => {
  const feed = createFeed('epoch');
  const [waiting, behind] = [feed.listen({}), feed.listen({})];
  await Promise.all([next(waiting), next(behind)]);
  const asked = waiting.next();
  feed.publish([message(1)]);
  expect(idsOf((await asked).value as FeedEvent)).toEqual([1]);
  const last = waiting.next();
  feed.publish([message(2)]);
  feed.close();
  expect(idsOf((await last).value as FeedEvent)).toEqual([2]);
  expect(await waiting.next()).toEqual({ value: undefined, done: true });
  expect(await behind.next()).toEqual({ value: undefined, done: true });
  const late = feed.listen({});
  expect((await next(late)).reset).toBe(true);
  expect((await late.next()).done).toBe(true);
});

test('a reader that is called off ends at once and leaves nothing behind', async () => {
  const feed = createFeed('epoch');
  const left = new AbortController();
  const reader = feed.listen({}, left.signal);
  await next(reader);
  const asked = reader.next();
  expect(getEventListeners(left.signal, 'abort')).toHaveLength(1);
  left.abort();
  expect(await asked).toEqual({ value: undefined, done: true });
  expect(getEventListeners(left.signal, 'abort')).toHaveLength(0);
  feed.publish([message(1)]);
  const never = feed.listen({}, AbortSignal.abort());
  await never.next();
  expect((await never.next()).done).toBe(true);
});

test('listeners inside the program hear at once, until they end it; nothing to say is not said', () => {
  const feed = createFeed('epoch');
  const heard: (readonly News[])[] = [];
  const end = feed.subscribe((news) => void heard.push(news));
  feed.publish([]);
  feed.publish([message(1), message(1)]);
  end();
  feed.publish([message(2)]);
  expect(heard).toEqual([[message(1), message(1)]]);
});
