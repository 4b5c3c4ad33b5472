import { expect, onTestFinished, test } from 'vitest';
import { defaultSettings } from '../../electron/settings/default-settings.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { closeAfter } from '../support/close-after.ts';
import { type FakePrinter, type Mood, startFakePrinter } from '../support/fake-printer.ts';
import { CONTACT, envelope, orderMessage, postSigned } from '../support/post-webhook.ts';
import { startShop, type TestShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

async function aPrinter(mood?: Mood): Promise<FakePrinter> {
  const printer = await startFakePrinter(mood);
  onTestFinished(async () => {
    await printer.turnOff();
    expect(printer.complaints).toEqual([]);
  });
  return printer;
}

async function aShop(printer: FakePrinter, printWhen: Settings['printWhen'], over: Partial<Settings['printer']> = {}): Promise<TestShop> {
  const shop = closeAfter(await startShop());
  const chosen = { ...defaultSettings().printer, kind: 'network' as const, host: '127.0.0.1', port: printer.port, ...over };
  await shop.api.settings.save({ printer: chosen, printWhen, shopName: 'Corner Bakery', customerLanguage: 'en' });
  return shop;
}

const arrives = (shop: TestShop) => postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [orderMessage()] }));
const ticket = async (shop: TestShop, orderId = 1) => (await shop.api.orders.get({ orderId }))?.ticket ?? null;
const inState = (shop: TestShop, state: string) => until(`a ticket that is ${state}`, async () => (await ticket(shop))?.state === state);
const words = (printer: FakePrinter, sheet = 0) => printer.sheets[sheet]?.lines.map(({ text }) => text).join('\n') ?? '';

test('a printer that is off blocks nothing, is told loudly, and prints the ticket once when it is on', async () => {
  const printer = await aPrinter();
  await printer.turnOff();
  const shop = await aShop(printer, 'accept');
  await arrives(shop);
  expect(await ticket(shop)).toBeNull();
  expect(await shop.api.orders.step({ orderId: 1, action: 'accept' })).toMatchObject({
    ok: true,
    order: { state: 'accepted', ticket: { jobId: 1, reason: null } },
  });
  await until('the trouble', async () => (await ticket(shop))?.reason === 'printer-off');
  expect((await shop.api.printing.get()).open).toMatchObject([{ kind: 'ticket', order: { orderId: 1, number: 1 }, reason: 'printer-off' }]);
  // The order goes on meanwhile.
  expect(await shop.api.orders.step({ orderId: 1, action: 'prepare' })).toMatchObject({ ok: true });

  await printer.turnOn();
  await inState(shop, 'printed');
  expect(printer.sheets).toHaveLength(1);
  expect(words(printer)).toContain('Corner Bakery');
  expect(words(printer)).toContain('Sheena Nelson');
  expect(words(printer)).toContain('2 x di9ozbzfi4');
  expect(printer.sheets[0]?.qr).toEqual(['https://wa.me/16505550111']);
  expect(await shop.api.printing.get()).toMatchObject({ open: [], canUseSystem: false, systemPrinters: [] });
  expect((await shop.api.orders.get({ orderId: 1 }))?.events.at(-1)).toMatchObject({ what: 'printed', who: 'program', detail: { jobId: 1 } });
});

test('what waits for the printer survives a restart, and still comes out once', async () => {
  const printer = await aPrinter();
  await printer.turnOff();
  const shop = await aShop(printer, 'arrival');
  await arrives(shop);
  await until('the trouble', async () => (await ticket(shop))?.reason === 'printer-off');
  const again = closeAfter(await shop.restart());
  await printer.turnOn();
  await inState(again, 'printed');
  expect(printer.sheets).toHaveLength(1);
  expect(again.rows('SELECT state FROM print_jobs')).toEqual([{ state: 'printed' }]);
});

test('a ticket that was under way when the program was cut off is printed again by a person alone', async () => {
  const printer = await aPrinter();
  const shop = await aShop(printer, 'arrival');
  await arrives(shop);
  await inState(shop, 'printed');
  const { folder } = shop;
  await shop.stop();
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(`${folder}/shopbell.db`);
  // As a process that was killed in the middle leaves it.
  db.exec("UPDATE print_jobs SET state = 'printing', printed_at = NULL");
  db.close();
  const again = closeAfter(await startShop({ folder }));
  expect(await ticket(again)).toMatchObject({ state: 'failed', reason: 'print-interrupted' });
  expect(printer.sheets).toHaveLength(1);
  expect(await again.api.printing.again({ jobId: 1 })).toEqual({ ok: true, jobId: 1 });
  await inState(again, 'printed');
  expect(printer.sheets).toHaveLength(2);
});

