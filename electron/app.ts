import type { ShopKind } from '../shared/contract/common.ts';
import type { News, OpenEvent } from '../shared/contract/live.ts';
import type { Money } from '../shared/domain/money.ts';
import type { AppRouter } from './router.ts';
import type { EffectiveSettings } from './settings/effective-settings.ts';

export type AppOptions = {
  /** Absolute; holds shopbell.db, practice/shopbell.db, settings.json. The caller holds its lock. */
  dataFolder: string;
  settings: EffectiveSettings;
  place: 'desktop' | 'browser';
  /** Port of the real line's webhook server; 0 picks a free one. The practice line always picks one. */
  webhookPort: number;
  version: string;
  now: () => number;
  /** A UUID. */
  newId: () => string;
  /** 0 <= x < 1 */
  random: () => number;
  log: (line: string) => void;
};

/** What a desktop notification needs; words are made of it in the shell. */
export type ArrivalBrief = {
  customer: string | null;
  /** Text of a message, or null where it has none. */
  text: string | null;
  type: string;
  order: { number: number; pieces: bigint; totals: Money[]; unclear: number; late: boolean; rehearsal: boolean } | null;
};

export type App = {
  /** The line that a page sees unless it asks for the other: the real one if anything real is set. */
  readonly mainShop: ShopKind;
  /** `http://127.0.0.1:PORT/webhook` of that line; null where it could not listen. */
  webhookUrl(): string | null;
  /** The contract, answered; both cables hand it out with the context `{ shop, place }`. */
  readonly router: AppRouter;
  /** Asks the screens to show something (a notification was clicked). */
  open(what: OpenEvent): void;
  /** What a notification says of an arrival, read from the line's memory; null when it is gone. */
  arrival(shop: ShopKind, news: Extract<News, { kind: 'arrived' }>): ArrivalBrief | null;
  /** New orders that wait to be taken, over all lines that are not practice (practice when it runs alone): the badge. */
  waitingOrders(): number;
  /** Takes an order as the operator would; false where it was not new any more. */
  acceptOrder(shop: ShopKind, orderId: number): boolean;
  /** Called with the news of every line, after commit. Returns the end of it. */
  onNews(listener: (shop: ShopKind, news: readonly News[]) => void): () => void;
  stop(): Promise<void>;
};

/** Builds the lines and starts them: practice alone when nothing real is set, else the real one. */
export declare function startApp(options: AppOptions): Promise<App>;
