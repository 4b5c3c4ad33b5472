import type { Misbehaviour } from '../../shared/contract/practice.ts';
import { graphError, type Refusal } from './graph-answer.ts';
import type { Content } from './read-content.ts';
import { priceOf } from './price-message.ts';
import type { Customer } from './keep-customers.ts';
import type { ScaledTimers } from './scaled-timers.ts';
import type { Random } from './seeded-random.ts';
import type { PutInMail } from './sort-deliveries.ts';
import type { WireError } from '../wire/webhook-types.ts';
import { wireTime, wrapErrors, wrapStatus } from './wrap-change.ts';

export type Accepted = {
  wamid: string;
  customer: Customer;
  callbackData: string | undefined;
  content: Content;
  /** What comes as `failed` instead of ticks. */
  failure?: Refusal | null;
  /** Articles that were dropped from it, since the catalogue does not have them. */
  unknownArticles?: readonly string[];
};

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

/** What becomes of an accepted message: sent after 0.6 s, delivered at 1.5 s, read some seconds later, and a voice note played after that. */
export function tickMessages({ mail, timers, random, phoneNumberId, behaviour, now, onRead }: TickingOptions): (accepted: Accepted) => Promise<void> {
  const price = priceOf(now);
  return async (accepted) => {
    const { wamid, customer, callbackData, content, failure } = accepted;
    const pricing = price(content, customer);
    const wrapping = () => ({ phoneNumberId, hidePhone: behaviour().hidePhone });
    const tell = (status: string, more: object): void => {
      const echo = callbackData === undefined ? {} : { biz_opaque_callback_data: callbackData };
      const change = wrapStatus(wrapping(), customer, { id: wamid, status, timestamp: wireTime(now()), ...more, ...echo });
      void mail({ customer: customer.idBase, change });
    };
    const readAfter = random.int(2_000, 4_500);
    if (!(await timers.pause(600))) return;
    if (failure) {
      tell('failed', { errors: [errorOf(failure)] });
      return;
    }
    if (accepted.unknownArticles?.length) {
      const details = `Products not found in FB Catalog: ${accepted.unknownArticles.join(', ')}`;
      void mail({ customer: customer.idBase, change: wrapErrors(wrapping(), [errorOf({ code: 131009, details })]) });
    }
    tell('sent', { pricing });
    if (content.kind === 'reaction') return;
    if (!(await timers.pause(900))) return;
    tell('delivered', { pricing });
    if (!(await timers.pause(readAfter))) return;
    tell('read', {});
    onRead(accepted);
    if (content.kind !== 'media' || !content.voice || !(await timers.pause(1_500))) return;
    tell('played', {});
  };
}

/** An error as webhooks carry it. */
function errorOf(refusal: Refusal): WireError {
  const { message, error_data: data } = graphError(refusal, '').body.error;
  const title = message.replace(/^\(#\d+\) /, '');
  return { code: refusal.code, title, message: title, error_data: { details: data?.details ?? title } };
}
