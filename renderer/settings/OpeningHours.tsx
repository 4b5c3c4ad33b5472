import { Trans, useLingui } from '@lingui/react/macro';
import { Copy, Plus, X } from 'lucide-react';
import type { ClockSpan } from '../../shared/domain/clock-time.ts';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { TimeInput } from '../ui/TimeInput.tsx';
import styles from './OpeningHours.module.css';

type Week = ClockSpan[][];
type Props = { week: Week; isDisabled: boolean; onChange: (week: Week) => void };

/** As many as a day may have. */
const MOST = 4;
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** The hours of each day; Monday first. */
export function OpeningHours({ week, isDisabled, onChange }: Props) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const nameOf = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const never = week.every((spans) => spans.length === 0);
  const change = (index: number, spans: ClockSpan[]) => onChange(week.with(index, spans));
  return (
    <fieldset className={styles['week']}>
      <legend className={styles['legend']}>
        <Trans>Opening hours</Trans>
      </legend>
      <p className={styles['hint']}>
        {never ? (
          <Trans>No hours are entered: the shop counts as always open.</Trans>
        ) : (
          <Trans>A day without hours is closed. Hours past midnight belong to the day they begin.</Trans>
        )}
      </p>
      {week.map((spans, index) => {
        const day = nameOf.format(MONDAY + index * DAY_MS);
        const before = week[index - 1] ?? [];
        return (
          // Days, and a day's hours, have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <fieldset key={index} aria-label={day} className={styles['day']}>
            <span className={styles['name']}>{day}</span>
            <div className={styles['spans']}>
              {spans.length === 0 ? <span className={styles['closed']}>{never ? <Trans>open</Trans> : <Trans>closed</Trans>}</span> : null}
              {spans.map((span, place) => (
                // oxlint-disable-next-line react/no-array-index-key
                <Span key={place} day={day} span={span} isDisabled={isDisabled} onChange={(next) => change(index, placed(spans, place, next))} />
              ))}
            </div>
            <div className={styles['actions']}>
              {index > 0 && before.length > 0 && JSON.stringify(before) !== JSON.stringify(spans) ? (
                <Button size="small" look="quiet" isDisabled={isDisabled} aria-label={t`${day}: hours as the day before`} onPress={() => change(index, before)}>
                  <Copy size={15} aria-hidden="true" />
                  <Trans>As the day before</Trans>
                </Button>
              ) : null}
              {spans.length < MOST ? (
                <Button
                  size="small"
                  look="quiet"
                  isDisabled={isDisabled}
                  aria-label={t`${day}: add hours`}
                  onPress={() => change(index, [...spans, proposed(spans)])}
                >
                  <Plus size={15} aria-hidden="true" />
                  <Trans>Add hours</Trans>
                </Button>
              ) : null}
            </div>
          </fieldset>
        );
      })}
    </fieldset>
  );
}

type SpanProps = { day: string; span: ClockSpan; isDisabled: boolean; onChange: (span: ClockSpan | null) => void };

function Span({ day, span, isDisabled, onChange }: SpanProps) {
  const { t } = useLingui();
  const { from, to } = span;
  return (
    <span className={styles['span']}>
      <TimeInput isLabelHidden label={t`${day}: open from`} value={from} isDisabled={isDisabled} onChange={(next) => onChange({ from: next, to })} />
      <span aria-hidden="true">–</span>
      <TimeInput isLabelHidden label={t`${day}: open until`} value={to} isDisabled={isDisabled} onChange={(next) => onChange({ from, to: next })} />
      {to <= from ? (
        <small className={styles['hint']}>
          <Trans>the next day</Trans>
        </small>
      ) : null}
      <Button size="icon" look="quiet" isDisabled={isDisabled} aria-label={t`${day}: remove ${from} to ${to}`} onPress={() => onChange(null)}>
        <X size={16} aria-hidden="true" />
      </Button>
    </span>
  );
}

function placed(spans: ClockSpan[], place: number, next: ClockSpan | null): ClockSpan[] {
  return (next ? spans.with(place, next) : spans.toSpliced(place, 1)).toSorted((a, b) => a.from.localeCompare(b.from));
}

/** A day's first hours, or some that follow its last ones. */
function proposed(spans: ClockSpan[]): ClockSpan {
  const last = spans.at(-1);
  if (!last) return { from: '09:00', to: '18:00' };
  return last.to < '21:00' && last.to > last.from ? { from: last.to, to: '22:00' } : { from: '00:00', to: '01:00' };
}
