import { Trans } from '@lingui/react/macro';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './where.module.css';

type Props = {
  /** The page's address, shown and opened. */
  href: string;
  /** Entries of the page's menu, from top to bottom, by its own English names. */
  menu: readonly string[];
  /** Which of them to choose: that is the first point of the list. */
  chosen: number;
  /** What the page then shows, each a further point of the list: names of buttons or fields. */
  fields: readonly string[];
  /** What comes after the last of them. */
  then?: readonly string[];
  /** The points, as items of a list. */
  children: ReactNode;
};

/**
 * A page of somebody else's, sketched: where a value stands on it, by the numbers of the points beside it. Those say the same, so the sketch itself is not
 * read out.
 */
export function WhereItStands({ href, menu, chosen, fields, then, children }: Props) {
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
              <span key={entry} data-wanted={index === chosen ? '' : undefined}>
                {index === chosen ? <b>1</b> : null}
                {entry}
              </span>
            ))}
          </span>
          <span className={styles['main']}>
            {fields.map((field, index) => (
              <span key={field} data-wanted="">
                <b>{index + 2}</b>
                {field}
              </span>
            ))}
            {then === undefined ? null : (
              <span className={styles['then']}>
                {then.map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </span>
            )}
          </span>
        </div>
        <div className={styles['words']}>
          <ol className={styles['points']}>{children}</ol>
          <a href={href} target="_blank" rel="noopener noreferrer" className={styles['link']}>
            <Trans>Open {hostname}</Trans> <ExternalLink size={14} aria-hidden="true" />
          </a>
        </div>
      </div>
    </details>
  );
}
