import type { News } from '../../shared/contract/live.ts';
import { diskReason } from '../store/disk-error.ts';
import type { Store } from '../store/open-store.ts';
import type { Reading, WebhookProof } from '../store/webhook-log.ts';
import { applyEvent, type Arrival } from './apply-event.ts';
import type { ParsedWebhook } from './inbound-event.ts';
import { newOfImported } from './new-of-imported.ts';
import { parseWebhook, READER } from './parse-webhook.ts';

/** What of an arrival does not depend on the body. */
export type ArrivalSettings = () => Pick<
  Arrival,
  'clockSkew' | 'timeZone' | 'businessDayStart' | 'isRehearsal' | 'printsOrders' | 'autoAnswer' | 'removesDeleted'
>;

export type ReceiveOptions = {
  store: Store;
  settings: ArrivalSettings;
  /** The shop's own number at Meta: webhooks of it tell which account it belongs to. Empty, or left out: unknown. */
  phoneNumberId?: () => string;
  now: () => number;
  /** Called after the commit. */
  publish: (news: readonly News[]) => void;
  /** Called with the reason when the disk refuses, with null when it takes again. */
  onDisk: (reason: ReturnType<typeof diskReason>) => void;
  log: (line: string) => void;
};

/** Bodies that brought something; all of which was known, or concerns nothing here; and that say nothing to this program. */
export type ImportCount = { read: number; known: number; unread: number };

/** How long the first body of a commit waits at the most for others that arrive with it. */
const GATHER_MS = 5;

type Waiting = {
  body: Buffer;
  proof: WebhookProof | null;
  receivedAt: number;
  logId: number;
  resolve: (logId: number) => void;
  reject: (error: unknown) => void;
};

/**
 * The one door through which what Meta pushes enters memory. Bodies that arrive together commit together: they are collected
 * until the event loop has read what is there, then logged and applied in one transaction, and each promise is
 * resolved after that commit.
 */
