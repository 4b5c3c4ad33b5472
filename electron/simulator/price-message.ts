import type { Status } from '../wire/webhook-types.ts';
import { SERVICE_WINDOW_MS } from '../../shared/domain/service-window.ts';
import type { Customer } from './keep-customers.ts';
import { PRACTICE_ACCOUNT } from './practice-account.ts';
import type { Content } from './read-content.ts';

type Pricing = NonNullable<Status['pricing']>;
/** Service messages that cost nothing, a month in the account's time zone (since 1 October 2026). */
const FREE_A_MONTH = 1000;

/** The price of each message, in turn: templates by their category, everything else as service, free for the first thousand of a month. */
export function priceOf(now: () => number): (content: Content, customer: Customer) => Pricing {
  const month = new Intl.DateTimeFormat('en-CA', { timeZone: PRACTICE_ACCOUNT.timeZone, year: 'numeric', month: '2-digit' });
  let counted = '';
  let count = 0;
  return (content, customer) => {
    if (content.kind === 'template') {
      const inside = now() - customer.wroteAt <= SERVICE_WINDOW_MS;
      const free = inside && content.category === 'UTILITY' && month.format(now()) < '2026-10';
      return { billable: !free, pricing_model: 'PMP', type: free ? 'free_customer_service' : 'regular', category: content.category.toLowerCase() };
    }
    const current = month.format(now());
    count = current === counted ? count + 1 : 1;
    counted = current;
    const free = count <= FREE_A_MONTH;
    return { billable: !free, pricing_model: 'PMP', type: free ? 'free_customer_service' : 'regular', category: 'service' };
  };
}
