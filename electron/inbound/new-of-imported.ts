import type { Store } from '../store/open-store.ts';
import type { InboundEvent } from './inbound-event.ts';

/**
 * Of the events of an imported body: what is not known yet, as history. Ticks count only of messages that are here (those of other programs would wait for ever),
 * and the dashboard's test is no news.
 */
export function newOfImported(store: Store, events: readonly InboundEvent[]): InboundEvent[] {
  const within = new Set(events.map((event) => (event.kind === 'message' ? event.wamid : '')));
  const here = (wamid: string) => within.has(wamid) || store.messages.byWamid(wamid) !== null;
  const fresh = events.flatMap((event): InboundEvent[] => {
    switch (event.kind) {
      case 'message':
        return store.messages.byWamid(event.wamid) === null ? [{ ...event, history: true }] : [];
      case 'tick':
        return here(event.wamid) || (event.callbackId !== null && store.messages.byCallbackId(event.callbackId) !== null) ? [event] : [];
      case 'deleted':
        return here(event.wamid) ? [event] : [];
      case 'aliases':
      case 'phone-name':
        return [event];
      case 'meta-test':
        return [];
    }
  });
  return fresh;
}
