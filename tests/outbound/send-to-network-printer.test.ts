import { getEventListeners } from 'node:events';
import { createServer } from 'node:net';
import { onTestFinished, expect, test } from 'vitest';
import { escPosTicket } from '../../electron/outbound/escpos-ticket.ts';
import { sendToNetworkPrinter } from '../../electron/outbound/send-to-network-printer.ts';
import { testTicket } from '../../electron/queries/other-tickets.ts';
import { type FakePrinter, type Mood, startFakePrinter } from '../support/fake-printer.ts';
import { T } from '../support/open-rooms.ts';
import { SETTING } from '../support/ticket-orders.ts';

const PATIENCE = { connect: 2_000, status: 150, write: 300, close: 300 };
const BYTES = escPosTicket(testTicket(T, SETTING), { codePage: 'cp858', cut: true });

async function send(mood: Mood, bytes = BYTES): Promise<{ printer: FakePrinter; outcome: Awaited<ReturnType<typeof sendToNetworkPrinter>> }> {
  const printer = await startFakePrinter(mood);
  onTestFinished(() => printer.turnOff());
  const outcome = await sendToNetworkPrinter(bytes, { host: '127.0.0.1', port: printer.port }, { patience: PATIENCE });
  expect(printer.complaints).toEqual([]);
  return { printer, outcome };
}

for (const mood of ['prints', 'silent'] as const) {
  test(`a printer that ${mood === 'prints' ? 'answers' : 'answers nothing'} prints a sheet once`, async () => {
    const { printer, outcome } = await send(mood);
    expect(outcome).toEqual({ ok: true });
    expect(printer.sheets).toHaveLength(1);
    expect(printer.sheets[0]).toMatchObject({ cut: true, qr: ['https://wa.me/'] });
  });
}

test.each([
  ['paper-out', 'paper out'],
  ['cover-open', 'cover open'],
  ['offline', 'offline'],
] as const)('a printer that says %s is given nothing', async (mood, detail) => {
  const { printer, outcome } = await send(mood);
  expect(outcome).toEqual({ ok: false, reason: 'printer-refused', detail, began: false });
  expect(printer.sheets).toEqual([]);
});

test.each([
  ['stalls', 'stalled'],
  ['hangs-up', 'ECONNRESET'],
  ['runs-out', 'paper out'],
] as const)('a printer that %s in the middle may have printed, and that is told', async (mood, detail) => {
  const { outcome } = await send(mood);
  expect(outcome).toEqual({ ok: false, reason: 'printer-refused', detail, began: true });
});

test('one that takes the call and then nothing more holds up nobody for ever', async () => {
  const held = createServer((socket) => void socket.pause());
  await new Promise<void>((resolve) => held.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void held.close());
  const { port } = held.address() as { port: number };
  // More than the network's own buffers take.
  const outcome = await sendToNetworkPrinter(new Uint8Array(20_000_000).fill(0x20), { host: '127.0.0.1', port }, { patience: PATIENCE });
  expect(outcome).toEqual({ ok: false, reason: 'printer-refused', detail: 'stalled', began: true });
});

test('a printer that is off cannot be reached, and nothing has begun', async () => {
  const printer = await startFakePrinter();
  await printer.turnOff();
  const outcome = await sendToNetworkPrinter(BYTES, { host: '127.0.0.1', port: printer.port }, { patience: PATIENCE });
  expect(outcome).toEqual({ ok: false, reason: 'printer-off', detail: 'ECONNREFUSED', began: false });
});

test('a stop ends the waiting for an answer, and nothing is printed then', async () => {
  const printer = await startFakePrinter('silent');
  onTestFinished(() => printer.turnOff());
  const stopping = new AbortController();
  const sent = sendToNetworkPrinter(BYTES, { host: '127.0.0.1', port: printer.port }, { signal: stopping.signal, patience: { ...PATIENCE, status: 10_000 } });
  setTimeout(() => stopping.abort(), 50);
  expect(await sent).toMatchObject({ ok: false, reason: 'printer-off', began: false });
  expect(printer.sheets).toEqual([]);
});

test('a try leaves nothing behind on the signal, which lasts as long as the shop', async () => {
  const printer = await startFakePrinter();
  const { signal } = new AbortController();
  const to = { host: '127.0.0.1', port: printer.port };
  expect(await sendToNetworkPrinter(BYTES, to, { signal, patience: PATIENCE })).toEqual({ ok: true });
  await printer.turnOff();
  expect(await sendToNetworkPrinter(BYTES, to, { signal, patience: PATIENCE })).toMatchObject({ reason: 'printer-off' });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('the fake printer refuses loudly what it does not understand', async () => {
  const printer = await startFakePrinter();
  onTestFinished(() => printer.turnOff());
  const outcome = await sendToNetworkPrinter(
    Uint8Array.of(0x1b, 0x40, 0x1b, 0x70, 0, 50, 250),
    { host: '127.0.0.1', port: printer.port },
    { patience: PATIENCE },
  );
  expect(outcome).toMatchObject({ ok: false, began: true });
  expect(printer.complaints).toEqual(['the printer does not understand 1b 70 0 32']);
});
