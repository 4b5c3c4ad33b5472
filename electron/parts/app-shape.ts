import type { ShopKind } from '../../shared/contract/common.ts';
import type { News, OpenEvent } from '../../shared/contract/live.ts';
import type { FindFile } from '../console/serve-file.ts';
import type { Computer } from '../handlers/computer-handlers.ts';
import type { SystemPrinters } from '../outbound/system-printers.ts';
import type { ArrivalBrief } from '../queries/arrival-brief.ts';
import type { AppRouter, PageContext } from '../router.ts';
import type { EffectiveSettings } from '../settings/effective-settings.ts';
import type { Desk } from './desk.ts';
import type { MakeSmall } from './find-file.ts';

export type AppOptions = {
  /** Absolute; holds shopbell.db, practice/shopbell.db, settings.json. The caller holds its lock. */
  dataFolder: string;
  settings: EffectiveSettings;
  /** Port of the real line's webhook server; 0 picks a free one. The practice line always picks one. */
  webhookPort: number;
  version: string;
  /** Divides the pauses of the practice customers; 1 in a shop. */
  practicePace: number;
  /** Divides the pauses between looks at the connection; 1 in a shop. */
  watchPace: number;
  now: () => number;
  /** A UUID. */
  newId: () => string;
  /** 0 <= x < 1 */
  random: () => number;
  /** Left out where there is no desktop: printers of the system belong to one. */
  systemPrinters?: SystemPrinters;
  /** Left out where there is no desktop: what the login starts, and whether the computer sleeps. */
  computer?: Computer;
  /** Left out where there is no desktop: pictures are shown as they came then. */
  makeSmall?: MakeSmall;
  log: (line: string) => void;
};

export type App = {
  /** The line that a page sees unless it asks for the other: the real one if anything real is set. */
  readonly mainShop: ShopKind;
  /** `http://127.0.0.1:PORT/webhook` of that line; null where it could not listen. */
  webhookUrl(): string | null;
  /** The contract, answered; both cables hand it out with a `context()`. */
  readonly router: AppRouter;
  /** What a cable that a page opens knows of it; a page that names no line is given the main one. */
  context(asked: ShopKind | null, place: PageContext['place']): PageContext;
  /** The file that a path means (`12`, `12/small`, `export/TOKEN`); null for none, and where that line does not run. */
  readonly findFile: FindFile;
  /** Asks the screens to show something (a notification was clicked). */
  open(what: OpenEvent): void;
  /** What a notification says of an arrival, read from the line's memory; null when it is gone. */
  arrival(shop: ShopKind, news: Extract<News, { kind: 'arrived' }>): ArrivalBrief | null;
  /** Orders that wait to be taken: the badge. Practice orders count only where practice runs alone. */
  waitingOrders(): number;
  /** Takes an order as the operator would; false where that is not possible any more. */
  acceptOrder(shop: ShopKind, orderId: number): boolean;
  /** What notifications and tray know of the orders. */
  readonly desk: Desk;
  /** Called with the news of every line, after commit. Returns the end of it. */
  onNews(listener: (shop: ShopKind, news: readonly News[]) => void): () => void;
  /** Ends every line; what is on disk stays. */
  stop(): Promise<void>;
};
