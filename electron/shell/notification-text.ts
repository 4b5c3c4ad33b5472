import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { ShopKind } from '../../shared/contract/common.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import type { App } from '../app.ts';

export type DeskOrder = NonNullable<ReturnType<App['desk']['order']>>;
export type ArrivalBrief = NonNullable<ReturnType<App['arrival']>>;
export type NotificationText = { title: string; body: string };
export type Wording = { i18n: I18n; locale: string };
type OrderBrief = NonNullable<ArrivalBrief['order']>;

/** Enough for the largest notification there is; daemons cut sooner. */
const LONGEST = 240;
/** The first half of a character that a cut has parted. */
const HALF = /[\ud800-\udbff]$/;

const WITHOUT_TEXT: Readonly<Record<string, MessageDescriptor>> = {
  image: msg`Photo`,
  video: msg`Video`,
  audio: msg`Voice message`,
  document: msg`Document`,
  sticker: msg`Sticker`,
  location: msg`Location`,
  contacts: msg`Contact`,
  reaction: msg`Reaction`,
  voice: msg`Voice message`,
  button: msg`Answer`,
  interactive: msg`Answer`,
  system: msg`Notice from WhatsApp`,
  edit: msg`Edited message`,
  revoke: msg`Deleted a message`,
  request_welcome: msg`Opened the chat`,
  payment: msg`Payment`,
  unsupported: msg`Something that WhatsApp could not pass on`,
  unknown: msg`Something that WhatsApp could not pass on`,
};

const NOT_TAKEN: Readonly<Record<DeskOrder['state'], MessageDescriptor>> = {
  new: msg`It still waits: take it in the window.`,
  accepted: msg`It is taken already.`,
  preparing: msg`It is being prepared already.`,
  ready: msg`It is ready already.`,
  completed: msg`It is completed already.`,
  declined: msg`It was declined.`,
  cancelled: msg`It was cancelled.`,
};

/** "New order #14 · Sheena Nelson", "3 items · €31.40"; a rehearsal, counted below zero, is "Test order 1". */
export function orderText(brief: ArrivalBrief, order: OrderBrief, shop: ShopKind, { i18n, locale }: Wording): NotificationText {
  const { number, unclear } = order;
  const test = -number;
  const pieces = Number(order.pieces);
  const what = order.rehearsal ? i18n._(msg`Test order ${test}`) : i18n._(msg`New order #${number}`);
  const facts = [
    i18n._(msg`${plural(pieces, { one: '# item', other: '# items' })}`),
    ...order.totals.map((total) => formatMoney(total, locale)),
    ...(unclear > 0 ? [i18n._(msg`plus ${unclear} unclear`)] : []),
    ...(order.late ? [i18n._(msg`came late`)] : []),
    ...(shop === 'practice' ? [i18n._(msg`practice`)] : []),
  ];
  return { title: `${what} · ${nameOf(brief, i18n)}`, body: facts.join(' · ') };
}

/** The customer, and what was written or sent. */
export function messageText(brief: ArrivalBrief, shop: ShopKind, { i18n }: Wording): NotificationText {
  const known = WITHOUT_TEXT[brief.type];
  const said = brief.text === null ? i18n._(known ?? msg`New message`) : tidy(brief.text);
  const name = nameOf(brief, i18n);
  return { title: shop === 'practice' ? `${name} · ${i18n._(msg`practice`)}` : name, body: said };
}

/** A chat's 24 hours end soon, and its customer waits. @param minutes until then */
export function closingText(customer: string | null, minutes: number, shop: ShopKind, { i18n }: Wording): NotificationText {
  const name = nameOf({ customer }, i18n);
  const time =
    minutes >= 90
      ? i18n._(msg`${plural(Math.round(minutes / 60), { one: '# hour', other: '# hours' })}`)
      : i18n._(msg`${plural(minutes, { one: '# minute', other: '# minutes' })}`);
  return { title: i18n._(msg`${name} waits for an answer`), body: withShop(i18n._(msg`Free text is possible for ${time} more.`), shop, i18n) };
}

/** One notification in place of many. */
export function burstText(what: 'order' | 'message', count: number, { i18n }: Wording): NotificationText {
  const title =
    what === 'order'
      ? i18n._(msg`${plural(count, { one: '# new order', other: '# new orders' })}`)
      : i18n._(msg`${plural(count, { one: '# new message', other: '# new messages' })}`);
  return { title, body: i18n._(msg`Click to see them.`) };
}

/** As many orders are named one by one. */
const NAMED = 4;

/** Orders that came late, as after the computer slept: one notification for all of them. */
export function lateText(orders: readonly DeskOrder[], shop: ShopKind, { i18n }: Wording): NotificationText {
  const title = i18n._(msg`${plural(orders.length, { one: '# order came late', other: '# orders came late' })}`);
  return { title, body: withShop(list(orders, orders.length, i18n), shop, i18n) };
}

/** Orders that waited already when the program began. `named` are the oldest of them. */
export function waitingText(count: number, named: readonly DeskOrder[], shop: ShopKind, { i18n }: Wording): NotificationText {
  const title = i18n._(msg`${plural(count, { one: '# order is waiting', other: '# orders are waiting' })}`);
  return { title, body: withShop(list(named, count, i18n), shop, i18n) };
}

/** Why an order was not taken by the button of its notification; null: there is no such order any more. */
export function notTakenText(order: DeskOrder | null, { i18n }: Wording): NotificationText {
  if (order === null) return { title: i18n._(msg`The order was not taken`), body: i18n._(msg`It is not here any more.`) };
  const { number } = order;
  const test = -number;
  const title = order.rehearsal ? i18n._(msg`Test order ${test} was not taken`) : i18n._(msg`Order #${number} was not taken`);
  return { title, body: i18n._(NOT_TAKEN[order.state]) };
}

/** "#14 Sheena Nelson", as the tray's menu and the lists in notifications name an order. */
export function nameOrder(order: DeskOrder, i18n: I18n): string {
  const { number } = order;
  const test = -number;
  const name = nameOf(order, i18n);
  return order.rehearsal ? i18n._(msg`Test ${test} ${name}`) : `#${number} ${name}`;
}

function list(named: readonly DeskOrder[], count: number, i18n: I18n): string {
  const names = named.slice(0, NAMED).map((order) => nameOrder(order, i18n));
  const more = count - names.length;
  return [...names, ...(more > 0 ? [i18n._(msg`and ${more} more`)] : [])].join(', ');
}

function withShop(body: string, shop: ShopKind, i18n: I18n): string {
  return shop === 'practice' ? `${body} · ${i18n._(msg`practice`)}` : body;
}

/**
 * Linux hands the body to the daemon as it is, and daemons with `body-markup` render it: `<b>` from a customer came out bold.
 * The title is plain text by the specification.
 */
export function escapeBody(body: string, platform: NodeJS.Platform): string {
  if (platform !== 'linux') return body;
  return body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function nameOf({ customer }: { customer: string | null }, i18n: I18n): string {
  return customer === null ? i18n._(msg`A customer`) : tidy(customer);
}

/** Control and direction marks can make a text read as another one; a notification has no room to show them. */
function tidy(text: string): string {
  const plain = text
    .replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1).replace(HALF, '')}…` : plain;
}
