import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './BarChart.module.css';

/** `cells` follow `columns`: the bar's own row in the table; `tip` is what the bar says when pointed at. */
export type Bar = { key: string; label: string; value: number; tip: string; cells: readonly ReactNode[]; isMarked?: boolean };
type Props = { title: ReactNode; hint: ReactNode; columns: readonly string[]; bars: readonly Bar[]; top: string; labelEvery: number };

const WIDTH = 10;
const HEIGHT = 100;

/** Bars for the eye, and the same as a table: for those who hear the page always, for everybody at the press of a button. */
export function BarChart({ title, hint, columns, bars, top, labelEvery }: Props) {
  const { t } = useLingui();
  const [asTable, setAsTable] = useState(false);
  const highest = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <Section
      title={title}
      hint={hint}
      actions={
        <Button size="small" look="quiet" onPress={() => setAsTable(!asTable)}>
          {asTable ? t`As a chart` : t`As a table`}
        </Button>
      }
    >
      <div className={styles['frame']}>
        {asTable ? null : (
          <div className={styles['chart']} aria-hidden="true">
            <span className={styles['top']}>{top}</span>
            <svg className={styles['bars']} viewBox={`0 0 ${bars.length * WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
              <line className={styles['rule']} x1="0" x2={bars.length * WIDTH} y1="0" y2="0" />
              <line className={styles['rule']} x1="0" x2={bars.length * WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
              <line className={styles['rule']} x1="0" x2={bars.length * WIDTH} y1={HEIGHT} y2={HEIGHT} />
              {bars.map((bar, index) => {
                const height = Math.max(0, (bar.value / highest) * HEIGHT);
                return (
                  <g key={bar.key} className={styles['bar']} data-marked={bar.isMarked || undefined}>
                    <title>{bar.tip}</title>
                    <rect className={styles['hover']} x={index * WIDTH} y="0" width={WIDTH} height={HEIGHT} />
                    <rect className={styles['fill']} x={index * WIDTH + 1.5} y={HEIGHT - height} width={WIDTH - 3} height={height} />
                  </g>
                );
              })}
            </svg>
            <div className={styles['labels']}>
              {bars.map((bar, index) => (
                <span key={bar.key} className={styles['label']}>
                  {index % labelEvery === 0 ? <span>{bar.label}</span> : null}
                </span>
              ))}
            </div>
          </div>
        )}
        <div className={asTable ? styles['scroll'] : 'off-screen'}>
          <table className={styles['table']}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.key}>
                  {bar.cells.map((cell, index) =>
                    index === 0 ? (
                      <th key={columns[index]} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={columns[index]}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Section>
  );
}
