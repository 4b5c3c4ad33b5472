import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { ShopKind } from '../../shared/contract/common.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { GraphAccess } from '../graph/graph-call.ts';
import type { WebhookSecrets } from '../inbound/webhook-server.ts';
import type { MakeSmall } from './find-file.ts';
import type { Printers } from './start-printing.ts';

/** What a line is given; the real shop's and the practice shop's differ in nothing else. */
export type LineOptions = {
  shop: ShopKind;
  /** Absolute path of the line's shopbell.db. */
  file: string;
  /** 0 picks a free one. */
  webhookPort: number;
  secrets: () => WebhookSecrets;
  /** Null while something that a call needs is not set. */
  access: () => GraphAccess | null;
  /** The Meta app, and its secret in force; an empty id, or null: not known. */
  app: () => { id: string; secret: string | null };
  /** The verify token in force; made and stored first where there is none. */
  verifyToken: () => Promise<string>;
  /** Divides the pauses between looks at the connection; 1 in a shop. */
  watchPace: number;
  /** IANA name and hour. */
  day: () => { timeZone: string; businessDayStart: number };
  missing: () => ConnectionView['missing'];
  /** The shop's own number at Meta, and its WhatsApp Business account as far as it was set; empty texts: unknown. */
  account: () => { wabaId: string; phoneNumberId: string };
  /** Settings in force. */
  values: () => Settings;
  /** What customers are written to in where nothing else was chosen for them, ISO 639. */
  shopLanguage: () => string;
  printers: Printers;
  /** Left out where there is no desktop: pictures are shown as they came then. */
  makeSmall?: MakeSmall | undefined;
  /** Stands on top of everything that this line prints. */
  ticketHeading?: (language: 'en' | 'de') => string;
  now: () => number;
  newId: () => string;
  random: () => number;
  log: (line: string) => void;
};
