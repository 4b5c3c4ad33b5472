import type { Trouble } from '../../../shared/contract/practice.ts';
import { PRACTICE_ACCOUNT } from '../practice-account.ts';

export type Callback = { url: string; verifyToken: string };

/** What Meta keeps of the app, the account and the number, as far as a shop can read or change it. */
export type PaperAccount = {
  readonly accessToken: string;
  readonly phoneNumberId: string;
  /** Signs the webhooks, and is half of the app's own token. */
  appSecret: string;
  /** `POST /{app}/subscriptions` */
  subscription: (Callback & { fields: readonly string[] }) | null;
  /** `POST /{waba}/subscribed_apps` */
  subscribed: boolean;
  overrides: { account: Callback | null; number: Callback | null };
  registered: boolean;
  /** Null: no two-step verification yet. */
  pin: string | null;
  commerce: { cart: boolean; visible: boolean };
  token: { kind: Exclude<Trouble['token'], 'expiring' | 'expired'>; issuedAt: number; /** Ms since epoch; null: never. */ expiresAt: number | null };
  quality: Trouble['quality'];
  standing: Trouble['account'];
  clockMinutes: number;
  meta: Trouble['meta'];
};

/** Every field that a WhatsApp app can ask for (`changes[].field`). */
export const FIELDS: readonly string[] = [
  'messages',
  'account_alerts',
  'account_review_update',
  'account_settings_update',
  'account_update',
  'automatic_events',
  'business_capability_update',
  'business_username_updates',
  'calls',
  'consumer_profile',
  'flows',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'history',
  'message_echoes',
  'message_template_components_update',
  'message_template_quality_update',
  'message_template_status_update',
  'messaging_handovers',
  'partner_solutions',
  'payment_configuration_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'smb_app_state_sync',
  'smb_message_echoes',
  'standby',
  'template_category_update',
  'template_correct_category_detection',
  'user_id_update',
  'user_preferences',
];

/** Those that an override carries; all others always go to the app's callback (Meta's page on overrides, 28 June 2026). */
const OVERRIDABLE =
  /^(messages|message_echoes|calls|consumer_profile|messaging_handovers|group_\w+_update|smb_message_echoes|smb_app_state_sync|history|account_settings_update)$/;

export type KeepingOptions = {
  accessToken: string;
  phoneNumberId: string;
  appSecret: string;
  /** Null: nothing is registered, and the app not subscribed. */
  callback: Callback | null;
  /** False: the number was never registered for the Cloud API. */
  registered: boolean;
  now: number;
};

/** The account as it is at the start: cart on, catalogue hidden, as Meta's defaults are. */
export function keepAccount({ accessToken, phoneNumberId, appSecret, callback, registered, now }: KeepingOptions): PaperAccount {
  return {
    accessToken,
    phoneNumberId,
    appSecret,
    subscription: callback && { ...callback, fields: FIELDS },
    subscribed: callback !== null,
    overrides: { account: null, number: null },
    registered,
    pin: registered ? PRACTICE_ACCOUNT.pin : null,
    commerce: { cart: true, visible: false },
    token: { kind: 'good', issuedAt: now, expiresAt: null },
    quality: 'GREEN',
    standing: 'good',
    clockMinutes: 0,
    meta: 'good',
  };
}

/**
 * Where a webhook of a field goes: number before account before app. Null: nowhere, since the app is not subscribed to the account, or did not ask for the
 * field. An override without the field at the app's own level is not documented; it is taken to bring nothing.
 */
export function callbackFor(account: PaperAccount, field: string): string | null {
  const { subscription, subscribed, overrides } = account;
  if (!subscribed || subscription === null || !subscription.fields.includes(field)) return null;
  const override = OVERRIDABLE.test(field) ? (overrides.number ?? overrides.account) : null;
  return (override ?? subscription).url;
}
