import type { ReactNode } from 'react';
import styles from './Section.module.css';

/** A titled card of a page that is read from top to bottom. */
export function Section({ title, hint, actions, children }: { title: ReactNode; hint?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        {actions}
      </header>
      {hint ? <p className={styles['hint']}>{hint}</p> : null}
      {children}
    </section>
  );
}

/** A page of such cards. */
export function SectionPage({ children }: { children: ReactNode }) {
  return (
    <div className={styles['page']}>
      <div className={styles['inner']}>{children}</div>
    </div>
  );
}
