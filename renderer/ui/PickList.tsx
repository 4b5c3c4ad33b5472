import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './fields.module.css';

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  value: string;
  options: readonly { value: string; words: string }[];
  isDisabled?: boolean;
  onChange: (value: string) => void;
};

/** One of many, in the system's own list. */
export function PickList({ label, hint, value, options, isDisabled = false, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <select id={id} className={styles['select']} value={value} disabled={isDisabled} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
      {hint ? <div className={styles['hint']}>{hint}</div> : null}
    </div>
  );
}
