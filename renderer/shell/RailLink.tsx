import type { LucideIcon } from 'lucide-react';
import { Link, useRoute } from 'wouter';
import { CountBadge } from '../ui/CountBadge.tsx';
import styles from './Rail.module.css';

type Props = { href: string; icon: LucideIcon; words: string; keys?: string; count?: number; countWords?: string };

/** One way in the rail; its words stay for those who hear it when there is no room to show them. */
export function RailLink({ href, icon: Icon, words, keys, count = 0, countWords }: Props) {
  const [here] = useRoute(`${href}/*?`);
  return (
    <Link
      href={href}
      className={styles['item']}
      aria-current={here ? 'page' : undefined}
      title={keys === undefined ? words : `${words} (${keys})`}
      aria-keyshortcuts={keys}
    >
      <Icon size={22} strokeWidth={1.8} aria-hidden="true" />
      <span className={styles['words']}>{words}</span>
      {count > 0 ? (
        <>
          <CountBadge count={count} className={styles['count']} />
          <span className="off-screen">{countWords}</span>
        </>
      ) : null}
    </Link>
  );
}
