import { PRACTICE_ACCOUNT } from '../practice-account.ts';
import type { PaperAccount } from './keep-account.ts';

/** An object as it may be read: `basic` without being asked for, `all` by name. */
export type Described = { basic: Readonly<Record<string, unknown>>; all: Readonly<Record<string, unknown>> };

type CanSend = 'AVAILABLE' | 'LIMITED' | 'BLOCKED';
const RANK: readonly CanSend[] = ['AVAILABLE', 'LIMITED', 'BLOCKED'];

function healthOf({ standing, registered, phoneNumberId }: PaperAccount, withNumber: boolean): object {
  const { wabaId, businessId, appId } = PRACTICE_ACCOUNT;
  const number = registered
    ? { can_send_message: 'AVAILABLE' as const }
    : {
        can_send_message: 'BLOCKED' as const,
        errors: [
          {
            error_code: 141000,
            error_description: 'The phone number is not registered.',
            possible_solution: 'Register the phone number with the Cloud API.',
          },
        ],
      };
  const business = {
    good: { can_send_message: 'AVAILABLE' as const },
    limited: { can_send_message: 'LIMITED' as const, additional_info: ['The business has not passed business verification.'] },
    blocked: {
      can_send_message: 'BLOCKED' as const,
      errors: [
        {
          error_code: 141010,
          error_description: 'The WhatsApp Business account was blocked for violating the policies.',
          possible_solution: 'Request a review in Business Support Home.',
        },
      ],
    },
  }[standing];
  const entities = [
    ...(withNumber ? [{ entity_type: 'PHONE_NUMBER', id: phoneNumberId, ...number }] : []),
    { entity_type: 'WABA', id: wabaId, ...business },
    { entity_type: 'BUSINESS', id: businessId, can_send_message: 'AVAILABLE' as const },
    { entity_type: 'APP', id: appId, can_send_message: 'AVAILABLE' as const },
  ];
  const worst = entities.map((entity) => entity.can_send_message).toSorted((a, b) => RANK.indexOf(b) - RANK.indexOf(a))[0];
  return { can_send_message: worst, entities };
}

/** The number, by the fields of `GET /{phone}`. */
export function describeNumber(account: PaperAccount): Described {
  const { phoneNumberId, registered, overrides, subscription, quality, pin } = account;
  const { verifiedName, displayPhoneNumber } = PRACTICE_ACCOUNT;
  const basic = {
    verified_name: verifiedName,
    display_phone_number: `+${displayPhoneNumber}`,
    quality_rating: quality,
    code_verification_status: 'VERIFIED',
    platform_type: registered ? 'CLOUD_API' : 'NOT_APPLICABLE',
    throughput: { level: registered ? 'STANDARD' : 'NOT_APPLICABLE' },
    status: registered ? 'CONNECTED' : 'DISCONNECTED',
    account_mode: 'LIVE',
    id: phoneNumberId,
  };
  const all = {
    ...basic,
    name_status: 'APPROVED',
    is_on_biz_app: false,
    is_pin_enabled: pin !== null,
    is_official_business_account: false,
    last_onboarded_time: '2026-01-07T08:30:00+0000',
    whatsapp_business_manager_messaging_limit: 'TIER_2K',
    health_status: healthOf(account, true),
    webhook_configuration: {
      ...(overrides.number && { phone_number: overrides.number.url }),
      ...(overrides.account && { whatsapp_business_account: overrides.account.url }),
      ...(subscription && { application: subscription.url }),
    },
  };
  return { basic, all };
}

/** The account, by the fields of `GET /{waba}`. */
export function describeAccount(account: PaperAccount): Described {
  const { verifiedName, currency, timezoneId, wabaId } = PRACTICE_ACCOUNT;
  const basic = { name: verifiedName, currency, timezone_id: timezoneId, message_template_namespace: '7d2ff34d_8e10_4c0f_9a1c_practice', id: wabaId };
  const all = {
    ...basic,
    account_review_status: 'APPROVED',
    business_verification_status: 'verified',
    country: 'DE',
    ownership_type: 'SELF',
    health_status: healthOf(account, false),
  };
  return { basic, all };
}
