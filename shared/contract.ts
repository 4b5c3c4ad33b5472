import { oc } from '@orpc/contract';
import type { ContractRouterClient } from '@orpc/contract';
import { z } from 'zod';
import { bellContract } from './contract/bell.ts';
import { quickRepliesContract, templatesContract } from './contract/answers.ts';
import { catalogueContract } from './contract/catalogue.ts';
import { chatsContract } from './contract/chats.ts';
import { shopKind } from './contract/common.ts';
import { computerContract } from './contract/computer.ts';
import { connectionContract } from './contract/connection.ts';
import { customersContract } from './contract/customers.ts';
import { dayBookContract } from './contract/day-book.ts';
import { inspectorContract } from './contract/inspector.ts';
import { liveContract } from './contract/live.ts';
import { mediaContract } from './contract/media.ts';
import { ordersContract } from './contract/orders.ts';
import { practiceContract } from './contract/practice.ts';
import { printingContract } from './contract/printing.ts';
import { productsContract } from './contract/products.ts';
import { searchContract } from './contract/search.ts';
import { settingsContract } from './contract/settings.ts';
import { setupContract } from './contract/setup.ts';

export const appView = z.object({
  version: z.string(),
  /** The line that this cable leads to. */
  shop: shopKind,
  /** Lines that run. */
  running: z.array(shopKind),
  /** A desktop window, or a browser. */
  place: z.enum(['desktop', 'browser']),
});
export type AppView = z.infer<typeof appView>;

/** All that crosses between the page and the main side, whichever cable carries it. */
export const contract = {
  app: { get: oc.output(appView) },
  orders: ordersContract,
  chats: chatsContract,
  products: productsContract,
  catalogue: catalogueContract,
  customers: customersContract,
  media: mediaContract,
  quickReplies: quickRepliesContract,
  templates: templatesContract,
  settings: settingsContract,
  computer: computerContract,
  connection: connectionContract,
  setup: setupContract,
  inspector: inspectorContract,
  live: liveContract,
  bell: bellContract,
  printing: printingContract,
  dayBook: dayBookContract,
  search: searchContract,
  practice: practiceContract,
};

/** The contract as the page calls it. */
export type Api = ContractRouterClient<typeof contract>;
