import { Switch } from 'react-aria-components';
import type { ReactNode } from 'react';
import styles from './fields.module.css';

type Props = { children: ReactNode; hint?: ReactNode; isSelected: boolean; isDisabled?: boolean; onChange: (on: boolean) => void };

/** On or off. */
export function Toggle({ children, hint, isSelected, isDisabled = false, onChange }: Props) {
  return (
    <div className={styles['field']}>
      <Switch className={styles['toggle'] ?? ''} isSelected={isSelected} isDisabled={isDisabled} onChange={onChange}>
        <span className={styles['track']} />
        <span>{children}</span>
      </Switch>
      {hint ? <div className={styles['hint']}>{hint}</div> : null}
    </div>
  );
}
