import { msg } from '@lingui/core/macro';
import type { I18n } from '@lingui/core';
import type { CustomerBrief } from '../../shared/contract/common.ts';

/** What a customer is called; where Meta told nothing, or all was erased, the page says so. */
export function customerName(customer: CustomerBrief, i18n: I18n): string {
  if (customer.erased) return i18n._(msg`Erased customer`);
  return customer.name ?? i18n._(msg`Customer without a name`);
}
