import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronLeft, ChevronRight, Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Notice } from '../ui/Notice.tsx';
import { dayAfter, isDay, longDay } from './day-formats.ts';
import { PrintDayDialog } from './PrintDayDialog.tsx';
import styles from './DayHead.module.css';

/** Which day it is, the ways to other days, and what can be made of this one. */
export function DayHead({ day, today, onExport }: { day: string; today: string; onExport: () => void }) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const [, navigate] = useLocation();
  const offline = useOffline();
  const [printing, setPrinting] = useState(false);
  const [printed, setPrinted] = useState<string | null>(null);
  const go = (to: string) => navigate(to >= today ? '/day-book' : `/day-book/${to}`);
  return (
    <div className={styles['head']}>
      <h2 className={styles['day']} aria-live="polite">
        {longDay(day, locale)}
      </h2>
      <div className={styles['bar']}>
        <Button size="icon" aria-label={t`The day before`} onPress={() => go(dayAfter(day, -1))}>
          <ChevronLeft size={18} aria-hidden="true" className={styles['turn']} />
        </Button>
        <input
          type="date"
          className={styles['date']}
          aria-label={t`Day`}
          value={day}
          max={today}
          onChange={(event) => (isDay(event.target.value) ? go(event.target.value) : undefined)}
        />
        <Button size="icon" aria-label={t`The day after`} isDisabled={day >= today} onPress={() => go(dayAfter(day, 1))}>
          <ChevronRight size={18} aria-hidden="true" className={styles['turn']} />
        </Button>
        <Button isDisabled={day === today} onPress={() => go(today)}>
          <Trans>Today</Trans>
        </Button>
        <span className={styles['space']} />
        <Button onPress={onExport}>
          <Download size={16} aria-hidden="true" />
          <Trans>Save as a file</Trans>
        </Button>
        <Button isDisabled={offline} onPress={() => setPrinting(true)}>
          <Printer size={16} aria-hidden="true" />
          <Trans>Print the day</Trans>
        </Button>
      </div>
      {printed === day ? <Notice tone="good" isLive title={<Trans>The day is on its way to the printer</Trans>} /> : null}
      {printing ? (
        <PrintDayDialog
          day={day}
          onPrinted={() => {
            setPrinted(day);
            setPrinting(false);
          }}
          onClose={() => setPrinting(false)}
        />
      ) : null}
    </div>
  );
}
