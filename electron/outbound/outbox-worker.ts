import type { News } from '../../shared/contract/live.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import type { GraphFailure } from '../graph/graph-call.ts';
import type { OutgoingMessage } from '../graph/send-message.ts';
import { applyStatus, settleParked } from '../store/apply-tick.ts';
import { diskReason } from '../store/disk-error.ts';
import type { MediaRow } from '../store/media.ts';
import type { Failure, MessageRow } from '../store/messages.ts';
import type { Store } from '../store/open-store.ts';
import type { OutboxRow } from '../store/outbox.ts';
import { prepareMessage } from './prepare-message.ts';
import { decideRetry } from './retry-policy.ts';
import { isLostUpload, type UploadFile } from './upload-file.ts';

export type OutboxWorkerOptions = {
  store: Store;
  send: (message: OutgoingMessage) => Promise<{ ok: true; wamid: string } | GraphFailure>;
  upload: UploadFile;
  /** False while what a send call needs is not set. */
  configured: () => boolean;
  publish: (news: readonly News[]) => void;
  now: () => number;
  random: () => number;
  log: (line: string) => void;
};

/** Longer than the send call's own limit. */
const LEASE_MS = 60_000;
/** Calls under way at once, each for another conversation. */
const PARALLEL = 4;
/** How long a stop waits for calls under way: well below the 5 s after which a process that was told to end is cut off. */
const STOP_PATIENCE_MS = 3_000;
/** A disk that refuses is asked again after this. */
const DISK_PAUSE_MS = 1_000;

/**
 * Sends what the outbox holds: leased in the database, per conversation in the order written, settled in the store. It keeps
 * nothing of its own but the hold and how long nobody was reached, so a program that ends between two lines loses nothing.
 */
