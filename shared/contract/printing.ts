import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, reason, refused, time } from './common.ts';

/** One row of a ticket, as a receipt printer sets it: `columns` characters wide, or half as many where `size` is 2. */
export const ticketRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), align: z.enum(['start', 'center']), bold: z.boolean(), size: z.union([z.literal(1), z.literal(2)]) }),
  /** Two texts at the two ends of a row; the first one wraps. */
  z.object({ kind: z.literal('pair'), start: z.string(), end: z.string(), bold: z.boolean(), size: z.union([z.literal(1), z.literal(2)]) }),
  z.object({ kind: z.literal('rule') }),
  z.object({ kind: z.literal('space') }),
  z.object({ kind: z.literal('qr'), text: z.string() }),
]);
export type TicketRow = z.infer<typeof ticketRow>;

export const ticketView = z.object({ paper: z.enum(['58', '80', 'a4']), columns: z.int().positive(), language: z.string(), rows: z.array(ticketRow) });
export type TicketView = z.infer<typeof ticketView>;

const jobState = z.enum(['queued', 'printing', 'printed', 'failed', 'cancelled']);
const jobView = z.object({
  jobId: id,
  kind: z.enum(['ticket', 'test', 'day-close']),
  order: z.object({ orderId: id, number: z.int() }).nullable(),
  state: jobState,
  madeAt: time,
  attempts: z.int(),
  reason: reason.nullable(),
});

export const printingView = z.object({
  /** False where this process has no desktop: printers of the system belong to one. */
  canUseSystem: z.boolean(),
  systemPrinters: z.array(z.object({ name: z.string(), label: z.string(), isDefault: z.boolean() })),
  /** Jobs that wait or that failed and were not printed since, newest first, at most 50. */
  open: z.array(jobView),
  lastPrintedAt: time.nullable(),
});
export type PrintingView = z.infer<typeof printingView>;

const queued = z.union([z.object({ ok: z.literal(true), jobId: id }), refused]);

export const printingContract = {
  get: oc.output(printingView),
  /** The ticket as it would be printed: of an order, of a day's close, or the test page; null where there is no such thing. */
  preview: oc.input(z.union([z.object({ orderId: id }), z.object({ day: z.iso.date() }), z.object({ test: z.literal(true) })])).output(ticketView.nullable()),
  /** Prints an order's ticket (again). */
  print: oc.input(z.object({ orderId: id })).output(queued),
  test: oc.output(queued),
  /** Prints a business day's close. */
  printDay: oc.input(z.object({ day: z.iso.date() })).output(queued),
  /** Tries a failed job once more. */
  again: oc.input(z.object({ jobId: id })).output(queued),
  /** Gives up a job that waits or failed. */
  cancel: oc.input(z.object({ jobId: id })).output(z.union([z.object({ ok: z.literal(true) }), refused])),
};
