import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { scrollsByKey } from '../../ui/scrolls-by-key.ts';
import { indentJson } from './indent-json.ts';
import styles from './Inspector.module.css';

/** Characters; more makes a page slow, and nobody reads it. */
const MOST_SHOWN = 200_000;

/** A body as JSON that is read; `null`: there was none, or it is not kept. `choice` stands above it. */
export function ShownJson({ label, text, choice }: { label: string; text: string | null; choice: ReactNode }) {
  const { t } = useLingui();
  const indented = text === null || text === '' ? null : indentJson(text);
  return (
    <section className={styles['shown']} aria-label={label}>
      <div className={styles['head']}>
        {choice}
        {indented === null ? null : <CopyButton text={indented} label={t`Copy: ${label}`} />}
      </div>
      {indented === null ? (
        <p className={styles['none']}>
          <Trans>There is no body, or it was too long to be kept.</Trans>
        </p>
      ) : (
        <pre className={styles['json']} {...scrollsByKey} dir="ltr">
          {indented.slice(0, MOST_SHOWN)}
        </pre>
      )}
      {indented !== null && indented.length > MOST_SHOWN ? (
        <p className={styles['none']}>
          <Trans>It is longer than what is shown here; “Copy” takes all of it.</Trans>
        </p>
      ) : null}
    </section>
  );
}
