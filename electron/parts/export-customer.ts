import { createReadStream } from 'node:fs';
import type { Refused } from '../../shared/domain/reason.ts';
import { localParts } from '../../shared/domain/business-day.ts';
import { safeFilename } from '../../shared/domain/safe-filename.ts';
import { diskFault } from '../files/keep-uploads.ts';
import { writeZip } from '../files/write-zip.ts';
import type { Line } from '../line.ts';
import type { ExportedPerson } from '../queries/export-person.ts';
import type { ExportedMessage } from '../queries/export-person-messages.ts';
import type { Place } from '../store/person-export.ts';
import { HTML_END, type HtmlLook } from '../queries/person-html.ts';

const PART = 64 * 1024;

type Deps = Pick<Line, 'reader' | 'files' | 'day' | 'shopLanguage' | 'store'>;
export type CustomerExport = { ok: true; filename: string; url: string; size: number } | Refused;

/**
 * Everything about one person as a ZIP in the line's media folder, for ten minutes. It is gathered by the thread that reads, page by page, so that
 * neither the shop nor a search stands still; what is erased meanwhile is not handed out. `not-found` where there is nobody.
 */
export async function exportCustomer({ reader, files, day, shopLanguage, store }: Deps, customerId: number, now: number): Promise<CustomerExport> {
  const { timeZone } = day();
  const look: HtmlLook = { shopLanguage: shopLanguage(), timeZone, now };
  const person = await reader.ask('person', { customerId, look });
  if (!person) return { ok: false, reason: 'not-found' };
  const { year, month, day: date } = localParts(now, timeZone);
  const filename = safeFilename(
    `${(person.name ?? `${customerId}`).slice(0, 60)} ${[year, month, date].map((part) => String(part).padStart(2, '0')).join('-')}.zip`,
  );
  try {
    const made = await files.exports.make(customerId, filename, 'application/zip', async (target) => {
      const zip = writeZip(target, now);
      await zip.add('person.json', [Buffer.from(person.person)]);
      await zip.add('orders.json', [Buffer.from(person.orders)]);
      await zip.add('questions.json', [Buffer.from(person.questions)]);
      const wanted = new Map<string, string>();
      const told = list(messages(reader, person, look), ({ json, file }) => {
        if (file) wanted.set(file.path, file.hash);
        return json;
      });
      await zip.add('messages.json', inParts(told));
      const arrived = list(arrivals(reader, person), (one) => one);
      await zip.add('arrivals.json', inParts(arrived));
      const html = page(person, messages(reader, person, look));
      await zip.add('index.html', inParts(html));
      for (const [path, hash] of wanted) if (await files.folder.has(hash)) await zip.add(path, createReadStream(files.folder.fileOf(hash)));
      return zip.finish();
    });
    const row = made && store.customers.get(customerId);
    if (!made || !row || row.erased_at !== null) {
      await files.exports.forget(customerId);
      return { ok: false, reason: 'not-found' };
    }
    return { ok: true, filename, ...made };
  } catch (error) {
    const reason = diskFault(error);
    if (reason === null) throw error;
    return { ok: false, reason };
  }
}

async function* messages(reader: Deps['reader'], { conversations, name }: ExportedPerson, look: HtmlLook): AsyncGenerator<ExportedMessage> {
  for (const conversationId of conversations) {
    let after: Place | null = null;
    do {
      const page: { messages: ExportedMessage[]; next: Place | null } = await reader.ask('personMessages', { conversationId, after, name, look });
      yield* page.messages;
      after = page.next;
    } while (after !== null);
  }
}

async function* arrivals(reader: Deps['reader'], { aliases, lastBody }: ExportedPerson): AsyncGenerator<string> {
  for (let after: number | null = 0; after !== null;) {
    const page: { arrivals: string[]; next: number | null } = await reader.ask('personArrivals', { aliases, after, until: lastBody });
    yield* page.arrivals;
    after = page.next;
  }
}

/** A JSON array, written as its entries come. */
async function* list<T>(entries: AsyncIterable<T>, textOf: (entry: T) => string): AsyncGenerator<string> {
  let before = '[\n';
  for await (const entry of entries) {
    yield `${before}${textOf(entry)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

async function* page({ html }: ExportedPerson, entries: AsyncIterable<ExportedMessage>): AsyncGenerator<string> {
  yield html;
  for await (const { html: entry } of entries) yield entry;
  yield HTML_END;
}

/** Texts as UTF-8, in parts of a size that a disk likes. */
async function* inParts(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let waiting = '';
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < PART) continue;
    yield Buffer.from(waiting);
    waiting = '';
  }
  yield Buffer.from(waiting);
}
