import { Trans } from '@lingui/react/macro';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './where.module.css';

type Props = {
  /** The page's address, shown and opened. */
  href: string;
  /** Entries of the page's menu, from top to bottom, by Meta's own English names. */
  menu: readonly string[];
  /** Which of them to choose. */
  chosen: number;
  /** What the page then shows: names of fields or buttons; the last one is the one that is wanted. */
  fields: readonly string[];
  children: ReactNode;
};

/** A page of Meta's, sketched: where a value stands on it. The words beside it say the same, so the sketch itself is not read out. */
export function WhereItStands({ href, menu, chosen, fields, children }: Props) {
  const { hostname } = new URL(href);
  return (
    <details className={styles['where']}>
      <summary className={styles['summary']}>
        <Trans>Where do I find it?</Trans>
      </summary>
      <div className={styles['inside']}>
        <div className={styles['page']} aria-hidden="true" dir="ltr">
          <span className={styles['bar']}>
            <i />
            <i />
            <i />
            <span>{hostname}</span>
          </span>
          <span className={styles['menu']}>
            {menu.map((entry, index) => (
              <span key={entry} data-chosen={index === chosen ? '' : undefined}>
                {entry}
              </span>
            ))}
          </span>
          <span className={styles['main']}>
            {fields.map((field, index) => (
              <span key={field} data-wanted={index === fields.length - 1 ? '' : undefined}>
                {field}
              </span>
            ))}
          </span>
        </div>
        <div className={styles['words']}>
          {children}
          <a href={href} target="_blank" rel="noopener noreferrer" className={styles['link']}>
            <Trans>Open {hostname}</Trans> <ExternalLink size={14} aria-hidden="true" />
          </a>
        </div>
      </div>
    </details>
  );
}
