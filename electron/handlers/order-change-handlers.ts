import type { Refused } from '../../shared/domain/reason.ts';
import { answerOrder, type HandlerDeps } from './acting.ts';
import { type AskDeps, askCustomer } from '../commands/ask-customer.ts';
import { chooseLanguage } from '../commands/choose-language.ts';
import { reviseOrder } from '../commands/revise-order.ts';
import { setFulfilment } from '../commands/set-fulfilment.ts';
import { settleRevision } from '../commands/settle-revision.ts';
import type { Line } from '../line.ts';
import { type PageContext, server } from './server.ts';

/** The orders' part of the contract that asks the customer: fulfilment, address, and changes of what was ordered. */
export function orderChangeHandlers({ acting, now, newId }: HandlerDeps) {
  const os = server.orders;
  const askDeps = ({ store, feed, outbox, canSendFrom, shopLanguage }: Line): AskDeps => ({
    store,
    now,
    newId,
    shopLanguage,
    canSendFrom,
    publish: feed.publish,
    wakeOutbox: outbox.wake,
  });
  const change = (context: PageContext, orderId: number, work: (deps: AskDeps) => { ok: true } | Refused) =>
    acting(context, (line) => answerOrder(line, now(), orderId, work(askDeps(line))));

  return {
    speak: os.speak.handler(({ context, input }) => change(context, input.orderId, (deps) => chooseLanguage(deps, input.orderId, input.language))),
    fulfil: os.fulfil.handler(({ context, input }) => change(context, input.orderId, (deps) => setFulfilment(deps, input))),
    ask: os.ask.handler(({ context, input }) => change(context, input.orderId, (deps) => askCustomer(deps, input))),
    revise: os.revise.handler(({ context, input }) => change(context, input.orderId, (deps) => reviseOrder(deps, input))),
    settleRevision: os.settleRevision.handler(({ context, input }) => change(context, input.orderId, (deps) => settleRevision(deps, input))),
  };
}
