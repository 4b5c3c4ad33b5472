import type { Browser, Page } from 'playwright';
import { openRealShop } from './open-real-shop.ts';
import { CONTACT, orderMessage, textMessage } from './post-webhook.ts';

type Options = Parameters<typeof openRealShop>[1] & { askedAt?: string };

/** A real shop with one customer, who ordered and asked about an article, and the page on their chat, the customer beside it. */
export async function openCustomer(browser: Browser, { askedAt, ...options }: Options = {}) {
  const shop = await openRealShop(browser, options);
  const at = askedAt === undefined ? {} : { timestamp: askedAt };
  await shop.arrive(orderMessage(at), CONTACT);
  await shop.arrive(
    textMessage({
      ...at,
      context: { from: '15550783881', id: 'wamid.p', referred_product: { catalog_id: '194836987003835', product_retailer_id: 'di9ozbzfi4' } },
    }),
    CONTACT,
  );
  const { page } = shop;
  await page.keyboard.press('Alt+Digit2');
  // Not by a click: the bar of an order that rings may come between press and release, and move everything.
  await page.locator('[data-chat-link]').first().press('Enter');
  const panel = page.getByRole('complementary');
  await panel.getByRole('heading', { name: 'Sheena Nelson' }).waitFor();
  return { ...shop, panel };
}

/** From the next load of the page on, the main side refuses what the page asks to store of a customer. */
export async function refuseCustomerSaves(page: Page): Promise<void> {
  await page.routeWebSocket(/.*/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) =>
      server.send(message.toString().includes('customers/save') ? message.toString().replace(/"customerId":\d+/, '"customerId":"?"') : message),
    );
  });
  await page.reload();
}
