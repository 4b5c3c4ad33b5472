import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Notice.module.css';

const icons = { good: CircleCheck, info: Info, warn: TriangleAlert, bad: CircleAlert };

type Props = { tone: keyof typeof icons; title: ReactNode; children?: ReactNode; actions?: ReactNode; isLive?: boolean };

/** A few words that stand out: what is the matter, and what to do. */
export function Notice({ tone, title, children, actions, isLive = false }: Props) {
  const Icon = icons[tone];
  return (
    <div className={classNames(styles['notice'], styles[tone])} role={isLive ? 'alert' : undefined}>
      <Icon size={20} aria-hidden="true" className={styles['icon']} />
      <div className={styles['words']}>
        <strong>{title}</strong>
        {children ? <div className={styles['more']}>{children}</div> : null}
      </div>
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </div>
  );
}
