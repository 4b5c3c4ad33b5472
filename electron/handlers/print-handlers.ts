import type { PrintingView } from '../../shared/contract/printing.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { HandlerDeps } from './acting.ts';
import type { Line } from '../line.ts';
import type { Sheet } from '../queries/view-ticket.ts';
import { server } from './server.ts';

/** The printers' part of the contract. */
export function printHandlers({ acting, line: lineOf, now }: HandlerDeps) {
  const os = server.printing;

  /** Asks for a sheet; the worker does the rest. */
  function queue({ store, printing }: Line, sheet: Sheet): { ok: true; jobId: number } | Refused {
    if (!printing.isChosen()) return { ok: false, reason: 'printer-missing' };
    if (sheet.kind === 'ticket' && !store.orders.get(sheet.orderId)) return { ok: false, reason: 'not-found' };
    const what = sheet.kind === 'ticket' ? { orderId: sheet.orderId } : sheet.kind === 'day-close' ? { businessDay: sheet.day } : {};
    const jobId = store.transaction(() => store.printJobs.add({ kind: sheet.kind, ...what }, now()));
    printing.tell({ order_id: sheet.kind === 'ticket' ? sheet.orderId : null });
    return { ok: true, jobId };
  }

  /** Changes a job that waits or has failed. */
  function change({ store, printing }: Line, jobId: number, write: (id: number) => boolean): { ok: true; jobId: number } | Refused {
    const job = store.printJobs.get(jobId);
    if (!job) return { ok: false, reason: 'not-found' };
    if (!store.transaction(() => write(jobId))) return { ok: false, reason: 'wrong-state' };
    printing.tell(job);
    return { ok: true, jobId };
  }

  return {
    get: os.get.handler(async ({ context }): Promise<PrintingView> => viewPrinting(lineOf(context.shop))),
    preview: os.preview.handler(({ context, input }) => {
      const sheet: Sheet =
        'orderId' in input ? { kind: 'ticket', orderId: input.orderId } : 'day' in input ? { kind: 'day-close', day: input.day } : { kind: 'test' };
      return lineOf(context.shop).printing.preview(sheet);
    }),
    print: os.print.handler(({ context, input }) => acting(context, (line) => queue(line, { kind: 'ticket', orderId: input.orderId }))),
    test: os.test.handler(({ context }) => acting(context, (line) => queue(line, { kind: 'test' }))),
    printDay: os.printDay.handler(({ context, input }) => acting(context, (line) => queue(line, { kind: 'day-close', day: input.day }))),
    again: os.again.handler(({ context, input }) => acting(context, (line) => change(line, input.jobId, (id) => line.store.printJobs.again(id, now())))),
    cancel: os.cancel.handler(({ context, input }) =>
      acting(context, (line) => {
        const result = change(line, input.jobId, line.store.printJobs.cancel);
        return result.ok ? { ok: true as const } : result;
      }),
    ),
  };
}

/** What a list of the system's printers may take, ms: the page waits for it. */
const LIST_PATIENCE_MS = 5_000;

async function viewPrinting({ store, printing }: Line): Promise<PrintingView> {
  // The rows are read before anything is waited for: the line may end meanwhile.
  const lastPrintedAt = store.printJobs.lastPrintedAt();
  const open = store.printJobs.open().map((job) => {
    const order = job.order_id === null ? null : store.orders.get(job.order_id);
    const { id: jobId, kind, state, made_at: madeAt, attempts, reason } = job;
    return { jobId, kind, order: order && { orderId: order.id, number: order.number }, state, madeAt, attempts, reason };
  });
  const system = printing.systemPrinters;
  return { canUseSystem: system !== null, systemPrinters: system ? await listInTime(system.list) : [], open, lastPrintedAt };
}

async function listInTime(list: () => Promise<PrintingView['systemPrinters']>): Promise<PrintingView['systemPrinters']> {
  let timer: NodeJS.Timeout | undefined;
  const none = new Promise<[]>((resolve) => (timer = setTimeout(() => resolve([]), LIST_PATIENCE_MS)));
  const listed = await Promise.race([list().catch(() => []), none]);
  clearTimeout(timer);
  return listed;
}
