import { BrowserWindow, session } from 'electron';
import type { Session } from 'electron';

export type TicketPaper = '58' | '80' | 'a4';

export type OpenTicket = {
  window: BrowserWindow;
  /** In microns, as `print()` counts. */
  size: { width: number; height: number };
};

/** In memory, and of nobody else: no cookie, no cache, no key of the shop's pages. */
const PARTITION = 'ticket';
const SCHEME = 'ticket';
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
const A4 = { width: 210_000, height: 297_000 };
const MICRONS_PER_PX = 25_400 / 96;
/** Rounding in a driver must not push the last row onto a page of its own. */
const SPARE_MICRONS = 1_000;

const pages = new Map<string, string>();
let own: Session | null = null;
let counter = 0;

/**
 * Lays out a page of HTML in a hidden window for a paper: without scripts, files, network or preload, and for a roll as long as its content.
 * The caller destroys the window, in any case. Rejects where the page does not load.
 */
export async function openTicket(html: string, paper: TicketPaper): Promise<OpenTicket> {
  const address = `${SCHEME}://page/${(counter += 1)}`;
  const width = paper === 'a4' ? A4.width : Number(paper) * 1000;
  const window = new BrowserWindow({
    show: false,
    skipTaskbar: true,
    webPreferences: {
      session: ticketSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webSecurity: true,
      webviewTag: false,
      images: true,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  pages.set(address, html);
  try {
    await window.loadURL(address);
    return { window, size: paper === 'a4' ? A4 : { width, height: await measure(window, width) } };
  } catch (error) {
    window.destroy();
    throw error;
  } finally {
    pages.delete(address);
  }
}

/**
 * How long a roll of this width gets. Asked of the layout itself, since scripts are off; one CSS px less in width than the paper has, so that
 * no row breaks in print which did not break here. Never shorter than wide: drivers take such a page for a landscape one and turn it.
 */
async function measure(window: BrowserWindow, width: number): Promise<number> {
  const { debugger: layout } = window.webContents;
  layout.attach('1.3');
  try {
    const metrics = { width: Math.floor(width / MICRONS_PER_PX), height: 1, deviceScaleFactor: 1, mobile: false };
    await layout.sendCommand('Emulation.setEmulatedMedia', { media: 'print' });
    await layout.sendCommand('Emulation.setDeviceMetricsOverride', metrics);
    const { cssContentSize } = (await layout.sendCommand('Page.getLayoutMetrics')) as { cssContentSize: { height: number } };
    await layout.sendCommand('Emulation.clearDeviceMetricsOverride');
    return Math.max(Math.ceil(cssContentSize.height * MICRONS_PER_PX) + SPARE_MICRONS, width);
  } finally {
    if (layout.isAttached()) layout.detach();
  }
}

function ticketSession(): Session {
  if (own) return own;
  own = session.fromPartition(PARTITION, { cache: false });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !pages.has(url) }));
  own.protocol.handle(SCHEME, ({ url }) => {
    const html = pages.get(url);
    if (html === undefined) return new Response(null, { status: 404 });
    return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY } });
  });
  return own;
}
