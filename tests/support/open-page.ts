import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { CHROMIUM } from './require-browser.ts';

export type OpenPage = {
  page: Page;
  /** What must not happen on any page: violated policies, errors in its console, exceptions. Grows as the page lives. */
  troubles: string[];
};

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      // A machine without a sound card lacks what every shop's has.
      '--use-fake-device-for-media-stream',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page in a profile of its own, opened at an address. While a server is down on purpose, its failed requests are no trouble. */
export async function openPage(
  browser: Browser,
  address: string,
  look: { colorScheme?: 'light' | 'dark'; locale?: string; timezoneId?: string; isMobile?: boolean; hasTouch?: boolean } = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce', ...look });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    const expected = /ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)|WebSocket connection to/.test(message.text());
    if (message.type() === 'error' && !expected) troubles.push(`console: ${message.text()}`);
  });
  await page.exposeFunction('tellViolation', (what: string) => void troubles.push(`policy: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell: unknown = Reflect.get(window, 'tellViolation');
      if (typeof tell === 'function') tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.goto(address);
  return { page, troubles };
}

/** Leads the page to one of its views, by its address. */
export async function goTo(page: Page, view: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#${view}`);
}

/** Presses a button of the practice view: one customer does one thing. Leaves the page there. */
export async function letCustomer(page: Page, deed: 'A customer orders' | 'A customer asks about a product'): Promise<void> {
  await goTo(page, '/practice');
  await page.getByRole('button', { name: deed }).click();
}
