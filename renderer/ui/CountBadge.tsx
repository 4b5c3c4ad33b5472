import { classNames } from './class-names.ts';
import styles from './CountBadge.module.css';

/** A small number on the accent: how many want a hand. For the eye alone; who hears the page is told in words beside it. */
export function CountBadge({ count, className }: { count: number; className?: string | undefined }) {
  return (
    <b className={classNames(styles['badge'], className)} aria-hidden="true">
      {count > 99 ? '99+' : count}
    </b>
  );
}
