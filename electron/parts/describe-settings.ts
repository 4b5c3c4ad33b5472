import type { Settings, SettingsView } from '../../shared/contract/settings.ts';
import type { Masker } from '../../shared/domain/mask-personal.ts';

/** Words of the shop's own: only their length is told. Every other text is masked as a line. A new setting has to be decided here. */
const HIDDEN = {
  shopName: true,
  language: false,
  theme: false,
  textSize: false,
  bellVolume: false,
  orderTone: false,
  chatTone: false,
  chatSound: false,
  ringEvery: false,
  ringFor: false,
  quietHours: false,
  ringInQuietHours: false,
  openingHours: false,
  soundCheckAt: false,
  promiseMinutes: false,
  currency: false,
  customerLanguage: false,
  tells: true,
  autoAnswers: true,
  deletedMessages: false,
  closingWarning: false,
  sendReadReceipts: false,
  sendTyping: false,
  mediaLimit: false,
  printer: true,
  printWhen: false,
  notifications: false,
  letterKeys: false,
  timeZone: false,
  businessDayStart: false,
  wabaId: false,
  accountTimeZone: false,
  phoneNumberId: false,
  graphUrl: false,
  graphVersion: false,
  tunnel: false,
  publicUrl: false,
  ngrokDomain: false,
  cloudflaredPath: false,
  cloudflaredHostname: false,
  tailscalePath: false,
  funnelPort: false,
  appId: false,
  callbackLevel: false,
  repairAtMeta: false,
  appSecretChangedAt: false,
  autostart: false,
  stayAwake: false,
  toldAboutTray: false,
} as const satisfies Record<keyof Settings, boolean>;

/** Texts within a hidden setting that are choices, and nobody's words. */
const CHOICES = new Set(['kind', 'paper', 'codePage', 'language', 'fields']);

/** Settings for whoever helps: of secrets only whether they are set and from where, of the shop's own words only how long they are. */
export function describeSettings({ values, fixed, secrets, secretsKept, missing, zone, computerZone }: SettingsView, masker: Masker): object {
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, HIDDEN[name as keyof Settings] ? lengths('', value) : masker.own(value)]),
  );
  return { values: shown, fixed: masker.own(fixed), secrets, secretsKept, missing, zone, computerZone };
}

function lengths(key: string, value: unknown): unknown {
  if (typeof value === 'string') return value === '' || CHOICES.has(key) ? value : `[${value.length} characters]`;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((entry) => lengths(key, entry));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, lengths(name, inner)]));
}