test('a printer that breaks off fails loudly; given up, it is quiet; printed anew, it is a new sheet', async () => {
  const printer = await aPrinter('hangs-up');
  const shop = await aShop(printer, 'arrival');
  await arrives(shop);
  await inState(shop, 'failed');
  expect((await shop.api.printing.get()).open).toMatchObject([{ state: 'failed', reason: 'printer-refused' }]);
  expect((await shop.api.orders.get({ orderId: 1 }))?.events.at(-1)).toMatchObject({ what: 'print-failed', detail: { jobId: 1, reason: 'printer-refused' } });
  expect(await shop.api.printing.cancel({ jobId: 1 })).toEqual({ ok: true });
  expect((await shop.api.printing.get()).open).toEqual([]);
  expect(await shop.api.printing.again({ jobId: 1 })).toEqual({ ok: false, reason: 'wrong-state' });
  printer.mood = 'silent';
  expect(await shop.api.printing.print({ orderId: 1 })).toEqual({ ok: true, jobId: 2 });
  await inState(shop, 'printed');
});

test('paper that ran out is waited for', async () => {
  const printer = await aPrinter('paper-out');
  const shop = await aShop(printer, 'arrival');
  await arrives(shop);
  await until('the trouble', async () => (await ticket(shop))?.reason === 'printer-refused');
  expect(shop.rows('SELECT detail FROM print_jobs')).toEqual([{ detail: 'paper out' }]);
  printer.mood = 'prints';
  await inState(shop, 'printed');
  expect(printer.sheets).toHaveLength(1);
});

test('taken, undone and taken again is one ticket; a repeated delivery prints nothing either', async () => {
  const printer = await aPrinter();
  const shop = await aShop(printer, 'accept');
  const cart = envelope({ contacts: [CONTACT], messages: [orderMessage()] });
  await postSigned(shop.webhookUrl, cart);
  const taken = await shop.api.orders.step({ orderId: 1, action: 'accept' });
  const eventId = taken.ok ? (taken.order.undo?.eventId ?? 0) : 0;
  expect(await shop.api.orders.undo({ orderId: 1, eventId })).toMatchObject({ ok: true });
  await shop.api.orders.step({ orderId: 1, action: 'accept' });
  await postSigned(shop.webhookUrl, cart);
  await inState(shop, 'printed');
  expect(shop.rows('SELECT kind, order_id FROM print_jobs')).toEqual([{ kind: 'ticket', order_id: 1 }]);
});

test('without a printer no ticket is asked for, and asking says so; a system’s printer belongs to a desktop', async () => {
  const printer = await aPrinter();
  const shop = await aShop(printer, 'arrival', { kind: 'none' });
  await arrives(shop);
  expect(await ticket(shop)).toBeNull();
  expect(await shop.api.printing.test()).toEqual({ ok: false, reason: 'printer-missing' });
  expect(await shop.api.printing.print({ orderId: 99 })).toEqual({ ok: false, reason: 'printer-missing' });
  await shop.api.settings.save({ printer: { ...defaultSettings().printer, kind: 'system', name: 'Office' } });
  expect(await shop.api.printing.print({ orderId: 99 })).toEqual({ ok: false, reason: 'not-found' });
  expect(await shop.api.printing.test()).toEqual({ ok: true, jobId: 1 });
  await until('the refusal', async () => (await shop.api.printing.get()).open.some(({ state, reason }) => state === 'failed' && reason === 'no-desktop'));
  expect(printer.connections()).toBe(0);
});

test('a preview shows the sheet that is printed; copies are sheets', async () => {
  const printer = await aPrinter('silent');
  const shop = await aShop(printer, 'never', { copies: 2, paper: '58', qr: false });
  await arrives(shop);
  const seen = await shop.api.printing.preview({ orderId: 1 });
  expect(seen).toMatchObject({ paper: '58', columns: 32, language: 'en' });
  expect(seen?.rows.some((row) => row.kind === 'qr')).toBe(false);
  expect(seen?.rows).toContainEqual({ kind: 'text', text: '#1', align: 'center', bold: true, size: 2 });
  expect(await shop.api.printing.preview({ orderId: 7 })).toBeNull();
  expect(await shop.api.printing.preview({ test: true })).not.toBeNull();
  await shop.api.printing.print({ orderId: 1 });
  await inState(shop, 'printed');
  expect(printer.sheets).toHaveLength(2);
  expect(printer.sheets[1]).toEqual(printer.sheets[0]);
});

test('an order made by hand is accepted from the start, and its ticket comes out once', async () => {
  const printer = await aPrinter();
  const shop = await aShop(printer, 'accept');
  const order = {
    requestId: 'request-made-by-hand',
    customer: { name: 'Ada', phone: '' },
    lines: [{ catalogId: 'c', retailerId: 'rye', quantity: 2, price: '4.20', currency: 'EUR' }],
    extras: [],
    note: '',
    kind: null,
    address: '',
    promisedAt: null,
  };
  expect(await shop.api.orders.make(order)).toMatchObject({ ok: true });
  expect(await shop.api.orders.make(order)).toMatchObject({ ok: true });
  await inState(shop, 'printed');
  expect(printer.sheets).toHaveLength(1);
  expect(words(printer)).toContain('2 x rye');
});
