import type { ReactNode } from 'react';
import styles from './FactList.module.css';

/** Names and what is known under them. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className={styles['list']}>{children}</dl>;
}

/** One of them. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <dt className={styles['name']}>{name}</dt>
      <dd className={styles['value']}>{children}</dd>
    </div>
  );
}
