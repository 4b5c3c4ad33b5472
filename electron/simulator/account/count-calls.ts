import type { Refusal } from '../graph-answer.ts';
import { PRACTICE_ACCOUNT } from '../practice-account.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Management calls an hour of one app with one account: an account with a registered number is active (Meta's page on rate limits). */
const CALLS = { active: 5_000, idle: 200 };

export type CountingOptions = {
  /** Instead of Meta's own numbers. */
  callsPerHour: number | undefined;
  active: () => boolean;
  /** Told to refuse, whatever was counted. */
  limited: () => boolean;
  now: () => number;
};

/** Counts management calls; a call too many is refused by the code of what it asks: the app's own, or the account's. */
export type CountCall = (of: 'app' | 'account') => { refusal: Refusal; asked: boolean } | null;

/** Over the last 60 minutes; what was refused counts no more. */
export function countCalls({ callsPerHour, active, limited, now }: CountingOptions): CountCall {
  let calls: number[] = [];
  return (of) => {
    calls = calls.filter((at) => now() - at < HOUR_MS);
    const asked = limited();
    const most = callsPerHour ?? (active() ? CALLS.active : CALLS.idle);
    if (!asked && calls.length < most) {
      calls.push(now());
      return null;
    }
    const wait = asked ? 60 : Math.ceil((HOUR_MS - (now() - (calls[0] ?? now()))) / 60_000);
    if (of === 'app') return { asked, refusal: { code: 4, subcode: 2446079, status: 429, message: '(#4) Application request limit reached' } };
    const usage = { type: 'whatsapp_business_management', call_count: 100, total_cputime: 1, total_time: 1, estimated_time_to_regain_access: wait };
    return {
      asked,
      refusal: {
        code: 80008,
        message: '(#80008) There have been too many calls to this WhatsApp Business account. Wait a bit and try again.',
        headers: { 'x-business-use-case-usage': JSON.stringify({ [PRACTICE_ACCOUNT.wabaId]: [usage] }) },
      },
    };
  };
}
