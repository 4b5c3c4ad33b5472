import type { CustomerBrief } from '../../shared/contract/common.ts';
import { displayName } from '../../shared/domain/customer-identity.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Store } from '../store/open-store.ts';

export function viewCustomer(store: Pick<Store, 'customers'>, customerId: number): CustomerBrief {
  return briefOf(customerId, store.customers.get(customerId));
}

/** A customer in short, as far as they are known. */
export function briefOf(customerId: number, row: CustomerRow | null): CustomerBrief {
  if (!row) return { id: customerId, name: null, phone: null, username: null };
  if (row.erased_at !== null) return { id: row.id, name: null, phone: null, username: null, erased: true };
  return { id: row.id, name: displayName(row), phone: row.phone === null ? null : `+${row.phone}`, username: row.username };
}
