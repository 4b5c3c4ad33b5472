import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { CLOCK_TIME } from '../../shared/domain/clock-time.ts';
import styles from './fields.module.css';

type Props = {
  label: ReactNode;
  /** The label is read out, but another one is in sight. */
  isLabelHidden?: boolean;
  /** "HH:MM" */
  value: string;
  isDisabled?: boolean;
  onChange: (value: string) => void;
};

/** A clock time, in the reader's own way of writing it; it is given when the field is left or Enter is pressed, not while it is typed. */
export function TimeInput({ label, isLabelHidden = false, value, isDisabled = false, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const give = () => {
    if (typed !== null && typed !== value && CLOCK_TIME.test(typed)) onChange(typed);
    setTyped(null);
  };
  return (
    <div className={styles['field']}>
      <label className={isLabelHidden ? 'off-screen' : styles['label']} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="time"
        className={styles['time']}
        value={typed ?? value}
        disabled={isDisabled}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={give}
        onKeyDown={(event) => {
          if (event.key === 'Enter') give();
        }}
      />
    </div>
  );
}
