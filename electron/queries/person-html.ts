import { formatMoney } from '../../shared/domain/money.ts';
import { readContent, wordsOf } from '../store/stored-content.ts';
import type { AnyRow } from '../store/person-export.ts';
import { type PersonWords, personWords } from './person-words.ts';

export type HtmlLook = { shopLanguage: string; timeZone: string; now: number };
export type HtmlPerson = { name: string | null; row: AnyRow; aliases: readonly AnyRow[]; tags: readonly string[]; orders: readonly HtmlOrder[] };
export type HtmlOrder = { row: AnyRow; lines: readonly AnyRow[]; extras: readonly AnyRow[] };

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: unknown): string => String(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
const STYLE =
  'body{font:16px/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}li{margin:.4rem 0;overflow-wrap:anywhere}p.words{margin:0;white-space:pre-wrap}small{color:#555}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-wrap}';

/** The page up to the first message: legible in every browser, without scripts, and fetching nothing. */
export function personHtml(person: HtmlPerson, look: HtmlLook): string {
  const words = personWords(look.shopLanguage);
  const name = person.name ?? words.noName;
  const { row } = person;
  const moment = momentIn(words, look.timeZone);
  const facts: [string, unknown][] = [
    [words.knownAs, person.aliases.map(({ kind, value }) => (kind === 'wa_id' ? `+${String(value)}` : value)).join('\n')],
    [words.note, row['note']],
    [words.tags, person.tags.join(', ')],
    [words.language, row['language']],
    [words.address, row['address']],
    [words.blocked, typeof row['blocked_at'] === 'number' ? moment(row['blocked_at']) : null],
  ];
  const known = facts.filter(([, value]) => value !== null && value !== '' && value !== undefined);
  return `<!doctype html>
<html lang="${words.locale}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${escape(name)}</title><style>${STYLE}</style></head><body>
<h1>${escape(words.title)} <bdi>${escape(name)}</bdi></h1>
<p>${escape(words.made)} ${escape(moment(look.now))}. ${escape(words.files)}</p>
<dl>${known.map(([what, value]) => `<dt>${escape(what)}</dt><dd><bdi>${escape(value)}</bdi></dd>`).join('')}</dl>
<h2>${escape(words.orders)}</h2>
${person.orders.length === 0 ? `<p>${escape(words.nothing)}</p>` : `<ul>${person.orders.map((order) => orderHtml(order, words, moment)).join('\n')}</ul>`}
<h2>${escape(words.chat)}</h2>
<ol>
`;
}

export const HTML_END = '</ol>\n</body></html>\n';

/** One message as an entry of the list. @param file its path within the ZIP; null where it has none, or it is not here */
export function messageHtml(row: AnyRow, file: { path: string; name: string } | null, name: string | null, look: HtmlLook): string {
  const words = personWords(look.shopLanguage);
  const content = readContent(String(row['content']));
  const who = row['direction'] === 'out' ? words.shop : (name ?? words.noName);
  const text = wordsOf(content) ?? (content.kind === 'reaction' ? content.emoji : null);
  const marks = [row['deleted_at'] === null ? null : words.deleted].filter((mark) => mark !== null);
  const link = file && `<p><a href="${file.path.split('/').map(encodeURIComponent).join('/')}"><bdi>${escape(file.name)}</bdi></a></p>`;
  const said = text === null ? (file ? '' : `<p><small>[${escape(row['type'])}]</small></p>`) : `<p class="words" dir="auto">${escape(text)}</p>`;
  const at = momentIn(words, look.timeZone)(Number(row['sent_at']));
  return `<li><small><bdi>${escape(who)}</bdi> · ${escape([at, ...marks].join(' · '))}</small>${said}${link ?? ''}</li>\n`;
}

function orderHtml({ row, lines, extras }: HtmlOrder, words: PersonWords, moment: (at: number) => string): string {
  const money = (minor: unknown, currency: unknown) =>
    typeof minor === 'number' && typeof currency === 'string' ? formatMoney({ minor: BigInt(minor), currency }, words.locale) : '';
  const parts = [
    ...lines.map(
      (line) =>
        `${String(line['quantity'] ?? line['quantity_raw'])} × ${String(line['product_name'] ?? line['retailer_id'])} ${money(line['unit_minor'], line['currency'])}`,
    ),
    ...extras
      .filter((extra) => extra['removed_at'] === null)
      .map((extra) => `${String(extra['label'])} ${extra['kind'] === 'discount' ? '−' : ''}${money(extra['minor'], extra['currency'])}`),
    ...[row['note'], row['address']].filter((text) => text !== null),
  ];
  const head = `${words.order} ${String(row['number'])} · ${moment(Number(row['placed_at']))} · ${String(row['state'])}`;
  return `<li>${escape(head)}<ul>${parts.map((part) => `<li><bdi>${escape(part)}</bdi></li>`).join('')}</ul></li>`;
}

function momentIn({ locale }: PersonWords, timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (at) => (Math.abs(at) <= 8.64e15 ? format.format(at) : '');
}
