import { Plural, Trans } from '@lingui/react/macro';
import type { CatalogueOverview } from '../../shared/contract/catalogue.ts';
import { Notice } from '../ui/Notice.tsx';
import { TimeAgo } from '../ui/TimeAgo.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import styles from './CatalogueState.module.css';

type Props = { overview: CatalogueOverview; total: number | null; filtered: boolean };

/** How many articles are shown, how far and when they were read, and what keeps them from being read. */
export function CatalogueState({ overview, total, filtered }: Props) {
  const say = useSayReason();
  const { catalogues } = overview;
  const known = catalogues.reduce((sum, { products }) => sum + products, 0);
  const reading = catalogues.find((one) => one.reading);
  const broken = catalogues.find((one) => one.problem !== null && (one.connected || one.source === 'meta'));
  const problem = broken?.problem ?? overview.problem;
  const readAt = catalogues.map((one) => one.readAt).filter((at) => at !== null);
  const words = problem === null ? null : say(problem);
  return (
    <div className={styles['state']}>
      <p className={styles['line']}>
        {total === null ? null : (
          <output>
            <Plural value={total} one="# article" other="# articles" />
          </output>
        )}
        {filtered && total !== null && total !== known ? <Trans> of {known}</Trans> : null}
        {reading ? (
          <output className={styles['reading']}>
            <Plural value={reading.products} one="Being read from Meta: # article so far" other="Being read from Meta: # articles so far" />
          </output>
        ) : readAt.length > 0 ? (
          <span>
            <Trans>
              Read <TimeAgo at={Math.max(...readAt)} />
            </Trans>
          </span>
        ) : null}
        {catalogues.some((one) => one.source === 'csv' && one.products > 0) ? (
          <span>
            <Trans>From an imported table</Trans>
          </span>
        ) : null}
      </p>
      {words === null || known === 0 ? null : (
        <Notice tone="warn" title={words.title}>
          {words.todo} <Trans>What is shown here is what was known last.</Trans>
        </Notice>
      )}
    </div>
  );
}
