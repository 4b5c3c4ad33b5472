import type { StepDeps } from '../../electron/commands/change-order.ts';
import { defaultSettings } from '../../electron/settings/default-settings.ts';
import type { Store } from '../../electron/store/open-store.ts';
import type { News } from '../../shared/contract/live.ts';
import { TELL_STEPS } from '../../shared/domain/tell.ts';

export type TellingOver = {
  now: () => number;
  publish?: (news: readonly News[]) => void;
  wakeOutbox?: () => void;
  /** No step tells by itself. */
  silent?: boolean;
  telling?: Partial<ReturnType<StepDeps['telling']>>;
};

/** What the steps of an order need, as a shop in Berlin that has set nothing would give it. */
export function tellingDeps(store: Store, { now, publish, wakeOutbox, silent, telling }: TellingOver): StepDeps {
  let ids = 0;
  const { tells, shopName } = defaultSettings();
  if (silent) for (const step of TELL_STEPS) tells[step].on = false;
  return {
    store,
    now,
    newId: () => `tell-${(ids += 1)}`,
    publish: publish ?? (() => undefined),
    wakeOutbox: wakeOutbox ?? (() => undefined),
    canSendFrom: (phoneNumberId) => phoneNumberId !== 'onprem',
    printsOnAccept: () => false,
    telling: () => ({ tells, shopName, shopLanguage: 'en', timeZone: 'Europe/Berlin', ...telling }),
  };
}
