import type { Misbehaviour } from '../../shared/contract/practice.ts';
import type { Content } from './check-send.ts';
import type { Customer } from './keep-customers.ts';
import type { ScaledTimers } from './scaled-timers.ts';
import type { Random } from './seeded-random.ts';
import type { PutInMail } from './sort-deliveries.ts';
import { wireTime, wrapStatus } from './wrap-change.ts';

export type Accepted = { wamid: string; customer: Customer; callbackData: string | undefined; content: Content };

export type TickingOptions = {
  mail: PutInMail;
  timers: ScaledTimers;
  random: Random;
  phoneNumberId: string;
  behaviour: () => Misbehaviour;
  now: () => number;
  /** The customer has read it. */
  onRead: (message: Accepted) => void;
};

/** Inside the free tier of service messages. Meta puts it on `sent` and one later tick, not on every one. */
const PRICING = { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' };
/** Templates are paid for outside the window, and utility ones are free inside it; the paper shop does not count that finely. */
const TEMPLATE_PRICING = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' };

/** What becomes of an accepted message: sent after 0.6 s, delivered at 1.5 s, read some seconds later. */
export function tickMessages({ mail, timers, random, phoneNumberId, behaviour, now, onRead }: TickingOptions): (accepted: Accepted) => Promise<void> {
  return async (accepted) => {
    const { wamid, customer, callbackData, content } = accepted;
    const tick = (status: 'sent' | 'delivered' | 'read'): void => {
      const echo = callbackData === undefined ? {} : { biz_opaque_callback_data: callbackData };
      const pricing = status === 'read' ? {} : { pricing: content.kind === 'template' ? TEMPLATE_PRICING : PRICING };
      const whole = { id: wamid, status, timestamp: wireTime(now()), ...pricing, ...echo };
      const change = wrapStatus({ phoneNumberId, hidePhone: behaviour().hidePhone }, customer, whole);
      void mail({ customer: customer.idBase, change });
    };
    const readAfter = random.int(2_000, 4_500);
    if (!(await timers.pause(600))) return;
    tick('sent');
    if (!(await timers.pause(900))) return;
    tick('delivered');
    if (!(await timers.pause(readAfter))) return;
    tick('read');
    onRead(accepted);
  };
}
