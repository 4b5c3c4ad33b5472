import { Trans } from '@lingui/react/macro';
import type { DayBookView } from '../../shared/contract/day-book.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './DayTable.module.css';

/** What customers asked about most. */
export function AskedMost({ asked }: { asked: DayBookView['asked'] }) {
  const { number } = useFormats();
  return (
    <Section title={<Trans>Asked about most</Trans>}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Article</Trans>
            </th>
            <th scope="col">
              <Trans>This day</Trans>
            </th>
            <th scope="col">
              <Trans>In 30 days</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {asked.map(({ catalogId, retailerId, name, times, times30 }) => (
            <tr key={`${catalogId} ${retailerId}`}>
              <th scope="row" dir="auto">
                {name ?? retailerId}
                {name === null ? null : <span className={styles['more']}>{retailerId}</span>}
              </th>
              <td className={styles['strong']}>{number(times)}</td>
              <td>{number(times30)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
