import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './StateScreen.module.css';

type Props = { icon: LucideIcon; title: ReactNode; children?: ReactNode; actions?: ReactNode; isWholePage?: boolean };

/** What a view shows when it has nothing else to show: what is, and what to do. */
export function StateScreen({ icon: Icon, title, children, actions, isWholePage = false }: Props) {
  const Title = isWholePage ? 'h1' : 'h2';
  return (
    <div className={styles['screen']}>
      <span className={styles['icon']}>
        <Icon size={30} strokeWidth={1.6} aria-hidden="true" />
      </span>
      <Title className={styles['title']}>{title}</Title>
      {children ? <div className={styles['words']}>{children}</div> : null}
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </div>
  );
}
