import { oc } from '@orpc/contract';
import { z } from 'zod';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

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
  chatTone: z.boolean(),
  notifications: z.boolean(),
  /** Single-letter keys on a focused order or chat. */
  letterKeys: z.boolean(),
  /** IANA name; `system` follows the computer. */
  timeZone: z.string().max(64),
  businessDayStart: z.int().min(0).max(23),
  phoneNumberId: z.string().max(64).regex(/^\d*$/),
  /** Base of the Graph API, without version. */
  graphUrl: z.string().max(300),
  graphVersion: z.string().regex(/^v\d{1,3}\.\d$/),
  tunnel: z.enum(['none', 'own', 'ngrok']),
  /** "My own public address", e.g. https://shop.example */
  publicUrl: z.string().max(300),
  ngrokDomain: z.string().max(253),
  /** False until the notice "closing hides to the tray" was shown once. */
  toldAboutTray: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Names of the values that never reach the page. */
export const SECRET_NAMES = ['appSecret', 'appSecretPrevious', 'verifyToken', 'accessToken', 'onpremSecret', 'ngrokToken'] as const;
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
