import path from 'node:path';
import Database from 'better-sqlite3';
import { BARE, BARE_TEMPLATE } from '../../shared/domain/send-limits.ts';
import { expect, onTestFinished, test } from 'vitest';
import type { GraphFailure } from '../../electron/graph/graph-call.ts';
import { startOutboxWorker } from '../../electron/outbound/outbox-worker.ts';
import type { StoredContent } from '../../electron/store/stored-content.ts';
import { openStore, type Store } from '../../electron/store/open-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

type Answer = { ok: true; wamid: string } | GraphFailure;
const NOT_SENT: GraphFailure = { ok: false, kind: 'not-sent', cause: 'ENOTFOUND' };
const refused = (code: number): Answer => ({ ok: false, kind: 'refused', reason: 'rate-limited', code, details: null, retryAfterMs: null });
const SECOND = 1000;

/** A worker on a real file, a clock that the test turns, and calls that the test answers. */
function openWorker(over: { store?: (store: Store) => Store; configured?: () => boolean } = {}) {
  const store = openStore(path.join(temporaryFolder(), 'shopbell.db'));
  const clock = { now: Date.UTC(2026, 10, 23, 9) };
  const calls: { body: string; give: (answer: Answer) => void }[] = [];
  const log: string[] = [];
  const start = () =>
    startOutboxWorker({
      store: over.store?.(store) ?? store,
      send: ({ content }) =>
        new Promise((resolve) =>
          calls.push({ body: content.kind === 'template' ? content.name : 'body' in content ? content.body : content.kind, give: resolve }),
        ),
      upload: async () => NOT_SENT,
      configured: over.configured ?? (() => true),
      publish: () => undefined,
      now: () => clock.now,
      random: () => 0,
      log: (line) => void log.push(line),
    });
  const worker = start();
  onTestFinished(async () => {
    for (const call of calls) call.give(NOT_SENT);
    await worker.stop();
    store.close();
  });
  const customer = (waId: string) => {
    const { id } = store.customers.resolve([{ kind: 'wa_id', value: waId }], clock.now);
    return store.conversations.customerWrote(id, '106540352242922', clock.now);
  };
  const write = (conversationId: number, body: string): number => {
    const row = {
      conversationId,
      type: 'text',
      sentAt: clock.now,
      content: { kind: 'text' as const, body },
      contextWamid: null,
      callbackId: `request-${body}`,
    };
    const id = store.messages.insertOutgoing(row);
    store.outbox.add(id, conversationId, clock.now);
    worker.wake();
    return id;
  };
  const state = (id: number) => ({ message: store.messages.get(id)?.status, outbox: store.outbox.of(id)?.state, attempts: store.outbox.of(id)?.attempts });
  /** Answers the newest call, waits for its settling, and turns the clock to when the outbox wants to go on. */
  const answer = async (given: Answer) => {
    const index = calls.length - 1;
    calls[index]?.give(given);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { store, clock, calls, log, worker, customer, write, state, answer };
}

test('a computer that sleeps while a message is under way neither doubts nor loses it', async () => {
  const { clock, calls, worker, customer, write, state, answer } = openWorker();
  const id = write(customer('16505550111'), 'one');
  expect(state(id)).toEqual({ message: 'sending', outbox: 'sending', attempts: 1 });
  clock.now += 8 * 3600 * SECOND;
  worker.wake();
  expect(state(id)).toMatchObject({ message: 'sending', outbox: 'sending' });
  await answer(NOT_SENT);
  expect(state(id)).toMatchObject({ message: 'queued', outbox: 'queued' });
  clock.now += 2 * SECOND;
  worker.wake();
  expect(calls.map((call) => call.body)).toEqual(['one', 'one']);
  await answer({ ok: true, wamid: 'wamid.1' });
  expect(state(id)).toMatchObject({ message: 'accepted', outbox: 'accepted' });
});

test('tries that reached nobody do not count against those that Meta allows', async () => {
  const { store, clock, calls, worker, customer, write, state, answer } = openWorker();
  const id = write(customer('16505550111'), 'one');
  const waits: number[] = [];
  for (let count = 0; count < 12; count += 1) {
    await answer(NOT_SENT);
    const next = store.outbox.of(id)?.next_at ?? 0;
    waits.push((next - clock.now) / SECOND);
    clock.now = next;
    worker.wake();
  }
  expect(waits).toEqual([1, 2, 5, 10, 20, 30, 60, 60, 60, 60, 60, 60]);
  expect(calls).toHaveLength(13);
  await answer(refused(131056));
  expect(state(id)).toMatchObject({ message: 'queued', outbox: 'queued', attempts: 1 });
  expect((store.outbox.of(id)?.next_at ?? 0) - clock.now).toBe(1 * SECOND);
});

test('the network’s own waits begin anew when it was back in between', async () => {
  const { store, clock, worker, customer, write, answer } = openWorker();
  const id = write(customer('16505550111'), 'one');
  for (const given of [NOT_SENT, NOT_SENT, NOT_SENT, refused(130429)]) {
    await answer(given);
    clock.now = store.outbox.of(id)?.next_at ?? 0;
    worker.wake();
  }
  await answer(NOT_SENT);
  expect((store.outbox.of(id)?.next_at ?? 0) - clock.now).toBe(1 * SECOND);
});

test('each conversation has one message under way at the most, and four have theirs at once', async () => {
  const { calls, customer, write } = openWorker();
  for (const waId of ['1', '2', '3', '4', '5']) {
    const conversation = customer(waId);
    write(conversation, `${waId}a`);
    write(conversation, `${waId}b`);
  }
  expect(calls.map((call) => call.body)).toEqual(['1a', '2a', '3a', '4a']);
  calls[1]?.give({ ok: true, wamid: 'wamid.2a' });
  await until('the next ones', () => calls.length === 5);
  expect(calls[4]?.body).toBe('2b');
});

/** The same store, on a disk that refuses some writes while `full.now`. */
function onFullDisk(full: { now: boolean }): (store: Store) => Store {
  const guard = <A extends unknown[], R>(write: (...values: A) => R) => {
    return (...values: A): R => {
      if (full.now) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
      return write(...values);
    };
  };
  return (store) => ({ ...store, transaction: guard(store.transaction) });
}

test('a disk that is full when the answer comes stops nothing: the answer is kept as soon as there is room', async () => {
  const full = { now: false };
  const { customer, write, state, answer, log } = openWorker({ store: onFullDisk(full) });
  const id = write(customer('16505550111'), 'one');
  full.now = true;
  await answer({ ok: true, wamid: 'wamid.1' });
  expect(state(id)).toMatchObject({ message: 'sending', outbox: 'sending' });
  expect(log.join('\n')).toContain('disk-full');
  full.now = false;
  await until('the settled message', () => state(id).outbox === 'accepted');
  expect(state(id)).toMatchObject({ message: 'accepted' });
});

test('a disk that is full before a message is sent keeps it waiting, and nothing is sent that could not be marked', async () => {
  const full = { now: true };
  const { calls, customer, write, state } = openWorker({ store: onFullDisk(full) });
  const id = write(customer('16505550111'), 'one');
  expect(calls).toEqual([]);
  expect(state(id)).toEqual({ message: 'queued', outbox: 'queued', attempts: 0 });
  full.now = false;
  await until('the call', () => calls.length === 1);
});

test('a stop waits for the call under way, and keeps its answer', async () => {
  const { worker, customer, write, state, calls } = openWorker();
  const conversation = customer('16505550111');
  const id = write(conversation, 'one');
  const waiting = write(conversation, 'two');
  const stopped = worker.stop();
  calls[0]?.give({ ok: true, wamid: 'wamid.1' });
  await stopped;
  expect(state(id)).toMatchObject({ message: 'accepted', outbox: 'accepted' });
  expect(state(waiting)).toMatchObject({ message: 'queued', attempts: 0 });
  expect(calls).toHaveLength(1);
});

test('outside the service window a template goes and nothing else does; what Meta would not take is not even tried', async () => {
  const { store, clock, calls, worker, customer, state } = openWorker();
  const conversation = customer('16505550111');
  const queue = (callbackId: string, content: StoredContent): number => {
    const id = store.messages.insertOutgoing({ conversationId: conversation, type: 'any', sentAt: clock.now, content, contextWamid: null, callbackId });
    store.outbox.add(id, conversation, clock.now);
    return id;
  };
  const button = { id: 'a', title: 'x'.repeat(21) };
  const unfit = queue('one', { kind: 'buttons', ...BARE, body: 'All right?', buttons: [button] });
  worker.wake();
  expect(store.messages.get(unfit)).toMatchObject({ status: 'failed', failure: expect.stringContaining('bad-buttons') });
  clock.now += 25 * 3600 * SECOND;
  const late = queue('two', { kind: 'buttons', ...BARE, body: 'All right?', buttons: [{ ...button, title: 'Yes' }] });
  const place = queue('three', { kind: 'location-request', body: 'Where to?' });
  const told = queue('four', { kind: 'template', ...BARE, ...BARE_TEMPLATE, buttons: [], name: 'order_ready', language: 'en', body: 'Ready', fields: [] });
  for (let count = 0; count < 3; count += 1) worker.wake();
  for (const id of [late, place]) expect(store.messages.get(id)).toMatchObject({ status: 'failed', failure: expect.stringContaining('window-closed') });
  expect(calls.map((call) => call.body)).toEqual(['order_ready']);
  expect(state(told)).toMatchObject({ message: 'sending' });
});
