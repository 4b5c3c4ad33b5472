import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { Link } from 'wouter';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { SetupView } from '../../shared/contract/setup.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSayReason } from '../ui/use-say-reason.ts';
import type { StepState } from './setup-steps.ts';
import { SetupStep } from './SetupStep.tsx';
import styles from './setup.module.css';

type Props = { setup: SetupView; connection: ConnectionView | undefined; known: StepState };

/** The last step: an order of the shop's own goes out to the public address, comes in signed, and rings. */
export function RehearseStep({ setup, connection, known }: Props) {
  const api = useApi();
  const queries = useQueryClient();
  const offline = useOffline();
  const say = useSayReason();
  const formats = useFormats();
  const now = useNow(60_000);
  const rehearse = useMutation({
    mutationFn: () => api.setup.rehearse(),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.setup }),
  });
  const refused = rehearse.data?.ok === false ? say(rehearse.data.reason) : null;
  const { rehearsedAt } = setup;
  const canGo = connection?.shop === 'real' && connection.callbackUrl !== null;
  return (
    <SetupStep
      kind="rehearsal"
      state={rehearse.data?.ok === false ? 'trouble' : known}
      told={rehearsedAt === null ? undefined : <Trans>rang, {formats.moment(rehearsedAt, now)}</Trans>}
    >
      <p>
        <Trans>A test order goes out to your public address, comes in signed like a customer's, and rings until you take it. It counts nowhere.</Trans>
      </p>
      <div className={styles['row']}>
        <Button look={rehearsedAt === null ? 'go' : 'plain'} isPending={rehearse.isPending} isDisabled={offline || !canGo} onPress={() => rehearse.mutate()}>
          <BellRing size={16} aria-hidden="true" />
          {rehearse.isPending ? <Trans>On its way …</Trans> : <Trans>Ring the bell</Trans>}
        </Button>
        {canGo ? null : (
          <span className={styles['muted']}>
            <Trans>First the way in has to stand.</Trans>
          </span>
        )}
        {rehearse.data?.ok ? (
          <output>
            <Trans>It took {formats.number(rehearse.data.ms)} ms.</Trans>{' '}
            <Link href={`/orders/${rehearse.data.orderId}`}>
              <Trans>Go to the order</Trans>
            </Link>
          </output>
        ) : null}
      </div>
      {refused ? (
        <Notice tone="bad" isLive title={refused.title}>
          {refused.todo}
        </Notice>
      ) : rehearse.isError ? (
        <Notice tone="bad" isLive title={<Trans>The rehearsal order was not sent</Trans>}>
          <Trans>Try it again.</Trans>
        </Notice>
      ) : null}
    </SetupStep>
  );
}
