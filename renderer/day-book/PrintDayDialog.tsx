import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { TicketPaper } from '../printing/TicketPaper.tsx';
import { SettingsLink } from '../settings/SettingsLink.tsx';
import { useSettings } from '../settings/use-settings.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Failed } from '../ui/Failed.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Notice } from '../ui/Notice.tsx';
import { scrollsByKey } from '../ui/scrolls-by-key.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import { useDayTicketOptions } from './day-book-query.ts';
import { longDay } from './day-formats.ts';
import { usePrintDay } from './use-print-day.ts';
import styles from './PrintDayDialog.module.css';

type Props = { day: string; onPrinted: () => void; onClose: () => void };

/** A day's close as it would be printed now, and the button that prints it. */
export function PrintDayDialog({ day, onPrinted, onClose }: Props) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const offline = useOffline();
  const say = useSayReason();
  const ticket = useQuery(useDayTicketOptions(day));
  const isChosen = useSettings().data?.values.printer.kind !== 'none';
  const print = usePrintDay();
  const reason = isChosen ? (print.data?.ok === false ? print.data.reason : null) : 'printer-missing';
  const words = reason === null ? null : say(reason);
  const pressed = () => print.mutate(day, { onSuccess: (answer) => (answer.ok ? onPrinted() : undefined) });
  return (
    <DialogFrame title={longDay(day, locale)} isOpen onClose={onClose} size="middle">
      {ticket.isPending ? (
        <Skeleton rows={6} height={24} />
      ) : ticket.data ? (
        <section className={styles['desk']} {...scrollsByKey}>
          <TicketPaper ticket={ticket.data} label={t`The day as it is printed`} />
        </section>
      ) : (
        <Failed onRetry={ticket.refetch} />
      )}
      {words && reason !== null ? (
        <Notice tone="warn" isLive title={words.title}>
          {words.todo} <SettingsLink reason={reason} />
        </Notice>
      ) : print.isError ? (
        <Notice tone="bad" isLive title={<Trans>This did not work. Try again.</Trans>} />
      ) : null}
      <div className={styles['foot']}>
        <Button onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
        <Button look="go" isDisabled={offline || !isChosen || print.isPending || !ticket.data} onPress={pressed}>
          <Trans>Print</Trans>
        </Button>
      </div>
    </DialogFrame>
  );
}
