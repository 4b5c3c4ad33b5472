import { type Alias, displayName } from '../../shared/domain/customer-identity.ts';
import { readTags } from '../store/customers.ts';
import type { Reader } from '../store/open-reader.ts';
import { describeRow } from './describe-row.ts';
import { type HtmlLook, personHtml } from './person-html.ts';

export type PersonQuestion = { customerId: number; look: HtmlLook };
/** What is known of a person but their messages: texts of files, and where the messages are to be found. */
export type ExportedPerson = {
  name: string | null;
  person: string;
  orders: string;
  questions: string;
  /** The page up to the first message. */
  html: string;
  conversations: number[];
  aliases: Alias[];
  /** The newest body of the log: what comes later is not in this export. */
  lastBody: number;
};

/** A person's own words and figures, to be handed to them; null where there is none, or all about them was erased. */
export function exportPerson(
  reader: Pick<Reader, 'customers' | 'customerFacts' | 'personExport'>,
  { customerId, look }: PersonQuestion,
): ExportedPerson | null {
  const { personExport: rows } = reader;
  const customer = reader.customers.get(customerId);
  const row = rows.customer(customerId);
  if (!customer || !row || customer.erased_at !== null) return null;
  const name = displayName(customer);
  const aliases = rows.aliases(customerId);
  const conversations = rows.conversations(customerId);
  const orders = rows.orders(customerId).map((order) => {
    const part = (which: Parameters<typeof rows.orderPart>[0]) => rows.orderPart(which, Number(order['id']));
    return {
      row: order,
      lines: part('lines'),
      extras: part('extras'),
      others: { history: part('history'), tells: part('tells'), asks: part('asks'), revisions: part('revisions'), revisionLines: part('revisionLines') },
    };
  });
  const { first, last, n } = reader.customerFacts.messages(customerId);
  const person = {
    ...describeRow(row),
    displayed_as: name,
    first_at: first === null ? null : new Date(first).toISOString(),
    last_at: last === null ? null : new Date(last).toISOString(),
    messages: n,
    aliases: aliases.map(describeRow),
    conversations: conversations.map(describeRow),
    auto_answers: rows.autoAnswers(customerId).map(describeRow),
  };
  return {
    name,
    person: pretty(person),
    orders: pretty(
      orders.map(({ row: order, lines, extras, others }) => ({
        ...describeRow(order),
        lines: lines.map(describeRow),
        extras: extras.map(describeRow),
        ...Object.fromEntries(Object.entries(others).map(([what, entries]) => [what, entries.map(describeRow)])),
      })),
    ),
    questions: pretty(rows.questions(customerId).map(describeRow)),
    html: personHtml({ name, row, aliases, tags: readTags(customer), orders }, look),
    conversations: conversations.map(({ id }) => Number(id)),
    aliases: reader.customerFacts.aliases(customerId).map(({ kind, value }) => ({ kind, value })),
    lastBody: rows.lastBody(),
  };
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
