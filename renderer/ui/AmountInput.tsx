import { Trans } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import { reasonWords } from '../../shared/wording/reason-words.ts';
import { useLingui } from '@lingui/react';
import { useFormats } from './FormatsProvider.tsx';
import { readTypedAmount } from './typed-amount.ts';
import { TextInput } from './TextInput.tsx';
import styles from './fields.module.css';

type Props = {
  label: ReactNode;
  value: string;
  currency: string;
  /** The main side refused it, or it was to be sent as it is: then an empty one is wrong too. */
  isWrong?: boolean;
  inputRef?: RefObject<HTMLInputElement | null>;
  onChange: (typed: string) => void;
};

/** A field for an amount; beneath it stands what was understood, so that a comma is never taken for something else. */
export function AmountInput({ label, value, currency, isWrong = false, inputRef, onChange }: Props) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const read = readTypedAmount(value, formats.locale, currency);
  const wrong = isWrong || (value.trim() !== '' && read === null);
  return (
    <TextInput
      label={label}
      value={value}
      maxLength={30}
      inputMode="decimal"
      isInvalid={wrong}
      hint={
        wrong ? (
          <span className={styles['wrong']}>{i18n._(reasonWords('bad-amount').todo)}</span>
        ) : read === null ? (
          <Trans>In {currency}</Trans>
        ) : (
          <Trans>That is {formats.money(read)}</Trans>
        )
      }
      {...(inputRef ? { inputRef } : {})}
      onChange={onChange}
    />
  );
}