export function startOutboxWorker(options: OutboxWorkerOptions) {
  const { store, now } = options;
  let timer: NodeJS.Timeout | undefined;
  let hold: Reason | null = null;
  /** Tries in a row, of any message, that reached nobody. */
  let unreached = 0;
  let stopped = false;
  let closed = false;
  const underWay = new Set<Promise<void>>();
  /** Messages whose file is being uploaded: they wait in the outbox as before, because a lost upload leaves nothing in doubt. */
  const uploading = new Set<number>();

  function wake(): void {
    if (stopped) return;
    clearTimeout(timer);
    try {
      if (hold === null) for (const row of store.outbox.due(now(), PARALLEL)) if (underWay.size < PARALLEL && !uploading.has(row.message_id)) begin(row);
      const next = hold === null && underWay.size < PARALLEL ? store.outbox.nextAt() : null;
      if (next !== null) timer = setTimeout(wake, Math.min(Math.max(next - now(), 250), 60_000));
    } catch (error) {
      const reason = diskReason(error);
      if (reason === null) throw error;
      options.log(`nothing can be sent: ${reason}`);
      timer = setTimeout(wake, DISK_PAUSE_MS);
    }
  }

  /** A full disk is no reason to end, nor to forget what Meta has answered: it is written as soon as there is room. */
  async function keep(work: () => void): Promise<void> {
    for (let told = false; !closed; told = true) {
      try {
        return work();
      } catch (error) {
        const reason = diskReason(error);
        if (reason === null) throw error;
        if (!told) options.log(`an answer of Meta's waits to be kept: ${reason}`);
      }
      await new Promise((resolve) => setTimeout(resolve, DISK_PAUSE_MS));
    }
  }

  function begin(row: OutboxRow): void {
    const message = store.messages.get(row.message_id);
    if (!message) return;
    const ready = prepareMessage(store, message, now());
    if (!ready.ok) return settleFailed(message, { reason: ready.reason, code: null, details: null });
    if (!options.configured()) return setHold('not-configured');
    if (ready.upload) return upload(row, message, ready.upload, ready.message.phoneNumberId);
    const leased = store.transaction(() => {
      if (!store.outbox.lease(row.id, now() + LEASE_MS)) return false;
      applyStatus(store, message, { by: 'outbox', status: 'sending' }, null);
      return true;
    });
    if (!leased) return;
    options.publish([newsOf(message)]);
    const work = options
      .send(ready.message)
      .then((answer) => keep(settling(message, row.attempts + 1, answer)))
      .finally(() => {
        underWay.delete(work);
        wake();
      });
    underWay.add(work);
  }

  function upload(row: OutboxRow, message: MessageRow, file: MediaRow, phoneNumberId: string): void {
    uploading.add(message.id);
    const work = options
      .upload(file, phoneNumberId)
      .then((answer) =>
        keep(() => {
          // Taken back meanwhile, or gone with its customer.
          if (store.outbox.of(message.id)?.state !== 'queued') return;
          if (answer.ok) store.media.setUploaded(message.id, answer.mediaId, now());
          else settling(message, row.attempts + 1, answer)();
        }),
      )
      .finally(() => {
        uploading.delete(message.id);
        underWay.delete(work);
        wake();
      });
    underWay.add(work);
    options.publish([newsOf(message)]);
  }

  /** Decides once what an answer means, and gives what is to be written. */
  function settling(message: MessageRow, attempt: number, answer: { ok: true; wamid: string } | GraphFailure): () => void {
    if (answer.ok) {
      unreached = 0;
      return () => accept(message, answer.wamid);
    }
    const code = answer.kind === 'refused' ? answer.code : null;
    const file = code === null ? null : store.media.of(message.id);
    if (isLostUpload(file, code, now())) {
      return () => {
        store.media.setUploaded(message.id, null, null);
        giveBack(message, attempt - 1, 0, { reason: 'media-missing', code, details: null });
      };
    }
    // The network says nothing about the message: its tries are counted apart, and those that Meta allows are all left.
    const counted = answer.kind === 'not-sent' ? attempt - 1 : attempt;
    unreached = answer.kind === 'not-sent' ? unreached + 1 : 0;
    const verdict = decideRetry(answer, answer.kind === 'not-sent' ? unreached : attempt, options.random());
    const details = answer.kind === 'refused' ? answer.details : null;
    options.log(`send of message ${message.id}: ${answer.kind === 'refused' ? `code ${String(code)}` : answer.cause} > ${verdict.next}`);
    switch (verdict.next) {
      case 'again':
        return () => giveBack(message, counted, verdict.afterMs, { reason: verdict.reason, code, details });
      case 'hold':
        return () => {
          giveBack(message, attempt - 1, 0, { reason: verdict.reason, code, details });
          setHold(verdict.reason);
        };
      case 'fail':
        return () => settleFailed(message, { reason: verdict.reason, code, details });
      case 'unknown':
        return () => settleUnknown(message);
    }
  }

  function accept(message: MessageRow, wamid: string): void {
    const news = store.transaction(() => {
      store.messages.setWamid(message.id, wamid);
      applyStatus(store, message, { by: 'outbox', status: 'accepted' }, null);
      store.outbox.settle(message.id, 'accepted');
      return settleParked(store, wamid);
    });
    options.publish([newsOf(message), ...news]);
  }

  function giveBack(message: MessageRow, attempts: number, afterMs: number, failure: Failure): void {
    store.transaction(() => {
      store.outbox.requeue(message.id, now() + afterMs, attempts);
      applyStatus(store, message, { by: 'outbox', status: 'queued' }, failure);
    });
    options.publish([newsOf(message)]);
  }

  function settleFailed(message: MessageRow, failure: Failure): void {
    store.transaction(() => {
      store.outbox.settle(message.id, 'failed');
      applyStatus(store, message, { by: 'outbox', status: 'failed' }, failure);
    });
    options.publish([newsOf(message)]);
  }

  function settleUnknown(message: MessageRow): void {
    store.transaction(() => {
      store.outbox.settle(message.id, 'unknown');
      applyStatus(store, message, { by: 'outbox', status: 'unknown' }, { reason: 'lost-answer', code: null, details: null });
    });
    options.publish([newsOf(message), { kind: 'connection' }]);
  }

  function setHold(reason: Reason | null): void {
    if (hold === reason) return;
    hold = reason;
    options.publish([{ kind: 'connection' }]);
  }

  // Nothing of this process is under way yet: every lease is a dead program's, and whether Meta has that message nobody knows. Later on
  // every lease is our own, also one that has run out because the computer slept.
  for (const row of store.outbox.expired(Number.MAX_SAFE_INTEGER)) {
    const message = store.messages.get(row.message_id);
    if (message) settleUnknown(message);
  }
  wake();

  return {
    /** Something was queued. */
    wake,
    /** A person mended what held it up: everything that waits is due now. */
    resume(): void {
      setHold(null);
      store.outbox.hurry(now());
      wake();
    },
    hold: (): Reason | null => hold,
    /** Begins nothing more and waits for the calls under way, for up to 3 s; what is not answered by then stays leased. */
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      const patience = new Promise((resolve) => setTimeout(resolve, STOP_PATIENCE_MS).unref());
      await Promise.race([Promise.allSettled(underWay), patience]);
      closed = true;
    },
  };
}

function newsOf(message: MessageRow): News {
  return { kind: 'message', conversationId: message.conversation_id, messageId: message.id };
}
