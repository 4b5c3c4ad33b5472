import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { Link } from 'wouter';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { SettingsLink } from '../settings/SettingsLink.tsx';
import { orderNumber } from '../orders/order-number.ts';
import { StripBar } from '../shell/StripBar.tsx';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSayReason } from '../ui/use-say-reason.ts';
import { type PrintJob, printTroubles } from './print-troubles.ts';
import { usePrintingOptions } from './printing-queries.ts';
import styles from './PrintTrouble.module.css';

/** Says over every view that tickets have not come out, why, and what can be done about it. */
export function PrintTrouble() {
  const { data } = useQuery(usePrintingOptions());
  const now = useNow(5_000);
  const troubles = printTroubles(data?.open ?? [], now);
  return troubles.length === 0 ? null : <Strip jobs={troubles} />;
}

function Strip({ jobs }: { jobs: PrintJob[] }) {
  const { i18n } = useLingui();
  const api = useApi();
  const offline = useOffline();
  const say = useSayReason();
  const all = (act: (jobId: number) => Promise<unknown>) => Promise.all(jobs.map(({ jobId }) => act(jobId)));
  const again = useMutation({ mutationFn: () => all((jobId) => api.printing.again({ jobId })) });
  const giveUp = useMutation({ mutationFn: () => all((jobId) => api.printing.cancel({ jobId })) });
  const reason = jobs.find(({ state }) => state === 'failed')?.reason ?? jobs.find((job) => job.reason !== null)?.reason ?? 'printer-off';
  const words = say(reason);
  const numbers = new Map(jobs.flatMap(({ order }) => (order ? [[order.orderId, order.number] as const] : [])));
  const busy = offline || again.isPending || giveUp.isPending;
  return (
    <div data-print-trouble="">
      <StripBar
        icon={Printer}
        tone="bad"
        actions={
          <span className={styles['buttons']}>
            <Button look="inverse" isDisabled={busy} onPress={() => again.mutate()}>
              <Trans>Print again</Trans>
            </Button>
            <Button look="inverse" isDisabled={busy} onPress={() => giveUp.mutate()}>
              <Trans>Give up</Trans>
            </Button>
          </span>
        }
      >
        <Plural value={jobs.length} one="A ticket was not printed." other="# tickets were not printed." />{' '}
        <span className={styles['why']}>
          {words.title}. {words.todo} <SettingsLink reason={reason} className={styles['number']} />
          {again.isError || giveUp.isError ? (
            <>
              {' '}
              <Trans>This did not work. Try again.</Trans>
            </>
          ) : null}
        </span>
        {[...numbers].slice(0, 8).map(([orderId, number]) => (
          <Link key={orderId} href={`/orders/${orderId}`} className={styles['number']}>
            {orderNumber(number, i18n)}
          </Link>
        ))}
      </StripBar>
    </div>
  );
}
