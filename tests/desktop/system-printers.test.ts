import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { ElectronApplication } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SystemPrinters } from '../../electron/outbound/system-printers.ts';
import type { openTicket } from '../../electron/shell/open-ticket.ts';
import { ticketHtml } from '../../electron/outbound/ticket-html.ts';
import { testTicket } from '../../electron/queries/other-tickets.ts';
import { T } from '../support/open-rooms.ts';
import { SETTING } from '../support/ticket-orders.ts';
import { launchPart } from '../support/desktop/launch-part.ts';
import { noDesktop } from '../support/desktop/require-desktop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

type Part = { printers: SystemPrinters; openTicket: typeof openTicket; early: Awaited<ReturnType<SystemPrinters['print']>> };

const rows = (count: number) => Array.from({ length: count }, (_, at) => `<p>${at + 1} x Farmhouse loaf, sliced, in two bags please</p>`).join('');
const page = (body: string) => `<!doctype html><style>body { margin: 0; padding: 3mm; font: 12pt sans-serif } p { margin: 1mm 0 }</style>${body}`;

/** Without what a line break on paper adds or takes. */
const squeezed = (text: string) => text.replaceAll(/\s+/g, '');

describe.skipIf(noDesktop)('printers of the system', () => {
  let app: ElectronApplication;
  let close: () => Promise<void>;
  let foreign: http.Server;
  let asked = 0;

  beforeAll(async () => {
    ({ app, close } = await launchPart('tests/support/desktop/printers-main.ts'));
    await app.firstWindow();
    await until('the printers', () => app.evaluate(() => 'printers' in globalThis));
    foreign = http.createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    foreign.close();
    await close();
  });

  const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  /** Lays a page out as printing does; gives its size in microns, and the picture of it as a PDF with what poppler says of it. */
  async function picture(html: string, paper: '58' | '80' | 'a4') {
    const { size, pdf } = await app.evaluate(
      async (_electron, given) => {
        const { openTicket: open } = globalThis as unknown as Part;
        const ticket = await open(given.html, given.paper);
        const inches = { width: ticket.size.width / 25_400, height: ticket.size.height / 25_400 };
        const data = await ticket.window.webContents.printToPDF({ pageSize: inches, margins: { top: 0, bottom: 0, left: 0, right: 0 }, printBackground: true });
        ticket.window.destroy();
        return { size: ticket.size, pdf: data.toString('base64') };
      },
      { html, paper },
    );
    const file = path.join(temporaryFolder(), 'ticket.pdf');
    writeFileSync(file, Buffer.from(pdf, 'base64'));
    const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    return { size, pages: Number(/Pages:\s+(\d+)/.exec(facts)?.[1]), widthPt: Number(/Page size:\s+([\d.]+)/.exec(facts)?.[1]), text };
  }

  test('before there is a window a sheet is not given up: it waits', async () => {
    expect(await app.evaluate(() => (globalThis as unknown as Part).early)).toMatchObject({ ok: false, reason: 'printer-off' });
  });

  test('where there is none, none is listed and printing says so', async () => {
    const answers = await app.evaluate(async (_electron, html) => {
      const { printers } = globalThis as unknown as Part;
      const list = await printers.list();
      const named = await printers.print(html, { printer: 'Brother_QL_820NWB', paper: '80', copies: 1 });
      return { list, named, usual: await printers.print(html, { printer: '', paper: 'a4', copies: 2 }) };
    }, page('<p>Hello'));
    expect(answers.list).toEqual([]);
    expect(answers.named).toMatchObject({ ok: false, reason: 'printer-missing' });
    expect(answers.usual).toMatchObject({ ok: false, reason: 'printer-missing' });
    expect(await windows()).toBe(1);
  });

  test.each([
    ['80', 40],
    ['58', 40],
    ['80', 1],
    ['80', 400],
  ] as const)('a ticket on a roll of %s mm with %i rows is one page as long as its rows', async (paper, count) => {
    const { size, pages, widthPt, text } = await picture(page(rows(count)), paper);
    expect(pages).toBe(1);
    expect(widthPt / 72).toBeCloseTo(Number(paper) / 25.4, 1);
    expect(size.width).toBe(Number(paper) * 1000);
    expect(size.height).toBeGreaterThanOrEqual(size.width);
    expect(text).toContain(`${count} x Farmhouse`);
    const again = await picture(page(rows(count + 100)), paper);
    expect(again.size.height).toBeGreaterThan(size.height);
  });

  test.each(['58', '80'] as const)('the ticket of a shop on %s mm is one page that shows all of it', async (paper) => {
    const ticket = testTicket(T, { ...SETTING, paper });
    const { size, pages, text } = await picture(ticketHtml(ticket), paper);
    expect({ pages, width: size.width }).toEqual({ pages: 1, width: Number(paper) * 1000 });
    for (const row of ticket.rows) if (row.kind === 'text') expect(squeezed(text)).toContain(squeezed(row.text));
  });

  test('a sheet is A4, on as many pages as it takes', async () => {
    expect(await picture(page(rows(200)), 'a4')).toMatchObject({ size: { width: 210_000, height: 297_000 }, pages: expect.any(Number) as number });
    expect((await picture(page(rows(200)), 'a4')).pages).toBeGreaterThan(1);
  });

  test('no script runs in it, and nothing is fetched from outside', async () => {
    const { port } = foreign.address() as AddressInfo;
    const outside = `http://127.0.0.1:${port}`;
    const hostile = `<p id="a">kept</p><script>document.body.textContent = 'script ran'</script>
      <img src="${outside}/a.png" onerror="document.body.textContent = 'script ran'"><link rel="stylesheet" href="${outside}/a.css">
      <iframe src="${outside}/frame"></iframe><meta http-equiv="refresh" content="0; url=${outside}/away"><img src="file:///etc/hostname">`;
    const { text } = await picture(page(hostile), '80');
    expect(text).toContain('kept');
    expect(text).not.toContain('script ran');
    expect(asked).toBe(0);
    expect(await windows()).toBe(1);
  });
});
