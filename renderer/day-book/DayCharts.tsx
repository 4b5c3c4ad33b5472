import { Trans, useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { Link } from 'wouter';
import type { DayBookView } from '../../shared/contract/day-book.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { BarChart } from './BarChart.tsx';
import { hourWords, shortDay } from './day-formats.ts';

/** The day by the hour, and the thirty days up to it. */
export function DayCharts({ book }: { book: DayBookView }) {
  return (
    <>
      {book.orders === 0 ? null : <HourChart book={book} />}
      {book.firstDay === null ? null : <DaysChart book={book} />}
    </>
  );
}

function HourChart({ book }: { book: DayBookView }) {
  const { t } = useLingui();
  const { locale, number } = useFormats();
  const counted = (orders: number) => t`${plural(orders, { one: '# order', other: '# orders' })}`;
  return (
    <BarChart
      title={<Trans>By the hour</Trans>}
      hint={<Trans>Orders by the hour in which they came</Trans>}
      columns={[t`Hour`, t`Orders`]}
      labelEvery={3}
      top={counted(Math.max(...book.byHour.map(({ orders }) => orders)))}
      bars={book.byHour.map(({ hour, orders }, index) => {
        const words = hourWords(hour, locale);
        return { key: `${index}`, label: words, value: orders, tip: `${words} · ${counted(orders)}`, cells: [words, number(orders)] };
      })}
    />
  );
}

function DaysChart({ book }: { book: DayBookView }) {
  const { t } = useLingui();
  const { locale, number, money, list } = useFormats();
  const days = book.last30;
  // Sums of two currencies are no height: the bars show the one that most days have, the table shows all.
  const counts = new Map<string, number>();
  for (const { turnover } of days) for (const { currency } of turnover) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const main = [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
  const heightOf = (day: (typeof days)[number]) =>
    main === undefined ? day.orders : Number(day.turnover.find(({ currency }) => currency === main)?.minor ?? 0n);
  const highest = days.reduce((best, day) => (heightOf(day) > heightOf(best) ? day : best), days[0] ?? { day: '', orders: 0, turnover: [] });
  const sumOf = (day: (typeof days)[number]) => (day.turnover.length === 0 ? '–' : list(day.turnover.map(money)));
  return (
    <BarChart
      title={<Trans>Thirty days</Trans>}
      hint={main === undefined ? <Trans>Orders of each day</Trans> : <Trans>Turnover of each day in {main}</Trans>}
      columns={[t`Day`, t`Orders`, t`Turnover`]}
      labelEvery={5}
      top={
        main === undefined ? number(highest.orders) : money({ minor: highest.turnover.find(({ currency }) => currency === main)?.minor ?? 0n, currency: main })
      }
      bars={days.map((day) => ({
        key: day.day,
        label: shortDay(day.day, locale),
        value: heightOf(day),
        tip: `${shortDay(day.day, locale)} · ${sumOf(day)} · ${t`${plural(day.orders, { one: '# order', other: '# orders' })}`}`,
        isMarked: day.day === book.day,
        cells: [
          <Link key="day" href={day.day === book.today ? '/day-book' : `/day-book/${day.day}`}>
            {shortDay(day.day, locale)}
          </Link>,
          number(day.orders),
          sumOf(day),
        ],
      }))}
    />
  );
}
