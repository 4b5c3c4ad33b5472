import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useId } from 'react';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { readTypedAmount } from '../../ui/typed-amount.ts';
import { reasonWords } from '../../../shared/wording/reason-words.ts';
import fields from '../../ui/fields.module.css';
import styles from './make.module.css';

type Props = { label: string; value: string; currency: string; isTried: boolean; onChange: (typed: string) => void };

/** An amount in a row of others, with its currency beside it; what is none says so beneath. */
export function AmountField({ label, value, currency, isTried, onChange }: Props) {
  const { i18n } = useLingui();
  const { locale } = useFormats();
  const id = useId();
  const wrong = (isTried || value.trim() !== '') && readTypedAmount(value, locale, currency) === null;
  return (
    <span className={styles['amount']}>
      <input
        aria-label={`${label} (${currency})`}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? id : undefined}
        className={fields['input']}
        inputMode="decimal"
        autoComplete="off"
        maxLength={30}
        placeholder={currency}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {wrong ? (
        <small id={id} className={fields['wrong']}>
          {value.trim() === '' ? <Trans>How much?</Trans> : i18n._(reasonWords('bad-amount').title)}
        </small>
      ) : null}
    </span>
  );
}
