import type { I18n } from '@lingui/core';
import { decimalText } from '../../../shared/domain/money.ts';
import type { Fulfilment } from '../../../shared/domain/order.ts';
import { readTypedAmount } from '../../ui/typed-amount.ts';
import { extraWords } from '../work/extra-words.ts';
import { draftCurrency } from './draft-order.ts';
import type { Draft } from './draft-order.ts';

type Written = {
  conversationId: number | null;
  customer: { name: string; phone: string };
  draft: Draft;
  note: string;
  kind: Fulfilment | null;
  address: string;
};

/**
 * A filled form as the contract takes it: amounts as decimal text, nameless extras by the name of their kind.
 * An amount that cannot be read goes as it stands, so that the main side refuses it.
 */
export function writeOrder({ conversationId, customer, draft, note, kind, address }: Written, locale: string, shopCurrency: string, i18n: I18n) {
  const currency = draftCurrency(draft, shopCurrency);
  const amount = (typed: string, of: string) => {
    const read = readTypedAmount(typed, locale, of);
    return read === null ? typed : decimalText(read);
  };
  return {
    customer: conversationId === null ? { name: customer.name.trim(), phone: customer.phone.trim() } : { conversationId },
    lines: draft.lines.map(({ catalogId, retailerId, quantity, price, currency: of }) => ({
      catalogId,
      retailerId,
      quantity,
      price: amount(price, of),
      currency: of,
    })),
    extras: draft.extras.map((extra) => ({
      kind: extra.kind,
      label: extra.label.trim() === '' ? i18n._(extraWords(extra.kind)) : extra.label.trim(),
      amount: amount(extra.amount, currency),
      currency,
    })),
    note: note.trim(),
    kind,
    address: kind === 'delivery' ? address.trim() : '',
  };
}
