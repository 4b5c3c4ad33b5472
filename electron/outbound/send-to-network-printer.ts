import { connect, type Socket } from 'node:net';
import { ANSWERS, ASK_STATUS, isStatus, readStatus } from './printer-status.ts';
import type { PrintRefusal } from './system-printers.ts';

/** How a try to print ended. `began`: something may have come out, so that nothing is printed again without a person. */
export type PrintOutcome =
  | { ok: true }
  | { ok: false; reason: PrintRefusal | 'no-desktop' | 'not-found' | 'print-interrupted'; detail: string; began: boolean };

/** Ms. */
export type PrinterPatience = { connect: number; status: number; write: number; close: number };

/** A printer that takes its paper in slowly holds back the sender, so writing may last. */
const PATIENCE: PrinterPatience = { connect: 5_000, status: 1_500, write: 20_000, close: 2_000 };

/**
 * Sends bytes to a receipt printer on the network (port 9100, raw). Asks for its state first; one that answers nothing prints all the
 * same. One that has answered is asked again afterwards, because a full network buffer looks just like a printed ticket.
 * @param signal ends the try as long as nothing was printed
 * @returns 'printer-off' where it cannot be reached, 'printer-refused' where it says why not or breaks off
 */
export async function sendToNetworkPrinter(
  bytes: Uint8Array,
  to: { host: string; port: number },
  { signal, patience = PATIENCE }: { signal?: AbortSignal | undefined; patience?: PrinterPatience | undefined } = {},
): Promise<PrintOutcome> {
  const socket = connect({ host: to.host, port: to.port });
  const line = watch(socket, signal);
  try {
    if (!(await line.within(patience.connect, line.connected))) return off(line.trouble() ?? 'no answer');
    socket.setNoDelay(true);
    await line.ask(socket, patience.status);
    const before = line.answers();
    if (line.trouble() !== null || signal?.aborted) return off(line.trouble() ?? 'stopped');
    line.goOn();
    const obstacle = readStatus(before);
    if (obstacle !== null) return { ok: false, reason: 'printer-refused', detail: obstacle, began: false };
    const written = new Promise<void>((resolve) => void socket.write(bytes, () => resolve()));
    if (!(await line.within(patience.write, written))) return brokeOff(line.trouble() ?? 'stalled');
    if (before.length === ANSWERS) {
      await line.ask(socket, patience.write);
      if (line.answers().length < ANSWERS) return brokeOff(line.trouble() ?? 'stalled');
      const after = readStatus(line.answers());
      if (after !== null) return brokeOff(after);
    }
    socket.end();
    await line.within(patience.close, line.ended);
    return line.failed() === null ? { ok: true } : brokeOff(line.failed() ?? '');
  } finally {
    line.leave();
    socket.destroy();
  }
}

function off(detail: string): PrintOutcome {
  return { ok: false, reason: 'printer-off', detail, began: false };
}

function brokeOff(detail: string): PrintOutcome {
  return { ok: false, reason: 'printer-refused', detail, began: true };
}

/** What happens on a socket, to be waited for in turn. */
function watch(socket: Socket, signal: AbortSignal | undefined) {
  let failure: string | null = null;
  let hungUp = false;
  let received: number[] = [];
  let onAnswer = () => {};
  let onHalt = () => {};
  /** Until something was printed a stop ends the waiting; after that the printer's answer is worth more. */
  let mayHalt = true;
  const connected = new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  const ended = new Promise<void>((resolve) => {
    socket.once('error', (error: NodeJS.ErrnoException) => {
      failure = error.code ?? 'error';
      resolve();
    });
    socket.once('end', () => {
      hungUp = true;
      resolve();
    });
    socket.once('close', () => resolve());
    onHalt = () => {
      if (mayHalt) resolve();
    };
    signal?.addEventListener('abort', onHalt);
  });
  socket.on('data', (data) => {
    received.push(...data.filter(isStatus));
    if (received.length >= ANSWERS) onAnswer();
  });

  /** True where it happened in time and the line still stands. */
  async function within(ms: number, happens: Promise<void>): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), ms)));
    const first = await Promise.race([happens.then(() => 'done' as const), ended.then(() => 'ended' as const), tooLate]);
    clearTimeout(timer);
    return first === 'done';
  }

  return {
    connected,
    ended,
    within,
    /** The signal outlives this try: a printer that is off is tried all night. */
    leave: (): void => signal?.removeEventListener('abort', onHalt),
    goOn: (): void => void (mayHalt = false),
    failed: (): string | null => failure,
    trouble: (): string | null => failure ?? (hungUp ? 'hung up' : null),
    answers: (): readonly number[] => received,
    /** Asks for the state, and waits until it has answered, hung up, or let the time pass. */
    async ask(to: Socket, ms: number): Promise<void> {
      received = [];
      const answered = new Promise<void>((resolve) => (onAnswer = resolve));
      to.write(ASK_STATUS);
      await within(ms, answered);
    },
  };
}
