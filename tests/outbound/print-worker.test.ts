import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { PrintOutcome } from '../../electron/outbound/send-to-network-printer.ts';
import { startPrintWorker } from '../../electron/outbound/print-worker.ts';
import { testTicket } from '../../electron/queries/other-tickets.ts';
import { createTurns } from '../../electron/parts/start-printing.ts';
import type { News } from '../../shared/contract/live.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { SETTING } from '../support/ticket-orders.ts';

const SECOND = 1000;
const OFF: PrintOutcome = { ok: false, reason: 'printer-off', detail: 'ECONNREFUSED', began: false };
const PAPER: PrintOutcome = { ok: false, reason: 'printer-refused', detail: 'paper out', began: false };
const BROKE: PrintOutcome = { ok: false, reason: 'printer-refused', detail: 'stalled', began: true };

/** A worker on a real file, a clock that the test turns, and a printer that the test answers for. */
function openWorker(file = path.join(temporaryFolder(), 'shopbell.db')) {
  const rooms = openRooms(file);
  const { store } = rooms;
  const clock = { now: T };
  const tries: { give: (outcome: PrintOutcome) => void }[] = [];
  const news: News[] = [];
  const inTurn = createTurns();
  const start = () =>
    startPrintWorker({
      store,
      sheet: async (job) => (job.order_id !== null && !store.orders.get(job.order_id) ? null : testTicket(clock.now, SETTING)),
      print: () => new Promise((resolve) => tries.push({ give: resolve })),
      inTurn,
      publish: (more) => void news.push(...more),
      now: () => clock.now,
      log: () => undefined,
    });
  let worker = start();
  onTestFinished(async () => {
    for (const one of tries) one.give(OFF);
    await worker.stop();
  });
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...rooms,
    clock,
    tries,
    news,
    worker: () => worker,
    /** As after a crash: the old worker's answer never comes. */
    startAnew: () => (worker = start()),
    settled,
    async add(orderId?: number): Promise<number> {
      const id = store.printJobs.add(orderId === undefined ? { kind: 'test' } : { kind: 'ticket', orderId }, clock.now);
      worker.wake();
      await settled();
      return id;
    },
    async answer(outcome: PrintOutcome): Promise<void> {
      tries.at(-1)?.give(outcome);
      await settled();
    },
    job: (id: number) => store.printJobs.get(id),
  };
}

test('a printer that is off is tried until it answers, and each sheet comes out once', async () => {
  const { clock, tries, worker, settled, add, answer, job } = openWorker();
  const id = await add();
  const waits: number[] = [];
  for (let count = 0; count < 7; count += 1) {
    await answer(OFF);
    expect(job(id)).toMatchObject({ state: 'queued', reason: 'printer-off', detail: 'ECONNREFUSED' });
    const next = job(id)?.next_at ?? 0;
    waits.push((next - clock.now) / SECOND);
    clock.now = next;
    worker().wake();
    await settled();
  }
  expect(waits).toEqual([2, 5, 10, 20, 30, 30, 30]);
  await answer({ ok: true });
  expect(job(id)).toMatchObject({ state: 'printed', reason: null, detail: null, printed_at: clock.now, attempts: 8 });
  expect(tries).toHaveLength(8);
});

test('what was out of paper beforehand waits, what broke off in the middle wants a person', async () => {
  const { store, clock, worker, conversation, order, settled, add, answer, job } = openWorker();
  const orderId = order(conversation('4915112345678'));
  const id = await add(orderId);
  await answer(PAPER);
  expect(job(id)).toMatchObject({ state: 'queued', reason: 'printer-refused', detail: 'paper out' });
  expect(store.orderHistory.of(orderId).map(({ what }) => what)).toEqual(['state']);
  clock.now += 2 * SECOND;
  worker().wake();
  await settled();
  await answer(BROKE);
  expect(job(id)).toMatchObject({ state: 'failed', reason: 'printer-refused', detail: 'stalled' });
  expect(store.orderHistory.of(orderId).at(-1)).toMatchObject({
    what: 'print-failed',
    who: 'program',
    detail: JSON.stringify({ jobId: id, reason: 'printer-refused' }),
  });
  clock.now += 3600 * SECOND;
  worker().wake();
  await settled();
  expect(job(id)?.state).toBe('failed');
  expect(store.printJobs.again(id, clock.now)).toBe(true);
  worker().wake();
  await settled();
  await answer({ ok: true });
  expect(job(id)?.state).toBe('printed');
  expect(store.orderHistory.of(orderId).at(-1)?.what).toBe('printed');
  expect(store.printJobs.open()).toEqual([]);
});

test('what was being printed when the program ended is not printed again by itself', async () => {
  const { store, tries, news, conversation, order, startAnew, add, job, settled } = openWorker();
  const orderId = order(conversation('4915112345678'));
  const id = await add(orderId);
  expect(job(id)?.state).toBe('printing');
  startAnew();
  await settled();
  expect(job(id)).toMatchObject({ state: 'failed', reason: 'print-interrupted' });
  expect(tries).toHaveLength(1);
  expect(news).toContainEqual({ kind: 'order', orderId });
  expect(store.printJobs.open().map((open) => open.id)).toEqual([id]);
});

test('one sheet at a time, in the order asked for; when the printer is back, all that waits is due', async () => {
  const { tries, clock, worker, settled, add, answer, job } = openWorker();
  const first = await add();
  const second = await add();
  expect(tries).toHaveLength(1);
  await answer(OFF);
  expect([job(first)?.state, job(second)?.state]).toEqual(['queued', 'printing']);
  await answer(OFF);
  expect(tries).toHaveLength(2);
  clock.now += 2 * SECOND;
  worker().wake();
  await settled();
  expect(job(first)?.state).toBe('printing');
  await answer({ ok: true });
  expect([job(first)?.state, job(second)?.state]).toEqual(['printed', 'printing']);
  await answer({ ok: true });
  expect(job(second)?.state).toBe('printed');
});

test('given up is given up; what is under way or done cannot be', async () => {
  const { store, clock, worker, settled, add, answer, job, tries } = openWorker();
  const id = await add();
  expect([store.printJobs.cancel(id), store.printJobs.again(id, clock.now)]).toEqual([false, false]);
  await answer(OFF);
  expect(store.printJobs.cancel(id)).toBe(true);
  clock.now += 3600 * SECOND;
  worker().wake();
  await settled();
  expect([job(id)?.state, tries.length, store.printJobs.again(id, clock.now)]).toEqual(['cancelled', 1, false]);
});

test('news comes after the commit: whoever hears of a state finds it', async () => {
  const { news, add, answer } = openWorker();
  await add();
  await answer({ ok: true });
  expect(news).toEqual([{ kind: 'printing' }, { kind: 'printing' }]);
});

test('a failed sheet is open until the same one was printed later', async () => {
  const { store, conversation, order, add, answer } = openWorker();
  const chat = conversation('4915112345678');
  const [one, other] = [order(chat), order(chat)];
  const failed = await add(one);
  await answer(BROKE);
  await add(other);
  await answer({ ok: true });
  expect(store.printJobs.open().map(({ id }) => id)).toEqual([failed]);
  await add(one);
  await answer({ ok: true });
  expect(store.printJobs.open()).toEqual([]);
});

test('a stop keeps the answer of the sheet under way, and begins no other', async () => {
  const { worker, tries, add, answer, job } = openWorker();
  const first = await add();
  const second = await add();
  const stopped = worker().stop();
  await answer({ ok: true });
  await stopped;
  expect([job(first)?.state, job(second)?.state, tries.length]).toEqual(['printed', 'queued', 1]);
});
