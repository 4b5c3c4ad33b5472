import type { Customer } from './keep-customers.ts';
import { makeDigits } from './make-ids.ts';
import type { Random } from './seeded-random.ts';

/** A number for somebody who had shown none: the same for the same person, from a range that is kept for fiction. */
export function givePhone(customer: Customer): string {
  customer.phone ??= `3363998${customer.idBase.slice(0, 4)}`;
  return customer.phone;
}

/** Another number and another business-scoped id; returns the person as they were. Numbers keep their fictional range: only the last two digits change. */
export function changeNumber(customer: Customer, random: Random): Customer {
  const before = { ...customer };
  const phone = givePhone(customer);
  do customer.phone = phone.slice(0, -2) + makeDigits(random, 2);
  while (customer.phone === phone);
  customer.idBase = makeDigits(random, 16);
  customer.userId = `${customer.country}.${customer.idBase}${customer.idEnd}`;
  return before;
}
