import type { News } from '../../shared/contract/live.ts';
import { cleanName } from '../../shared/domain/customer-identity.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { Store } from '../store/open-store.ts';

export type CustomerChange = {
  customerId: number;
  called?: string | undefined;
  note?: string | undefined;
  tags?: readonly string[] | undefined;
  language?: string | null | undefined;
};

/** Writes down what the shop knows about a customer; what is left out stays. `not-found` where there is none, or all about them was erased. */
export function saveCustomer(
  { store, publish }: { store: Store; publish: (news: readonly News[]) => void },
  { customerId, called, note, tags, language }: CustomerChange,
): { ok: true } | Refused {
  const saved = store.transaction(() => {
    const row = store.customers.get(customerId);
    if (!row || row.erased_at !== null) return false;
    store.customers.save(customerId, {
      called: called === undefined ? undefined : cleanName(called),
      note: note?.trim(),
      tags: tags && distinct(tags.map(cleanName).filter((tag) => tag !== '')),
    });
    if (language !== undefined) store.customers.setLanguage(customerId, language);
    return true;
  });
  if (!saved) return { ok: false, reason: 'not-found' };
  publish([{ kind: 'customer', customerId }]);
  return { ok: true };
}

/** "Regular" and "regular" are one tag; the first spelling stays. */
function distinct(tags: readonly string[]): string[] {
  return [...new Map(tags.toReversed().map((tag) => [tag.toLowerCase(), tag])).values()].toReversed();
}
