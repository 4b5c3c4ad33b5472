import { changeOrder, type StepDeps } from '../../electron/commands/change-order.ts';
import { undoStep } from '../../electron/commands/undo-step.ts';
import { viewThread } from '../../electron/queries/view-conversation.ts';
import { viewOrder } from '../../electron/queries/view-order.ts';
import { defaultSettings } from '../../electron/settings/default-settings.ts';
import type { Store } from '../../electron/store/open-store.ts';
import type { News } from '../../shared/contract/live.ts';
import type { OrderAction } from '../../shared/domain/order.ts';
import { TELL_STEPS } from '../../shared/domain/tell.ts';
import { openRooms, T } from './open-rooms.ts';

export type TellingOver = {
  now: () => number;
  publish?: (news: readonly News[]) => void;
  wakeOutbox?: () => void;
  /** No step tells by itself. */
  silent?: boolean;
  telling?: Partial<ReturnType<StepDeps['telling']>>;
};

/** What the steps of an order need, as a shop in Berlin that has set nothing would give it. */
export function tellingDeps(store: Store, { now, publish, wakeOutbox, silent, telling }: TellingOver): StepDeps {
  let ids = 0;
  const { tells, shopName } = defaultSettings();
  if (silent) for (const step of TELL_STEPS) tells[step].on = false;
  return {
    store,
    now,
    newId: () => `tell-${(ids += 1)}`,
    publish: publish ?? (() => undefined),
    wakeOutbox: wakeOutbox ?? (() => undefined),
    canSendFrom: (phoneNumberId) => phoneNumberId !== 'onprem',
    printsOnAccept: () => false,
    telling: () => ({ tells, shopName, shopLanguage: 'en', timeZone: 'Europe/Berlin', ...telling }),
  };
}

/** A shop with one new order in a chat, a clock that stands at T, and the hands that the operator has. Ends with the test. */
export function openTellingShop({
  phone = '16505550111',
  number = '106540352242922',
  rehearsal = false,
  telling,
}: { phone?: string; number?: string; rehearsal?: boolean } & Pick<TellingOver, 'telling'> = {}) {
  const rooms = openRooms();
  const { store, db } = rooms;
  const chat = rooms.conversation(phone, T, number);
  const id = rooms.order(chat, { rehearsal });
  const clock = { now: T };
  const news: News[] = [];
  const deps = tellingDeps(store, { now: () => clock.now, publish: (entries) => void news.push(...entries), ...(telling ? { telling } : {}) });
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  const step = (action: OrderAction, tell?: boolean | string, more: object = {}) => changeOrder(deps, { orderId: id, action, tell, ...more });
  const view = () => {
    const row = store.orders.get(id);
    if (!row) throw new Error('no order');
    return viewOrder(store, row, clock.now, 'en');
  };
  const undo = () => undoStep(deps, id, store.orderHistory.lastStep(id)?.id ?? 0);
  return { ...rooms, chat, id, clock, news, deps, count, step, view, undo, bodies: () => bodiesOf(store, chat) };
}
const bodiesOf = (store: Store, chat: number) =>
  viewThread(store, { conversationId: chat })
    .messages.filter((message) => message.direction === 'out' && !message.deleted)
    .map(({ content }) => ('body' in content ? content.body : content.kind));
