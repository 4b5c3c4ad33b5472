import type { Reader } from '../store/open-reader.ts';
import { viewDayBook, type DayBookQuestion } from './day-book.ts';
import { countRows } from './count-rows.ts';
import { exportPerson, type PersonQuestion } from './export-person.ts';
import { exportArrivals, type PersonArrivalsQuestion } from './export-person-arrivals.ts';
import { exportMessages, type PersonMessagesQuestion } from './export-person-messages.ts';
import { exportOrders, type ExportQuestion } from './export-orders.ts';
import { searchAll } from './search-all.ts';
import { searchMessages } from './search-messages.ts';
import { type CatalogueQuestion, listCatalogue, viewCatalogues } from './list-catalogue.ts';
import { readCatalogueCsv } from './read-catalogue-csv.ts';
import { messageArrivals, type ArrivalsQuestion } from './message-arrivals.ts';
import { searchOrders } from './search-orders.ts';
import { type CustomerQuestion, viewWholeCustomer } from './view-whole-customer.ts';

/** Questions that may take their time, and are therefore answered in a thread of their own. */
const ANSWERS = {
  dayBook: (reader: Reader, question: DayBookQuestion) => reader.atOnce(() => viewDayBook(reader.dayBook, question)),
  export: (reader: Reader, question: ExportQuestion) => exportOrders(reader, question),
  customer: (reader: Reader, question: CustomerQuestion) => reader.atOnce(() => viewWholeCustomer(reader, question)),
  catalogue: (reader: Reader, question: CatalogueQuestion) => reader.atOnce(() => listCatalogue(reader, question)),
  catalogues: (reader: Reader, now: Parameters<typeof viewCatalogues>[1]) => reader.atOnce(() => viewCatalogues(reader, now)),
  catalogueCsv: (_reader: Reader, table: Parameters<typeof readCatalogueCsv>[0]) => readCatalogueCsv(table),
  messageArrivals: (reader: Reader, question: ArrivalsQuestion) => messageArrivals(reader, question),
  person: (reader: Reader, question: PersonQuestion) => reader.atOnce(() => exportPerson(reader, question)),
  personMessages: (reader: Reader, question: PersonMessagesQuestion) => reader.atOnce(() => exportMessages(reader, question)),
  personArrivals: (reader: Reader, question: PersonArrivalsQuestion) => exportArrivals(reader, question),
  rowCounts: (reader: Reader, _question: null) => reader.atOnce(() => countRows(reader)),
  searchOrders: (reader: Reader, text: string) => searchOrders(reader, text),
  searchAll: (reader: Reader, text: string) => searchAll(reader, text),
  searchChat: (reader: Reader, { conversationId, text }: { conversationId: number; text: string }) =>
    reader.atOnce(() => searchMessages(reader, text, conversationId, 200)),
};
type Answers = typeof ANSWERS;
export type QuestionName = keyof Answers;
export type QuestionOf<N extends QuestionName> = Parameters<Answers[N]>[1];
export type AnswerOf<N extends QuestionName> = ReturnType<Answers[N]>;

/** What crosses to the thread and back; an error is told in words, for its class does not survive the way. */
export type Question = { [N in QuestionName]: { id: number; name: N; question: QuestionOf<N> } }[QuestionName];
export type Answer = { id: number; ok: true; answer: AnswerOf<QuestionName> } | { id: number; ok: false; message: string };

export function answerQuestion(reader: Reader, { id, name, question }: Question): Answer {
  try {
    const answer = (ANSWERS[name] as (reader: Reader, question: unknown) => AnswerOf<QuestionName>)(reader, question);
    return { id, ok: true, answer };
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
