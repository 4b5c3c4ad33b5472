import { useId } from 'react';
import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { ChangeTrouble } from './ChangeTrouble.tsx';
import type { Trouble } from './use-order-change.ts';
import styles from './work.module.css';

type Props = { icon: LucideIcon; title: ReactNode; actions?: ReactNode; trouble?: Trouble; below?: ReactNode; children: ReactNode };

/** One matter of an order: what it is, how it stands, and what can be done about it. */
export function WorkRow({ icon: Icon, title, actions, trouble = null, below, children }: Props) {
  const id = useId();
  return (
    <section className={styles['row']} aria-labelledby={id}>
      <h3 id={id} className={styles['title']}>
        <Icon size={16} aria-hidden="true" />
        {title}
      </h3>
      <div className={styles['value']}>{children}</div>
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
      {below || trouble !== null ? (
        <div className={styles['below']}>
          {below}
          <ChangeTrouble trouble={trouble} />
        </div>
      ) : null}
    </section>
  );
}
