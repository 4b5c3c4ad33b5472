import type { Misbehaviour } from '../../shared/contract/practice.ts';
import { SERVICE_WINDOW_MS } from '../../shared/domain/service-window.ts';
import type { SendAnswer } from '../wire/send-types.ts';
import { checkSend } from './check-send.ts';
import type { GraphAnswer, Refusal } from './graph-answer.ts';
import { addressOf, type Customer, type Customers } from './keep-customers.ts';
import { makeWamid } from './make-ids.ts';
import type { Random } from './seeded-random.ts';
import type { Accepted } from './tick-message.ts';

export type TakingOptions = {
  customers: Customers;
  random: Random;
  behaviour: () => Misbehaviour;
  behave: (change: Partial<Misbehaviour>) => void;
  now: () => number;
  refuse: (refusal: Refusal, asked: boolean) => GraphAnswer;
  onAccepted: (accepted: Accepted) => void;
  report: (line: string) => void;
};

function contactOf(customer: Customer, address: { to?: string | undefined; recipient?: string | undefined }): SendAnswer['contacts'][number] {
  if (address.to !== undefined) return { input: address.to, wa_id: customer.phone ?? '' };
  return { input: address.recipient ?? '', user_id: customer.userId };
}

/**
 * `POST /{phone}/messages`. What was asked for by `behave` comes first, then Meta's own rules; an accepted message goes on to its ticks,
 * also where the answer gets lost.
 */
export function takeSends(options: TakingOptions): (body: unknown) => GraphAnswer {
  const { customers, random, behaviour, behave, now, refuse, onAccepted, report } = options;
  return (body) => {
    const send = checkSend(body);
    if (send.kind === 'refused') return refuse(send.refusal, false);
    if (send.kind === 'read receipt') return { kind: 'json', status: 200, body: { success: true } };
    const { rateLimitNext, refuseCode, loseAnswerNext } = behaviour();
    if (rateLimitNext > 0) {
      behave({ rateLimitNext: rateLimitNext - 1 });
      return refuse({ code: 130429 }, true);
    }
    if (refuseCode !== 0) return refuse({ code: refuseCode }, true);
    const { to, recipient } = send.address;
    const customer = customers.find(send.address);
    if (customer === null) return refuse({ code: send.content.kind === 'template' ? 131026 : 131047 }, false);
    if (send.content.kind !== 'template' && now() - customer.wroteAt > SERVICE_WINDOW_MS) return refuse({ code: 131047 }, false);
    if (to !== undefined && !to.startsWith('+')) report('A send named a phone number without "+": the real API may put the country of the shop in front');
    if (to === undefined && recipient !== customer.userId) report('A send named a business-scoped id that was replaced');
    customer.unanswered = 0;
    const wamid = makeWamid(random, addressOf(customer), 'out');
    onAccepted({ wamid, customer, callbackData: send.callbackData, content: send.content });
    if (loseAnswerNext > 0) {
      behave({ loseAnswerNext: loseAnswerNext - 1 });
      return { kind: 'lost' };
    }
    const answer: SendAnswer = {
      messaging_product: 'whatsapp',
      contacts: [contactOf(customer, send.address)],
      messages: [{ id: wamid, ...(send.content.kind === 'template' ? { message_status: 'accepted' } : {}) }],
    };
    return { kind: 'json', status: 200, body: answer };
  };
}
