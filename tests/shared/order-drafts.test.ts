import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addArticle, draftTotals, EMPTY_DRAFT } from '../../renderer/orders/make/draft-order.ts';
import { orderedTotals, revisedTotals } from '../../renderer/orders/work/revised-totals.ts';
import type { OrderLineView, OrderView } from '../../shared/contract/orders.ts';

const product = { catalogId: 'c', retailerId: 'r', name: null, priceText: null, availability: null, inventory: null, hasImage: false };
function line(position: number, quantity: number | null, unitMinor: number | null, orderedQuantity: number | null = null): OrderLineView {
  return { position, product, quantity, quantityRaw: '?', orderedQuantity, unitMinor, unitRaw: '?', currency: 'EUR', lineMinor: null };
}
function order(lines: OrderLineView[], extras: OrderView['extras'] = []): Pick<OrderView, 'lines' | 'extras'> {
  return { lines, extras };
}

describe('what an order comes to with other quantities', () => {
  it('counts lowered lines, strikes others, and keeps extras and what is not named', () => {
    const fee = { id: 1, kind: 'fee' as const, label: '', amount: { minor: 350n, currency: 'EUR' } };
    const off = { id: 2, kind: 'discount' as const, label: '', amount: { minor: 100n, currency: 'EUR' } };
    const shown = order([line(0, 3, 200), line(1, 2, 650), line(2, 1, 1000)], [fee, off]);
    const changed = new Map([
      [0, 1],
      [1, 0],
    ]);
    expect(revisedTotals(shown, changed)).toEqual({ totals: [{ minor: 1450n, currency: 'EUR' }], unclear: 0 });
  });

  it('says what stays unclear, unless it is struck', () => {
    const shown = order([line(0, 2, null), line(1, 1, 100)]);
    expect(revisedTotals(shown, new Map()).unclear).toBe(1);
    expect(revisedTotals(shown, new Map([[0, 0]])).unclear).toBe(0);
  });

  it('never exceeds what was ordered when quantities are only lowered', () => {
    const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 10_000_000 }), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(lines, (given) => {
        const shown = order(given.map(([quantity, unit], position) => line(position, quantity, unit)));
        const lower = new Map(given.map(([quantity, , share], position) => [position, Math.floor(quantity * share)]));
        const sum = (totals: readonly { minor: bigint }[]) => totals.reduce((all, { minor }) => all + minor, 0n);
        const exact = given.reduce((all, [, unit], position) => all + BigInt(unit) * BigInt(lower.get(position) ?? 0), 0n);
        expect(sum(revisedTotals(shown, lower).totals)).toBe(exact);
        expect(exact <= sum(revisedTotals(shown, new Map()).totals)).toBe(true);
      }),
    );
  });

  it('knows what was ordered before any change', () => {
    expect(orderedTotals(order([line(0, 0, 200, 4), line(1, 1, 650)]))).toEqual([{ minor: 1450n, currency: 'EUR' }]);
  });
});

describe('an order that is being made', () => {
  const shop = { currency: 'EUR', locale: 'de-DE' };
  const loaf = { catalogId: 'c', retailerId: 'loaf', name: 'Loaf', price: { minor: 650n, currency: 'EUR' } };

  it('counts an article that is added again on its own line', () => {
    const draft = addArticle(addArticle(EMPTY_DRAFT, loaf, shop), loaf, shop);
    expect(draft.lines).toEqual([{ catalogId: 'c', retailerId: 'loaf', name: 'Loaf', quantity: 2, price: '6,50', currency: 'EUR' }]);
    expect(draftTotals(draft, 'de-DE', 'EUR')).toEqual({ totals: [{ minor: 1300n, currency: 'EUR' }], unclear: 0 });
  });

  it('takes a discount off, and counts what cannot be read as unclear', () => {
    const extras = [
      { key: '1', kind: 'discount' as const, label: '', amount: '1,50' },
      { key: '2', kind: 'line' as const, label: 'Cake', amount: '' },
    ];
    expect(draftTotals({ ...addArticle(EMPTY_DRAFT, loaf, shop), extras }, 'de-DE', 'EUR')).toEqual({ totals: [{ minor: 500n, currency: 'EUR' }], unclear: 1 });
  });

  it('asks for a price where the catalogue tells none', () => {
    const draft = addArticle(EMPTY_DRAFT, { ...loaf, price: null }, shop);
    expect(draft.lines[0]?.price).toBe('');
    expect(draftTotals(draft, 'de-DE', 'EUR').unclear).toBe(1);
  });
});
