import { type ArrivalSettings, createReceiver } from '../../electron/inbound/receive-webhook.ts';
import type { Store } from '../../electron/store/open-store.ts';
import type { News } from '../../shared/contract/live.ts';
import { envelope, seconds } from './post-webhook.ts';

/** Brings bodies into memory as the webhook server does, one commit a body. */
export function openReceiver(store: Store, now: () => number, over: Partial<ReturnType<ArrivalSettings>> = {}) {
  const news: News[] = [];
  const receiver = createReceiver({
    store,
    settings: () => ({ clockSkew: 0, timeZone: 'Europe/Berlin', businessDayStart: 4, isRehearsal: () => false, ...over }),
    now,
    publish: (changed) => void news.push(...changed),
    onDisk: () => undefined,
    log: () => undefined,
  });
  const { readAgain, readCardsAgain } = receiver;
  return { receive: (message: object) => receiver.receive(Buffer.from(JSON.stringify(message))), readAgain, readCardsAgain, news };
}

type Sender = { from?: string; at: number; id: string; context?: string };

const message = ({ from = '16505550111', at, id, context }: Sender, content: object) =>
  envelope({
    messages: [{ from, id, timestamp: seconds(at), ...(context === undefined ? {} : { context: { from: '15550783881', id: context } }), ...content }],
  });

/** A customer pressed a reply button. */
export const pressed = (buttonId: string, sender: Sender) =>
  message(sender, { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: buttonId, title: 'What it says' } } });

/** A customer pressed a template's quick reply. */
export const quickReply = (payload: string | null, sender: Sender) => message(sender, { type: 'button', button: { payload, text: 'What it says' } });

/** A customer shared a place. */
export const shared = (place: { latitude: number; longitude: number; name?: string; address?: string }, sender: Sender) =>
  message(sender, { type: 'location', location: place });

export const wrote = (body: string, sender: Sender) => message(sender, { type: 'text', text: { body } });

/** A tick that carries our own id. */
export const ticked = (wamid: string, status: string, at: number, callbackId: string) =>
  envelope({ statuses: [{ id: wamid, status, timestamp: seconds(at), recipient_id: '16505550111', biz_opaque_callback_data: callbackId }] });
