import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';
import styles from './StripBar.module.css';

type Props = { icon: LucideIcon; tone: 'strong' | 'bad' | 'calm'; children: ReactNode; more?: ReactNode; actions?: ReactNode };

/** A strip over the whole width, for what concerns every view. */
export function StripBar({ icon: Icon, tone, children, more, actions }: Props) {
  return (
    <output className={classNames(styles['strip'], styles[tone])}>
      <Icon size={20} aria-hidden="true" />
      <span className={styles['words']}>
        <strong>{children}</strong>
        {more ? <span>{more}</span> : null}
      </span>
      {actions ? <span className={styles['actions']}>{actions}</span> : null}
    </output>
  );
}
