import { Trans } from '@lingui/react/macro';
import type { DayBookView } from '../../shared/contract/day-book.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './DayTable.module.css';

/** What was ordered most, by pieces. */
export function BestSellers({ best }: { best: DayBookView['best'] }) {
  const { number, money } = useFormats();
  return (
    <Section title={<Trans>Ordered most</Trans>}>
      {best.length === 0 ? (
        <p className={styles['none']}>
          <Trans>No article with a clear quantity.</Trans>
        </p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Article</Trans>
              </th>
              <th scope="col">
                <Trans>Pieces</Trans>
              </th>
              <th scope="col">
                <Trans>Turnover</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {best.map(({ catalogId, retailerId, name, quantity, totals }) => (
              <tr key={`${catalogId} ${retailerId}`}>
                <th scope="row" dir="auto">
                  {name ?? retailerId}
                  {name === null ? null : <span className={styles['more']}>{retailerId}</span>}
                </th>
                <td className={styles['strong']}>{number(quantity)}</td>
                <td>{totals.length === 0 ? '–' : totals.map((sum) => <span key={sum.currency}>{money(sum)}</span>)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
