import type { Refused } from '../shared/domain/reason.ts';
import { server } from './server.ts';

/** The orders' part of the contract that asks the customer: fulfilment, address, and changes of what was ordered. */
export function orderChangeHandlers() {
  const os = server.orders;
  const notYet = (): Refused => ({ ok: false, reason: 'not-possible-here' });
  return {
    speak: os.speak.handler(notYet),
    fulfil: os.fulfil.handler(notYet),
    ask: os.ask.handler(notYet),
    revise: os.revise.handler(notYet),
    settleRevision: os.settleRevision.handler(notYet),
  };
}
