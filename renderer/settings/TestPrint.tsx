import { Trans } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { usePrintingOptions } from '../printing/printing-queries.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import styles from './settings.module.css';

/** Prints the test page, and says what became of it. */
export function TestPrint({ isChosen }: { isChosen: boolean }) {
  const api = useApi();
  const offline = useOffline();
  const printing = useQuery(usePrintingOptions());
  const test = useMutation({
    mutationFn: async () => {
      const before = printing.data?.lastPrintedAt ?? null;
      const answer = await api.printing.test();
      await printing.refetch();
      return { answer, before };
    },
  });
  return (
    <div className={styles['secret']} data-test-print="">
      <div className={styles['row']}>
        <Button isDisabled={offline || !isChosen || test.isPending} onPress={() => test.mutate()}>
          <Printer size={16} aria-hidden="true" />
          <Trans>Print the test page</Trans>
        </Button>
        {isChosen ? null : (
          <span className={styles['hint']}>
            <Trans>Choose a printer first.</Trans>
          </span>
        )}
      </div>
      <div aria-live="polite">
        {test.isError ? (
          <p className={styles['wrong']}>
            <Trans>This did not work. Try again.</Trans>
          </p>
        ) : null}
        {test.data ? <Outcome {...test.data} /> : null}
      </div>
    </div>
  );
}

type Answer = Awaited<ReturnType<ReturnType<typeof useApi>['printing']['test']>>;

function Outcome({ answer, before }: { answer: Answer; before: number | null }) {
  const say = useSayReason();
  const { data } = useQuery(usePrintingOptions());
  const job = answer.ok ? data?.open.find(({ jobId }) => jobId === answer.jobId) : undefined;
  const reason = answer.ok ? (job?.reason ?? null) : answer.reason;
  if (reason !== null) {
    const words = say(reason);
    return (
      <Notice tone="warn" title={words.title}>
        {words.todo}
      </Notice>
    );
  }
  if (job)
    return (
      <p className={styles['hint']}>
        <Trans>The test page is on its way to the printer.</Trans>
      </p>
    );
  if ((data?.lastPrintedAt ?? null) === before)
    return (
      <p className={styles['hint']}>
        <Trans>The test page was given up.</Trans>
      </p>
    );
  return (
    <Notice tone="good" title={<Trans>The test page was printed</Trans>}>
      <Trans>Look at it: the lines have to reach from edge to edge, and every letter has to be right.</Trans>
    </Notice>
  );
}
