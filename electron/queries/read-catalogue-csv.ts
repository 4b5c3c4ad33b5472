import Papa from 'papaparse';
import type { CsvFault } from '../../shared/contract/catalogue.ts';
import type { ListedProduct } from '../store/catalogues.ts';
import { NO_DETAILS } from '../store/products.ts';
import { readFeedPrice } from './read-feed-price.ts';

export type CsvArticle = Omit<ListedProduct, 'catalogId'>;
/** Null: no table with the columns id and title. At most 500 faults are named. */
export type CsvReading = { articles: CsvArticle[]; faults: RowFault[] } | null;
type RowFault = { line: number; what: CsvFault };

/** By field, the names that Meta's feeds, Google's and common exports have for a column. */
const COLUMNS = {
  id: ['id', 'retailer_id', 'sku', 'content_id'],
  title: ['title', 'name'],
  description: ['description'],
  availability: ['availability'],
  price: ['price'],
  salePrice: ['sale_price'],
  image: ['image_link', 'image_url', 'image'],
  link: ['link', 'url'],
  section: ['product_type', 'category', 'google_product_category', 'fb_product_category'],
  inventory: ['quantity_to_sell_on_facebook', 'inventory', 'quantity'],
  visibility: ['visibility', 'status'],
} as const;
type Field = keyof typeof COLUMNS;
type Header = { separator: string; row: number; columns: Partial<Record<Field, readonly number[]>>; width: number };

const SEPARATORS = [',', ';', '\t', '|'];
/** Meta's own template begins with lines of explanation. */
const HEADER_WITHIN = 10;
const LONGEST_ID = 300;
const MOST_ARTICLES = 50_000;
const MOST_FAULTS = 500;

/**
 * Reads a table of articles: Meta's catalogue feed, or any CSV with the columns id and title, separated by comma, semicolon or tab. Never throws.
 * @param currency ISO 4217, of prices that name none
 */
export function readCatalogueCsv({ text, currency }: { text: string; currency: string }): CsvReading {
  const plain = text.replace(/^\ufeff/, '');
  const header = findHeader(plain);
  if (!header) return null;
  const articles = new Map<string, CsvArticle>();
  const faults: RowFault[] = [];
  const fault = (line: number, what: CsvFault) => void (faults.length < MOST_FAULTS && faults.push({ line, what }));
  let row = -1;
  let read = 0;
  let next = 1;
  Papa.parse<string[]>(plain, {
    delimiter: header.separator,
    step: ({ data, errors, meta }, parser) => {
      const line = next;
      // A quoted cell may hold line ends: the file's own lines are counted.
      next += lineEnds(plain, read, meta.cursor);
      read = meta.cursor;
      row += 1;
      if (row <= header.row || data.every((cell) => cell.trim() === '')) return;
      if (errors.some(({ type }) => type === 'Quotes')) return fault(line, 'quotes');
      if (data.length > header.width && data.slice(header.width).some((cell) => cell.trim() !== '')) return fault(line, 'cells');
      const article = readRow((field) => cellOf(header, data, field), currency);
      if (typeof article === 'string') return fault(line, article);
      if (articles.has(article.retailerId)) return fault(line, 'twice');
      if (articles.size >= MOST_ARTICLES) {
        fault(line, 'too-many');
        return parser.abort();
      }
      articles.set(article.retailerId, article);
    },
  });
  return { articles: [...articles.values()], faults };
}

function readRow(cell: (field: Field) => string | null, currency: string): CsvArticle | CsvFault {
  const retailerId = cell('id');
  const name = cell('title');
  if (retailerId === null) return 'no-id';
  if (retailerId.length > LONGEST_ID) return 'too-long';
  if (name === null) return 'no-title';
  const written = cell('price');
  const price = written === null ? null : readFeedPrice(written, currency);
  if (written !== null && price === null) return 'bad-price';
  const inventory = cell('inventory');
  const sale = cell('salePrice');
  return {
    ...NO_DETAILS,
    retailerId,
    name: name.slice(0, 500),
    priceText: price?.text ?? null,
    currency: price?.currency ?? null,
    salePriceText: sale === null || price === null ? null : saleText(sale, price.currency),
    availability:
      cell('availability')
        ?.toLowerCase()
        .replace(/^(in|out|available|pre)_/, '$1 ')
        .replace('of_stock', 'of stock')
        .replace('for_order', 'for order') ?? null,
    inventory: inventory !== null && /^\d{1,9}$/.test(inventory) ? Number(inventory) : null,
    description: cell('description')?.slice(0, 10_000) ?? null,
    section: cell('section')?.slice(0, 300) ?? null,
    url: webAddress(cell('link')),
    imageUrl: webAddress(cell('image')),
    visibility: visibilityOf(cell('visibility')),
  };
}

/** A sale in another money than the article's own price is none that could be shown beside it. */
function saleText(written: string, currency: string): string | null {
  const sale = readFeedPrice(written, currency);
  return sale?.currency === currency ? sale.text : null;
}

function findHeader(text: string): Header | null {
  for (const separator of SEPARATORS) {
    const rows = Papa.parse<string[]>(text.slice(0, 100_000), { delimiter: separator, preview: HEADER_WITHIN }).data;
    for (const [row, cells] of rows.entries()) {
      const names = cells.map((cell) =>
        cell
          .trim()
          .toLowerCase()
          .replaceAll(/[\s-]+/g, '_'),
      );
      const columns: Header['columns'] = {};
      for (const field of Object.keys(COLUMNS) as Field[]) columns[field] = COLUMNS[field].map((name) => names.indexOf(name)).filter((at) => at >= 0);
      if ((columns.id?.length ?? 0) > 0 && (columns.title?.length ?? 0) > 0) return { separator, row, columns, width: cells.length };
    }
  }
  return null;
}

/** The first column of a field that says anything; Google's categories are numbers, which tell nobody anything. */
function cellOf(header: Header, data: readonly string[], field: Field): string | null {
  for (const at of header.columns[field] ?? []) {
    const cell = data[at]?.trim() ?? '';
    if (cell !== '' && (field !== 'section' || !/^\d+$/.test(cell))) return cell;
  }
  return null;
}

function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\/\S+$/i.test(text) && text.length <= 2000 ? text : null;
}

function visibilityOf(text: string | null): string | null {
  const word = text?.toLowerCase() ?? null;
  if (word === 'active') return 'published';
  return word === 'archived' ? 'hidden' : word;
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    // CR LF is one; a CR alone ends lines of old programs.
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
}
