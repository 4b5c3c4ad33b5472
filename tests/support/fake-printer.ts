import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createEscPosReader, type Sheet } from './read-escpos.ts';

/**
 * - `prints`: answers its state and prints
 * - `silent`: prints and answers nothing, as cheap ones do
 * - `paper-out`, `cover-open`, `offline`: says so and prints nothing
 * - `stalls`: answers, then takes nothing more
 * - `hangs-up`: takes the first bytes of a sheet and breaks off
 * - `runs-out`: prints, and has no paper left at the end of it
 */
export type Mood = 'prints' | 'silent' | 'paper-out' | 'cover-open' | 'offline' | 'stalls' | 'hangs-up' | 'runs-out';

export type FakePrinter = {
  port: number;
  mood: Mood;
  /** What came out, sheet by sheet. */
  readonly sheets: Sheet[];
  /** What it did not understand; a test that ends with one in it has found a bug. */
  readonly complaints: string[];
  connections(): number;
  turnOff(): Promise<void>;
  /** At the same address as before. */
  turnOn(): Promise<void>;
};

const OK = 0x12;
const ANSWERS: Partial<Record<Mood, Readonly<Record<number, number>>>> = {
  'paper-out': { 1: OK | 0x08, 2: OK | 0x20, 4: OK | 0x60 },
  'cover-open': { 1: OK | 0x08, 2: OK | 0x04, 4: OK },
  offline: { 1: OK | 0x08, 2: OK, 4: OK },
};

/** A receipt printer on a free port of loopback: a second reading of ESC/POS, with every bad habit that printers have. */
export async function startFakePrinter(mood: Mood = 'prints'): Promise<FakePrinter> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let server: Server | null = null;
  const printer = {
    port: 0,
    mood,
    sheets: [] as Sheet[],
    complaints: [] as string[],
    connections: () => connections,
    async turnOff(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      const ending = server;
      server = null;
      if (ending) await new Promise<void>((resolve) => ending.close(() => resolve()));
    },
    async turnOn(): Promise<void> {
      if (server) return;
      const starting = createServer(serve);
      await new Promise<void>((resolve) => starting.listen(printer.port, '127.0.0.1', resolve));
      printer.port = (starting.address() as AddressInfo).port;
      server = starting;
    },
  };

  function serve(socket: Socket): void {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let taken = 0;
    let printed = false;
    const reader = createEscPosReader({
      status(what) {
        if (printer.mood === 'silent') return;
        const ranOut = printer.mood === 'runs-out' && printed;
        socket.write(Uint8Array.of((ranOut ? ANSWERS['paper-out'] : ANSWERS[printer.mood])?.[what] ?? OK));
      },
    });
    socket.on('data', (data) => {
      // Real-time commands are answered even by a printer that does nothing else.
      const isQuestion = data[0] === 0x10;
      if (!isQuestion) printed = true;
      if (printer.mood === 'stalls' && printed) return;
      if (printer.mood === 'hangs-up' && !isQuestion) {
        taken += data.length;
        if (taken > 10) socket.resetAndDestroy();
        return;
      }
      try {
        reader.read(data);
      } catch (error) {
        printer.complaints.push(error instanceof Error ? error.message : String(error));
        socket.resetAndDestroy();
      }
    });
    socket.on('end', () => {
      if (reader.unfinished() > 0) printer.complaints.push('the end came in the middle of a command');
      printer.sheets.push(...reader.sheets);
    });
  }

  await printer.turnOn();
  return printer;
}
