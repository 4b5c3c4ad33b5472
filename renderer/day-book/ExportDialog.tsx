import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Notice } from '../ui/Notice.tsx';
import { dayAfter, isDay } from './day-formats.ts';
import { saveFile } from './save-file.ts';
import styles from './ExportDialog.module.css';

type What = 'orders' | 'lines' | 'customers';
type Range = 'day' | 'month' | 'all' | 'own';
type Props = { day: string; today: string; firstDay: string | null; onClose: () => void };

/** Saves orders, their lines, or customers as a file that other programs read. */
export function ExportDialog({ day, today, firstDay, onClose }: Props) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const api = useApi();
  const offline = useOffline();
  const [what, setWhat] = useState<What>('orders');
  const [format, setFormat] = useState<'csv' | 'json'>('csv');
  const [range, setRange] = useState<Range>('day');
  const [own, setOwn] = useState({ from: dayAfter(day, -6), to: day });
  const month = { from: `${day.slice(0, 8)}01`, to: dayAfter(`${dayAfter(`${day.slice(0, 8)}01`, 31).slice(0, 8)}01`, -1) };
  const { from, to } = { day: { from: day, to: day }, month, all: { from: firstDay ?? today, to: today }, own }[range];
  const wrong = !isDay(from) || !isDay(to) || from > to;
  const save = useMutation({
    mutationFn: () => api.dayBook.export({ what, format, from, to, locale }),
    onSuccess: (file) => {
      if (file.rows > 0) saveFile(file.filename, format === 'csv' ? 'text/csv' : 'application/json', file.text);
    },
  });
  return (
    <DialogFrame title={<Trans>Save as a file</Trans>} isOpen onClose={onClose}>
      <Choices
        label={<Trans>What</Trans>}
        value={what}
        options={[
          { value: 'orders', words: t`Orders` },
          { value: 'lines', words: t`Order lines` },
          { value: 'customers', words: t`Customers` },
        ]}
        onChange={setWhat}
      />
      <Choices
        label={<Trans>Of which days</Trans>}
        value={range}
        options={[
          { value: 'day', words: t`This day` },
          { value: 'month', words: t`This month` },
          { value: 'all', words: t`All days` },
          { value: 'own', words: t`From … to …` },
        ]}
        onChange={setRange}
      />
      {range === 'own' ? (
        <div className={styles['days']}>
          <label>
            <Trans>From</Trans>
            <input type="date" value={own.from} max={today} onChange={(event) => setOwn({ ...own, from: event.target.value })} />
          </label>
          <label>
            <Trans>To</Trans>
            <input type="date" value={own.to} max={today} onChange={(event) => setOwn({ ...own, to: event.target.value })} />
          </label>
          {wrong ? (
            <p className={styles['wrong']} role="alert">
              <Trans>The first day has to come before the last one.</Trans>
            </p>
          ) : null}
        </div>
      ) : null}
      <Choices
        label={<Trans>As</Trans>}
        hint={<Trans>CSV opens in Excel, LibreOffice and Numbers; JSON is for programs. Names and phone numbers of customers are in it: keep it safe.</Trans>}
        value={format}
        options={[
          { value: 'csv', words: 'CSV' },
          { value: 'json', words: 'JSON' },
        ]}
        onChange={setFormat}
      />
      {save.isError ? <Notice tone="bad" isLive title={<Trans>The file could not be made. Try again.</Trans>} /> : null}
      {save.data ? <Saved rows={save.data.rows} filename={save.data.filename} /> : null}
      <div className={styles['buttons']}>
        <Button onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
        <Button look="go" isDisabled={offline || wrong || save.isPending} onPress={() => save.mutate()}>
          {save.isPending ? <Trans>Making the file …</Trans> : <Trans>Save the file</Trans>}
        </Button>
      </div>
    </DialogFrame>
  );
}

function Saved({ rows, filename }: { rows: number; filename: string }) {
  if (rows === 0) return <Notice tone="info" isLive title={<Trans>There is nothing in these days to save</Trans>} />;
  return (
    <Notice tone="good" isLive title={<Plural value={rows} one="# row is in the file" other="# rows are in the file" />}>
      <span className={styles['name']}>{filename}</span>
    </Notice>
  );
}
