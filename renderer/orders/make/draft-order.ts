import { totalsOf } from '../../../shared/domain/money.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { ExtraKind } from '../../../shared/domain/order.ts';
import { readTypedAmount, writeTypedAmount } from '../../ui/typed-amount.ts';

/** An article of the catalogue in an order that is being made; `price` as it stands in its field. */
export type DraftLine = { catalogId: string; retailerId: string; name: string; quantity: number; price: string; currency: string };
/** A fee, a discount, or a line that no catalogue holds; `amount` as it stands in its field. */
export type DraftExtra = { key: string; kind: ExtraKind; label: string; amount: string };
export type Draft = { lines: readonly DraftLine[]; extras: readonly DraftExtra[] };

export const EMPTY_DRAFT: Draft = { lines: [], extras: [] };
/** What the contract takes. */
export const MOST_PIECES = 99_999;

/** An article once more: a line of its own, or one more on the line that it has. */
export function addArticle(
  draft: Draft,
  article: { catalogId: string; retailerId: string; name: string; price: Money | null },
  shop: { currency: string; locale: string },
): Draft {
  const isSame = (line: DraftLine) => line.catalogId === article.catalogId && line.retailerId === article.retailerId;
  if (draft.lines.some(isSame))
    return { ...draft, lines: draft.lines.map((line) => (isSame(line) ? { ...line, quantity: Math.min(MOST_PIECES, line.quantity + 1) } : line)) };
  const { price, ...rest } = article;
  const line = { ...rest, quantity: 1, price: price === null ? '' : writeTypedAmount(price, shop.locale), currency: price?.currency ?? shop.currency };
  return { ...draft, lines: [...draft.lines, line] };
}

/** The currency that extras of a draft are in: its first article's, else the shop's. */
export function draftCurrency(draft: Draft, shopCurrency: string): string {
  return draft.lines[0]?.currency ?? shopCurrency;
}

/** What a draft comes to, and how many of its amounts cannot be read (or are still empty). */
export function draftTotals(draft: Draft, locale: string, shopCurrency: string): { totals: Money[]; unclear: number } {
  const currency = draftCurrency(draft, shopCurrency);
  const lines = draft.lines.map((line) => {
    const price = readTypedAmount(line.price, locale, line.currency);
    return { unitMinor: price === null ? null : Number(price.minor), quantity: line.quantity, currency: line.currency };
  });
  const extras = draft.extras.map((extra) => ({ kind: extra.kind, read: readTypedAmount(extra.amount, locale, currency) }));
  const { totals, unclear } = totalsOf(
    lines,
    extras.flatMap(({ kind, read }) => (read === null ? [] : [{ kind, ...read }])),
  );
  return { totals, unclear: unclear + extras.filter(({ read }) => read === null).length };
}
