import { useRef } from 'react';
import type { ReactNode } from 'react';
import { moveFocus } from '../../keys/move-focus.ts';
import { useKeysWithin } from '../../keys/use-keys-within.ts';
import type { Outcome } from './OutcomeMark.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';
import styles from './Rows.module.css';

/** A list whose rows are walked through by the arrows. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  useKeysWithin(list, (event) => {
    if (list.current && moveFocus(list.current, event.key, '[data-row]')) event.preventDefault();
  });
  return (
    <ul ref={list} className={styles['rows']} aria-label={label}>
      {children}
    </ul>
  );
}

type RowProps = { outcome: Outcome; at: number; time: string; what: ReactNode; more: ReactNode; figures: ReactNode; onOpen?: () => void };

/** One thing that happened: how it ended, when, what it was; opened where there is more to see. */
export function Row({ outcome, at, time, what, more, figures, onOpen }: RowProps) {
  const content = (
    <>
      <time className={styles['time']} dateTime={new Date(at).toISOString()}>
        {time}
      </time>
      <span className={styles['what']}>{what}</span>
      <span className={styles['outcome']}>
        <OutcomeMark outcome={outcome} />
      </span>
      <span className={styles['more']} dir="auto">
        {more}
      </span>
      <span className={styles['figures']}>{figures}</span>
    </>
  );
  return (
    <li className={styles['item']}>
      {onOpen ? (
        <button type="button" className={styles['row']} data-row="" aria-haspopup="dialog" onClick={onOpen}>
          {content}
        </button>
      ) : (
        <div className={styles['row']}>{content}</div>
      )}
    </li>
  );
}
