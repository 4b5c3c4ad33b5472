import Papa from 'papaparse';

/** A decimal number as exact text ("12.50"), so that no digit is lost and no spreadsheet takes it for a text. */
export type Decimal = { decimal: string };
export type Cell = string | number | bigint | Decimal | null;
export type Table = { columns: readonly string[]; rows: readonly (readonly Cell[])[] };

/** What makes a spreadsheet read a text as a formula, in half and in full width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table as a spreadsheet of that country opens it: UTF-8 with BOM, CRLF, and where the decimal sign is a comma, semicolons between the
 * cells. Texts that would be read as formulas are preceded by an apostrophe; numbers never are.
 * @param locale BCP 47; one that `Intl` refuses is read as English
 */
export function writeCsv({ columns, rows }: Table, locale: string): string {
  const comma = hasDecimalComma(locale);
  const cell = (value: Cell): string => {
    if (value === null) return '';
    if (typeof value === 'string') return FORMULA.test(value) ? `'${value}` : value;
    return typeof value === 'object' ? (comma ? value.decimal.replace('.', ',') : value.decimal) : value.toString();
  };
  const data = rows.map((row) => row.map(cell));
  const lines = Papa.unparse([[...columns], ...data], { delimiter: comma ? ';' : ',', newline: '\r\n' });
  return `\ufeff${lines}\r\n`;
}

/** The same table as JSON: an array of objects, decimals as exact text. */
export function writeJson({ columns, rows }: Table): string {
  const value = (cell: Cell): string | number | null =>
    cell === null || typeof cell === 'string' || typeof cell === 'number' ? cell : typeof cell === 'object' ? cell.decimal : cell.toString();
  const lines = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((column, index) => [column, value(row[index] ?? null)]))));
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}

function hasDecimalComma(locale: string): boolean {
  try {
    return new Intl.NumberFormat(locale).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',');
  } catch {
    return false;
  }
}
