import { Label, Radio, RadioGroup, Text } from 'react-aria-components';
import type { ReactNode } from 'react';
import styles from './fields.module.css';

type Props<Value extends string> = {
  label: ReactNode;
  hint?: ReactNode;
  value: Value;
  options: readonly { value: Value; words: ReactNode }[];
  isDisabled?: boolean;
  onChange: (value: Value) => void;
};

/** One of a few, all of them in sight. */
export function Choices<Value extends string>({ label, hint, value, options, isDisabled = false, onChange }: Props<Value>) {
  return (
    <RadioGroup className={styles['field'] ?? ''} value={value} isDisabled={isDisabled} onChange={(chosen) => onChange(chosen as Value)}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <div className={styles['choices']}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles['choice'] ?? ''}>
            {option.words}
          </Radio>
        ))}
      </div>
      {hint ? (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      ) : null}
    </RadioGroup>
  );
}
