import type { Settings } from '../../shared/contract/settings.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { TellStep } from '../../shared/domain/tell.ts';
import { BARE, BARE_TEMPLATE, refusedBy, type Sendable } from '../../shared/domain/send-limits.ts';
import { readTemplate } from '../../shared/domain/template-shape.ts';
import { type Tellable, type TellMoment, templateValues, tellText } from '../../shared/domain/tell-text.ts';
import type { StoredContent } from '../store/stored-content.ts';
import type { OrderRow } from '../store/orders.ts';
import { sumLines } from '../store/sum-lines.ts';
import { fillTemplate } from './fill-template.ts';
import { maySend, type SendDeps } from './queue-message.ts';

/** What the shop has set about telling its customers. */
export type Telling = Pick<Settings, 'tells' | 'shopName'> & {
  /** ISO 639; of customers that no language was chosen for. */
  shopLanguage: string;
  /** IANA name. */
  timeZone: string;
};
export type TellDeps = SendDeps & {
  /** A UUID. */
  newId: () => string;
  telling: () => Telling;
};

export type TellPlan = {
  /** The text, or where a template goes what fills it. */
  text: string;
  language: string;
  send: { ok: true; type: 'text' | 'template'; content: StoredContent } | Refused;
};

/**
 * What an order's customer would be told by a step, and how: as free text inside the service window, by the template that the settings name
 * outside it. Null where there is nobody to be told: a rehearsal, or an order without a chat.
 * @param edited the text as a person has written it; it never goes by a template, which would say something else
 */
export function planTell(
  deps: Pick<TellDeps, 'store' | 'now' | 'canSendFrom' | 'telling'>,
  order: OrderRow,
  step: TellStep,
  { reason, promisedAt, edited }: { reason: string | null; promisedAt: number | null; edited: string | null },
): TellPlan | null {
  if (order.rehearsal === 1 || order.conversation_id === null) return null;
  const { tells, shopName, shopLanguage, timeZone } = deps.telling();
  const customer = deps.store.customers.get(order.customer_id);
  const moment: TellMoment = { now: deps.now(), timeZone };
  const { totals, unclear } = sumLines(deps.store.orders.lines(order.id), deps.store.orderExtras.of(order.id));
  const tellable: Tellable = { ...whomToGreet(customer), number: order.number, totals, unclear, promisedAt, reason, shop: shopName };
  const own = tellText(step, customer?.language ?? shopLanguage, tells[step].texts, tellable, moment);
  const text = edited ?? own.text;
  const { language } = own;
  if (!customer || (customer.phone === null && customer.userId === null)) return { text, language, send: { ok: false, reason: 'customer-unknown' } };
  const planned = (content: Sendable & StoredContent, said: { text: string; language: string }): TellPlan => {
    const fault = refusedBy(content);
    const type = content.kind === 'template' ? 'template' : 'text';
    return { ...said, send: fault === null ? { ok: true, type, content } : { ok: false, reason: fault } };
  };
  const may = maySend(deps, order.conversation_id, 'text');
  if (may.ok) return planned({ kind: 'text', body: text }, { text, language });
  const { template } = tells[step];
  if (may.reason !== 'window-closed' || edited !== null) return { text, language, send: may };
  if (template.name.trim() === '') return { text, language, send: { ok: false, reason: 'no-template' } };
  const spoken = template.language.trim() || language;
  const fields = templateValues(template.fields, spoken, tellable, moment);
  const filled = wordsOfTemplate(deps.store, template.name.trim(), spoken, fields);
  return planned({ kind: 'template', ...BARE_TEMPLATE, name: template.name.trim(), language: spoken, ...filled }, { text: filled.body, language: spoken });
}

/** Its filled words where the account's list has it, else the fields alone: Meta may know of it what was not read yet. */
function wordsOfTemplate(store: TellDeps['store'], name: string, language: string, fields: readonly string[]) {
  const row = store.templates.get(name, language);
  if (!row) return { ...BARE, body: fields.join(' · '), buttons: [], fields };
  return fillTemplate(readTemplate(JSON.parse(row.components), row.category), row.format, { headerFields: [], fields, buttonFields: [] });
}

/** What a customer is greeted by: a number is no name. */
export function whomToGreet(customer: { called: string | null; name: string | null; username: string | null } | null): { name: string } {
  return { name: customer?.called || customer?.name || (customer?.username ? `@${customer.username}` : '') };
}