export function createReceiver(options: ReceiveOptions) {
  const { store, now } = options;
  let waiting: Waiting[] = [];
  let counted = 0;
  let since = 0;
  // Kept here, so that a webhook costs no reading: it changes once in a shop's life.
  let wabaId = store.facts.get('waba_id');
  // Asked once for a batch: it is put together from settings, files and environment.
  let ownNumber: string | undefined;

  /** Commits when a turn of the event loop has brought nothing more, or when the first has waited long enough. */
  function collect(): void {
    if (waiting.length > counted && performance.now() - since < GATHER_MS) {
      counted = waiting.length;
      setImmediate(collect);
    } else commit();
  }

  function commit(): void {
    counted = 0;
    const batch = waiting;
    waiting = [];
    let news: News[];
    try {
      news = takeBatch(batch);
    } catch (error) {
      options.onDisk(diskReason(error));
      for (const { reject } of batch) reject(error);
      return;
    }
    if (news.some((entry) => entry.kind === 'catalogue')) wabaId = store.facts.get('waba_id');
    options.onDisk(null);
    for (const { resolve, logId } of batch) resolve(logId);
    options.publish(news);
  }

  /** One transaction for all. Where one body cannot be applied, the batch is taken again, each body then inside a savepoint of its own. */
  function takeBatch(batch: readonly Waiting[]): News[] {
    const moment = options.settings();
    ownNumber = options.phoneNumberId?.();
    const takeAll = (apply: typeof applyAll) => store.transaction(() => batch.flatMap((one) => takeIn(one, { ...moment, receivedAt: one.receivedAt }, apply)));
    try {
      return takeAll(applyAll);
    } catch (error) {
      if (diskReason(error)) throw error;
      return takeAll(applySingly);
    }
  }

  function takeIn(one: Waiting, moment: Omit<Arrival, 'logId' | 'again'>, apply: typeof applyAll): News[] {
    const parsed = parseWebhook(one.body.toString('utf8'));
    const reading = readingOf(parsed);
    one.logId = store.webhookLog.add(one.body, reading, READER, moment.receivedAt, one.proof);
    return [...learnAccount(parsed), ...apply(parsed, reading, { ...moment, logId: one.logId, again: false })];
  }

  /** Which account the shop's own number belongs to: the connected catalogue and the templates are the account's. */
  function learnAccount({ account }: ParsedWebhook): News[] {
    if (account === null || account.wabaId === wabaId || account.phoneNumberId !== ownNumber) return [];
    store.facts.set('waba_id', account.wabaId);
    return [{ kind: 'catalogue' }];
  }

  function applyAll(parsed: ParsedWebhook, reading: Reading, arrival: Arrival): News[] {
    const news = parsed.events.flatMap((event) => applyEvent(store, event, arrival));
    return reading.outcome === 'applied' ? news : [...news, { kind: 'connection' }];
  }

  /** What cannot be applied is kept in the log and marked, and stops nothing else: neither other bodies nor other parts of its own. */
  function applySingly(parsed: ParsedWebhook, reading: Reading, arrival: Arrival): News[] {
    const whole = store.attempt(() => applyAll(parsed, reading, arrival));
    if (whole.ok) return whole.value;
    const news: News[] = [{ kind: 'connection' }];
    const problems = [...parsed.problems];
    let kept = 0;
    for (const event of parsed.events) {
      const single = store.attempt(() => applyEvent(store, event, arrival));
      if (single.ok) {
        news.push(...single.value);
        kept += 1;
      } else {
        problems.push(`memory refused a ${event.kind}`);
        options.log(`a ${event.kind} of webhook ${arrival.logId} could not be applied: ${describe(single.error)}`);
      }
    }
    store.webhookLog.settle(arrival.logId, { ...reading, outcome: kept > 0 ? 'partly' : 'unread', reason: summary(problems) }, READER);
    return news;
  }

  function takeAgain({ id, body, receivedAt }: { id: number; body: Buffer; receivedAt: number }): News[] {
    const parsed = parseWebhook(body.toString('utf8'));
    const reading = readingOf(parsed);
    store.webhookLog.settle(id, reading, READER);
    return applySingly(parsed, reading, { ...options.settings(), logId: id, receivedAt, now: now(), again: true });
  }

  return {
    /** Resolves, with its row in the log, when the body is on disk; rejects when the disk refuses it, and then nothing of it is kept. */
    receive(body: Buffer, proof: WebhookProof | null = null): Promise<number> {
      if (waiting.length === 0) {
        since = performance.now();
        setImmediate(collect);
      }
      return new Promise((resolve, reject) => {
        waiting.push({ body, proof, receivedAt: now(), logId: 0, resolve, reject });
      });
    },

    /**
     * Takes bodies out of a file, in one transaction, as history: nothing rings, prints, is told or answered. A body that brings nothing new is not kept, nor is
     * one that says nothing to this program.
     * @throws what the disk refuses; nothing of them is kept then
     */
    importBodies(bodies: readonly Buffer[]): ImportCount {
      const count = { read: 0, known: 0, unread: 0 };
      const moment = options.settings();
      const receivedAt = now();
      const news = store.transaction(() =>
        bodies.flatMap((body) => {
          const parsed = parseWebhook(body.toString('utf8'));
          if (parsed.events.length === 0 && parsed.silent === 0) {
            count.unread += 1;
            return [];
          }
          const events = newOfImported(store, parsed.events);
          if (events.length === 0) {
            count.known += 1;
            return [];
          }
          count.read += 1;
          const reading = readingOf(parsed);
          const logId = store.webhookLog.add(body, reading, READER, receivedAt, 'import');
          const quiet = { ...moment, receivedAt, logId, again: false, imported: true, printsOrders: false, autoAnswer: null };
          return applySingly({ ...parsed, events }, reading, quiet);
        }),
      );
      options.publish(news);
      return count;
    },

    /** Reads again what an older reader left unread, 200 bodies a transaction; nothing rings. Returns how many were read. */
    async readAgain(): Promise<number> {
      let afterId = 0;
      let count = 0;
      for (;;) {
        const rows = store.webhookLog.readableAgain(READER, afterId);
        if (rows.length === 0) return count;
        const news = store.transaction(() => rows.flatMap((row) => takeAgain(row)));
        options.publish(news);
        count += rows.length;
        afterId = rows.at(-1)?.id ?? afterId;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },

    /**
     * Once for each reader: bodies that brought a message which an older one stored as a card are read again, although nothing was wrong with them; 200
     * messages a transaction. Returns how many bodies were read.
     */
    async readCardsAgain(): Promise<number> {
      if (store.facts.get('cards_read_by') === String(READER)) return 0;
      const read = new Set<number>();
      let afterId = 0;
      for (;;) {
        const cards = store.messages.cardsAfter(afterId);
        if (cards.length === 0) break;
        const fresh = [...new Set(cards.map(({ log_id: id }) => id))].filter((id) => !read.has(id));
        const news = store.transaction(() =>
          fresh.flatMap((id) => {
            const logged = store.webhookLog.readBefore(READER, id);
            return logged ? takeAgain({ id, ...logged }) : [];
          }),
        );
        for (const id of fresh) read.add(id);
        options.publish(news);
        afterId = cards.at(-1)?.id ?? afterId;
        await new Promise((resolve) => setImmediate(resolve));
      }
      store.facts.set('cards_read_by', String(READER));
      return read.size;
    },
  };
}

function readingOf({ shape, events, problems }: ParsedWebhook): Reading {
  if (problems.length === 0) return { shape, outcome: 'applied', reason: null };
  return { shape, outcome: events.length > 0 ? 'partly' : 'unread', reason: summary(problems) };
}

function summary(problems: readonly string[]): string {
  const [first, ...others] = [...new Set(problems)];
  return `${(first ?? '').slice(0, 200)}${others.length > 0 ? ` (and ${others.length} more)` : ''}`;
}

/** Only the kind of error: its text may quote a customer. */
function describe(error: unknown): string {
  return error instanceof Error && 'code' in error ? `${error.name} ${String(error.code)}` : error instanceof Error ? error.name : 'unknown';
}
