import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CHAT_TONES, ORDER_TONES } from '../domain/bell.ts';
import { CLOCK_TIME } from '../domain/clock-time.ts';
import { CALLBACK_LEVELS } from '../domain/link-proof.ts';
import { TELL_FIELDS } from '../domain/tell.ts';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

const clockTime = z.string().regex(CLOCK_TIME);
const clockSpan = z.object({ from: clockTime, to: clockTime });
/** ISO 639: what language a customer is written to in. */
const textLanguage = z.string().regex(/^[a-z]{2,3}$/);

/** What a customer is told by one step of an order. */
const tellSetting = z.object({
  on: z.boolean(),
  /** By language; where one is missing or empty, the program's own text stands. */
  texts: z.record(textLanguage, z.string().max(1024)),
  /** An approved utility template for when the service window is closed; an empty name: there is none. */
  template: z.object({ name: z.string().max(512), language: z.string().max(20), fields: z.array(z.enum(TELL_FIELDS)).max(10) }),
});
export type TellSetting = z.infer<typeof tellSetting>;

/** A text that is sent by itself, by language; where one is missing or empty, the program's own stands. */
const autoAnswer = z.object({ on: z.boolean(), texts: z.record(textLanguage, z.string().max(4096)) });

/** Everything a shop can set that is not secret. Stored as JSON in the data folder (`settings.json`). */
export const settingsSchema = z.object({
  shopName: z.string().max(80),
  /** `system` follows the computer's language. */
  language: z.enum(['system', ...LANGUAGES]),
  theme: z.enum(['system', 'light', 'dark']),
  /** Larger words on the page, in percent. */
  textSize: z.union([z.literal(100), z.literal(115), z.literal(130)]),
  /** 0 to 100. */
  bellVolume: z.int().min(0).max(100),
  orderTone: z.enum(ORDER_TONES),
  chatTone: z.boolean(),
  chatSound: z.enum(CHAT_TONES),
  /** Seconds from ring to ring while an order waits. */
  ringEvery: z.int().min(3).max(60),
  /** Minutes after which the bell only flashes, and rings every five minutes; 0: rings until taken. */
  ringFor: z.int().min(0).max(240),
  /** Nothing sounds then; over midnight where `to` is the earlier one. */
  quietHours: z.object({ on: z.boolean(), from: clockTime, to: clockTime }),
  /** An order rings in quiet hours, and while the shop is closed, too. */
  ringInQuietHours: z.boolean(),
  /** Monday first; a day without a span is closed, and a week without any is always open. */
  openingHours: z.array(z.array(clockSpan).max(4)).length(7),
  /** When the daily sound check asks; empty: never. */
  soundCheckAt: z.union([clockTime, z.literal('')]),
  /** Minutes from accepting that are proposed as the promised time; 0: none. */
  promiseMinutes: z.int().min(0).max(240),
  /** ISO 4217; of orders made by hand where an article tells none. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** What customers are written to in where nothing else is known of them; `system` follows `language`. */
  customerLanguage: z.union([z.literal('system'), textLanguage]),
  tells: z.object({
    accepted: tellSetting,
    preparing: tellSetting,
    ready: tellSetting,
    completed: tellSetting,
    declined: tellSetting,
    cancelled: tellSetting,
  }),
  /** What customers get by itself: `away` while the shop is closed, `greeting` with the first message of a day; each once per customer and day. */
  autoAnswers: z.object({ away: autoAnswer, greeting: autoAnswer }),
  /** What becomes of a message that the customer deletes. */
  deletedMessages: z.enum(['keep', 'remove']),
  /** Minutes before a chat's window closes at which the shop is warned while something is unanswered; 0: never. */
  closingWarning: z.int().min(0).max(720),
  /** Customers see that their messages were read, and that an answer is being written. */
  sendReadReceipts: z.boolean(),
  sendTyping: z.boolean(),
  /** Files above this are fetched only when asked for, MB. */
  mediaLimit: z.int().min(1).max(100),
  printer: z.object({
    kind: z.enum(['none', 'system', 'network']),
    /** A printer of the system by its own name. */
    name: z.string().max(300),
    /** Of a network receipt printer. */
    host: z.string().max(253),
    port: z.int().min(1).max(65535),
    paper: z.enum(['58', '80', 'a4']),
    /** Of a network printer: the code page it sets its letters in. */
    codePage: z.string().max(30),
    cut: z.boolean(),
    qr: z.boolean(),
    copies: z.int().min(1).max(5),
  }),
  printWhen: z.enum(['never', 'arrival', 'accept']),
  notifications: z.boolean(),
  /** Single-letter keys on a focused order or chat. */
  letterKeys: z.boolean(),
  /** IANA name; `system` follows the computer. */
  timeZone: z.string().max(64),
  businessDayStart: z.int().min(0).max(23),
  /** The WhatsApp Business account's id; empty: as the webhooks name it. */
  wabaId: z.string().max(64).regex(/^\d*$/),
  /** IANA name of the account's time zone at Meta, by which its months are counted; `shop`: the shop's own. */
  accountTimeZone: z.string().max(64),
  phoneNumberId: z.string().max(64).regex(/^\d*$/),
  /** Base of the Graph API, without version. */
  graphUrl: z.string().max(300),
  graphVersion: z.string().regex(/^v\d{1,3}\.\d$/),
  tunnel: z.enum(['none', 'own', 'ngrok', 'cloudflared', 'tailscale']),
  /** "My own public address", e.g. https://shop.example */
  publicUrl: z.string().max(300),
  ngrokDomain: z.string().max(253),
  /** Where the installed program is; empty: as the system finds it. */
  cloudflaredPath: z.string().max(500),
  /** The public hostname that the named tunnel leads here; empty: as cloudflared tells it. */
  cloudflaredHostname: z.string().max(253),
  tailscalePath: z.string().max(500),
  /** The port that Tailscale Funnel is open at. */
  funnelPort: z.union([z.literal(443), z.literal(8443), z.literal(10000)]),
  /** The Meta app's id; empty: as the access token tells it. */
  appId: z.string().max(64).regex(/^\d*$/),
  /** Where the callback is written down at Meta. */
  callbackLevel: z.enum(CALLBACK_LEVELS),
  /** Whether what this shop last set at Meta is set again when it is lost or the address changes. */
  repairAtMeta: z.boolean(),
  /** When the app secret was last replaced, ms since epoch; 0: never. The one before is accepted for a day. */
  appSecretChangedAt: z.int().min(0),
  /** The program starts when somebody logs in to this computer. */
  autostart: z.boolean(),
  /** The computer is kept awake while the shop is open. */
  stayAwake: z.boolean(),
  /** False until the notice "closing hides to the tray" was shown once. */
  toldAboutTray: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Names of the values that never reach the page. */
export const SECRET_NAMES = ['appSecret', 'appSecretPrevious', 'verifyToken', 'accessToken', 'onpremSecret', 'ngrokToken', 'cloudflaredToken'] as const;
export const secretName = z.enum(SECRET_NAMES);
export type SecretName = z.infer<typeof secretName>;

/** Where a value comes from: the environment variable named (read-only on the page), what was stored, or nowhere. */
const source = z.discriminatedUnion('from', [
  z.object({ from: z.literal('environment'), variable: z.string() }),
  z.object({ from: z.literal('stored') }),
  z.object({ from: z.literal('default') }),
]);

export const settingsView = z.object({
  /** In force now: the environment beats what is stored. */
  values: settingsSchema,
  /** Settings held by the environment: name > variable. */
  fixed: z.record(z.string(), z.string()),
  secrets: z.record(secretName, z.object({ set: z.boolean(), source })),
  /** The shop's time zone, IANA name: what `timeZone` means on the computer that Shopbell runs on, whatever the reader's clock says. */
  zone: z.string(),
  /** What `system` means there, IANA name. */
  computerZone: z.string(),
  /** How secrets are kept: by the system's keychain, in a file only this user can read, or in memory until the program ends. */
  secretsKept: z.enum(['keychain', 'file', 'memory']),
  /** What a real shop still lacks; empty when complete, or when nothing real is set. */
  missing: z.array(z.enum(['appSecret', 'verifyToken', 'accessToken', 'phoneNumberId'])),
  dataFolder: z.string(),
});
export type SettingsView = z.infer<typeof settingsView>;

export const settingsContract = {
  get: oc.output(settingsView),
  /** Stores some settings; those held by the environment are refused by name in `ignored`. */
  save: oc.input(settingsSchema.partial()).output(z.object({ settings: settingsView, ignored: z.array(z.string()) })),
  /** Stores one secret; an empty text removes it. The text never comes back. */
  setSecret: oc.input(z.object({ name: secretName, value: z.string().max(4096) })).output(settingsView),
};
