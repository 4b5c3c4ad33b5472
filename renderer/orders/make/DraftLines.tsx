import { Trans, useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { QuantityInput } from '../../ui/QuantityInput.tsx';
import { readTypedAmount } from '../../ui/typed-amount.ts';
import { extraWords } from '../work/extra-words.ts';
import { AmountField } from './AmountField.tsx';
import { draftCurrency, MOST_PIECES } from './draft-order.ts';
import type { Draft, DraftExtra, DraftLine } from './draft-order.ts';
import fields from '../../ui/fields.module.css';
import styles from './make.module.css';

type Props = { draft: Draft; shopCurrency: string; isTried: boolean; onChange: (draft: Draft) => void };

/** What stands in an order that is being made; quantities, prices and names can be changed in place. */
export function DraftLines({ draft, shopCurrency, isTried, onChange }: Props) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const currency = draftCurrency(draft, shopCurrency);
  const setLine = (index: number, change: Partial<DraftLine>) =>
    onChange({ ...draft, lines: draft.lines.map((line, at) => (at === index ? { ...line, ...change } : line)) });
  const setExtra = (key: string, change: Partial<DraftExtra>) =>
    onChange({ ...draft, extras: draft.extras.map((extra) => (extra.key === key ? { ...extra, ...change } : extra)) });
  if (draft.lines.length + draft.extras.length === 0)
    return (
      <p className={styles['none']}>
        <Trans>Nothing in it yet. Choose an article, or add a line of your own.</Trans>
      </p>
    );
  return (
    <ul className={styles['draft']}>
      {draft.lines.map((line, index) => {
        const price = readTypedAmount(line.price, formats.locale, line.currency);
        return (
          <li key={`${line.catalogId} ${line.retailerId}`} className={styles['line']}>
            <span className={styles['what']} dir="auto">
              {line.name}
            </span>
            <QuantityInput
              label={t`How many of ${line.name}`}
              value={line.quantity}
              least={1}
              most={MOST_PIECES}
              onChange={(quantity) => setLine(index, { quantity })}
            />
            <AmountField
              label={t`Price of one ${line.name}`}
              value={line.price}
              currency={line.currency}
              isTried={isTried}
              onChange={(text) => setLine(index, { price: text })}
            />
            <span className={styles['sum']}>{price === null ? '–' : formats.money({ ...price, minor: price.minor * BigInt(line.quantity) })}</span>
            <Button size="icon" look="quiet" aria-label={t`Remove ${line.name}`} onPress={() => onChange({ ...draft, lines: draft.lines.toSpliced(index, 1) })}>
              <X size={16} aria-hidden="true" />
            </Button>
          </li>
        );
      })}
      {draft.extras.map((extra) => {
        const amount = readTypedAmount(extra.amount, formats.locale, currency);
        const words = i18n._(extraWords(extra.kind));
        const name = extra.label.trim() === '' ? words : extra.label;
        return (
          <li key={extra.key} className={styles['line']}>
            <input
              aria-label={t`Name of the line (${words})`}
              className={fields['input']}
              data-extra={extra.key}
              value={extra.label}
              placeholder={words}
              maxLength={120}
              dir="auto"
              onChange={(event) => setExtra(extra.key, { label: event.target.value })}
            />
            <AmountField
              label={t`Amount of ${name}`}
              value={extra.amount}
              currency={currency}
              isTried={isTried}
              onChange={(text) => setExtra(extra.key, { amount: text })}
            />
            <span className={styles['sum']}>
              {amount === null ? '–' : formats.money(extra.kind === 'discount' ? { ...amount, minor: -amount.minor } : amount)}
            </span>
            <Button
              size="icon"
              look="quiet"
              aria-label={t`Remove ${name}`}
              onPress={() => onChange({ ...draft, extras: draft.extras.filter((each) => each.key !== extra.key) })}
            >
              <X size={16} aria-hidden="true" />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
