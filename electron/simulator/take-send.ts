import type { Misbehaviour } from '../../shared/contract/practice.ts';
import { SERVICE_WINDOW_MS } from '../../shared/domain/service-window.ts';
import type { SendAnswer } from '../wire/send-types.ts';
import type { BlockList } from './answer-blocks.ts';
import { unknownOf } from './check-articles.ts';
import { checkSend } from './check-send.ts';
import type { MediaShelf } from './files/keep-media.ts';
import type { GraphAnswer, Refusal } from './graph-answer.ts';
import { addressOf, type Customer, type Customers } from './keep-customers.ts';
import { makeWamid } from './make-ids.ts';
import type { Random } from './seeded-random.ts';
import type { Accepted } from './tick-message.ts';

export type TakingOptions = {
  customers: Customers;
  shelf: MediaShelf;
  blocked: BlockList;
  /** Whether a reaction can go to a message: one of a chat here, or one whose id has the form of those of earlier runs. */
  takesReaction: (wamid: string) => boolean;
  /** The shop has read up to a message of a customer; to show that it types is to have read. */
  onSeen: (wamid: string) => void;
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
  const { customers, shelf, blocked, random, behaviour, behave, now, refuse, onAccepted, report } = options;
  return (body) => {
    const send = checkSend(body, shelf);
    if (send.kind === 'refused') return refuse(send.refusal, false);
    if (send.kind === 'read receipt') {
      options.onSeen(send.wamid);
      return { kind: 'json', status: 200, body: { success: true } };
    }
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
    if (blocked.has(customer)) return refuse({ code: 130403, details: 'The user is on the block list of this number.' }, false);
    if (to !== undefined && !to.startsWith('+')) report('A send named a phone number without "+": the real API may put the country of the shop in front');
    if (to === undefined && recipient !== customer.userId) report('A send named a business-scoped id that was replaced');
    customer.unanswered = 0;
    const wamid = makeWamid(random, addressOf(customer), 'out');
    const unknown = unknownOf(send.articles);
    if (unknown.length > 0) report(`A send named products that are not in the catalogue: ${unknown.join(', ')}`);
    const lost = send.content.kind === 'reaction' && !options.takesReaction(send.content.target);
    const failure = lost ? { code: 131009, details: 'The message that the reaction is for does not exist or is too old.' } : null;
    onAccepted({ wamid, customer, callbackData: send.callbackData, content: send.content, failure, unknownArticles: unknown });
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
