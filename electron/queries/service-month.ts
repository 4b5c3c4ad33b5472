import type { ServiceMonth } from '../../shared/contract/chats.ts';
import { monthOf } from '../../shared/domain/month-of.ts';
import type { Store } from '../store/open-store.ts';

/** Meta gives as many service messages a month and number for nothing since October 2026. */
const FREE = 1_000;

/** Service messages delivered in the account's month so far, as far as their ticks told. @param timeZone the account's, IANA name */
export function serviceMonth(store: Pick<Store, 'serviceMonth'>, now: number, timeZone: string): ServiceMonth {
  const { from, until } = monthOf(now, timeZone);
  return { from, until, delivered: store.serviceMonth.delivered(from, until), free: FREE, timeZone };
}

/** The account's time zone: as set, else the shop's own; one that this computer does not know is the shop's too. */
export function accountZone({ accountTimeZone }: { accountTimeZone: string }, shopZone: string): string {
  if (accountTimeZone === 'shop' || accountTimeZone === '') return shopZone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: accountTimeZone }).resolvedOptions().timeZone;
  } catch {
    return shopZone;
  }
}
