import type { PrintingView } from '../../shared/contract/printing.ts';

export type PrintJob = PrintingView['open'][number];

/** A job that waits longer than this has a reason, even if nobody has told it yet. */
const PATIENCE_MS = 30_000;

/** Jobs that want a person, the newest first: those that failed, those whose printer did not answer, and those that wait for long. */
export function printTroubles(open: readonly PrintJob[], now: number): PrintJob[] {
  return open.filter((job) => job.state === 'failed' || job.reason !== null || now - job.madeAt > PATIENCE_MS);
}
