import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './StateScreen.module.css';

type Props = { icon: LucideIcon; title: ReactNode; children?: ReactNode; actions?: ReactNode };

/** What a view shows when it has nothing else to show: what is, and what to do. */
export function StateScreen({ icon: Icon, title, children, actions }: Props) {
  return (
    <div className={styles['screen']}>
      <span className={styles['icon']}>
        <Icon size={30} strokeWidth={1.6} aria-hidden="true" />
      </span>
      <h2 className={styles['title']}>{title}</h2>
      {children ? <div className={styles['words']}>{children}</div> : null}
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </div>
  );
}
