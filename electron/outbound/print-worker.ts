import type { TicketView } from '../../shared/contract/printing.ts';
import type { News } from '../../shared/contract/live.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { diskReason } from '../store/disk-error.ts';
import type { Store } from '../store/open-store.ts';
import type { PrintJobRow } from '../store/print-jobs.ts';
import type { PrintOutcome } from './send-to-network-printer.ts';

export type PrintWorkerOptions = {
  store: Store;
  /** The sheet as it stands now; null where its order or day is gone. */
  sheet: (job: PrintJobRow) => TicketView | null;
  /** The signal ends a try as long as nothing was printed. */
  print: (ticket: TicketView, signal: AbortSignal) => Promise<PrintOutcome>;
  /** Runs one piece of work after the other, over all lines that share the printer. */
  inTurn: (work: () => Promise<PrintOutcome>) => Promise<PrintOutcome>;
  publish: (news: readonly News[]) => void;
  now: () => number;
  log: (line: string) => void;
};

/** Ms from one try to the next while the printer is off; the last one repeats. */
const AGAIN_MS = [2_000, 5_000, 10_000, 20_000, 30_000] as const;
/** As for the outbox: well below the 5 s after which a process that was told to end is cut off. */
const STOP_PATIENCE_MS = 3_000;
/** A disk that refuses is asked again after this. */
const DISK_PAUSE_MS = 1_000;

/**
 * Prints what stands in `print_jobs`, one sheet at a time, in the order asked for. A printer that is off is tried until it answers; what may
 * have come out already is never printed again by itself.
 */
export function startPrintWorker(options: PrintWorkerOptions) {
  const { store, now } = options;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | null = null;
  const stopping = new AbortController();
  let closed = false;

  function wake(): void {
    if (stopping.signal.aborted || underWay) return;
    clearTimeout(timer);
    try {
      const job = store.printJobs.due(now());
      if (job) return begin(job);
      const next = store.printJobs.nextAt();
      if (next !== null) timer = setTimeout(wake, Math.min(Math.max(next - now(), 50), 60_000));
    } catch (error) {
      const reason = diskReason(error);
      if (reason === null) throw error;
      options.log(`nothing can be printed: ${reason}`);
      timer = setTimeout(wake, DISK_PAUSE_MS);
    }
  }

  function begin(job: PrintJobRow): void {
    const ticket = options.sheet(job);
    if (!ticket) {
      settle(job, () => store.printJobs.settle(job.id, 'failed', now(), 'not-found', null), 'print-failed', 'not-found');
      return wake();
    }
    if (!store.printJobs.lease(job.id)) return;
    // Taken before anybody hears of it: a listener that wakes this worker finds it at work.
    let begun = () => {};
    const start = new Promise<void>((resolve) => (begun = resolve));
    const work = start
      .then(() => options.inTurn(() => options.print(ticket, stopping.signal)))
      .catch((error: unknown): PrintOutcome => {
        options.log(`print job ${job.id} broke: ${error instanceof Error ? error.message : 'unknown'}`);
        return { ok: false, reason: 'printer-refused', detail: '', began: true };
      })
      .then((outcome) => keep(() => finish(job, outcome)))
      .finally(() => {
        underWay = null;
        wake();
      });
    underWay = work;
    options.publish(newsOf(job));
    begun();
  }

  /** What a printer has done stays done while the disk is full: it is written as soon as there is room. */
  async function keep(work: () => void): Promise<void> {
    while (!closed) {
      try {
        return work();
      } catch (error) {
        if (diskReason(error) === null) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, DISK_PAUSE_MS));
    }
  }

  function finish(job: PrintJobRow, outcome: PrintOutcome): void {
    if (outcome.ok) {
      return settle(
        job,
        () => {
          store.printJobs.settle(job.id, 'printed', now(), null, null);
          // The printer is there: what waited for it need not wait on.
          store.printJobs.hurry(now());
        },
        'printed',
        null,
      );
    }
    const { reason, detail, began } = outcome;
    options.log(`print job ${job.id}: ${reason}${detail === '' ? '' : ` (${detail})`}`);
    const waits = !began && (reason === 'printer-off' || reason === 'printer-refused');
    if (!waits) return settle(job, () => store.printJobs.settle(job.id, 'failed', now(), reason, detail), 'print-failed', reason);
    const pause = AGAIN_MS[Math.min(job.attempts, AGAIN_MS.length - 1)] ?? 0;
    settle(job, () => store.printJobs.giveBack(job.id, now() + pause, reason, detail), null, reason);
  }

  function settle(job: PrintJobRow, write: () => void, what: 'printed' | 'print-failed' | null, reason: Reason | null): void {
    store.transaction(() => {
      write();
      const order = what === null || job.order_id === null ? null : store.orders.get(job.order_id);
      if (what === null || !order) return;
      store.orderHistory.add(order.id, { at: now(), who: 'program', what, from: order.state, to: order.state, detail: { jobId: job.id, reason } });
    });
    options.publish(newsOf(job));
  }

  // Nothing of this process is being printed yet: what is marked so was begun by one that has ended, and nobody knows how far it came.
  for (const job of store.printJobs.interrupted()) {
    settle(job, () => store.printJobs.settle(job.id, 'failed', now(), 'print-interrupted', null), 'print-failed', 'print-interrupted');
  }
  wake();

  return {
    /** Something was asked for. */
    wake,
    /** The printer was changed or mended: what waits is due now. */
    hurry(): void {
      store.printJobs.hurry(now());
      wake();
    },
    /** Begins nothing more and waits up to 3 s for the sheet under way; one that is not done by then is "interrupted" at the next start. */
    async stop(): Promise<void> {
      stopping.abort();
      clearTimeout(timer);
      const patience = new Promise((resolve) => setTimeout(resolve, STOP_PATIENCE_MS).unref());
      await Promise.race([underWay, patience]);
      closed = true;
    },
  };
}

/** What is to be asked for anew after a job has changed. */
export function newsOf(job: Pick<PrintJobRow, 'order_id'>): News[] {
  return [{ kind: 'printing' }, ...(job.order_id === null ? [] : [{ kind: 'order' as const, orderId: job.order_id }])];
}
