import { Trans } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { PracticeAction } from '../../shared/contract/practice.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section, SectionPage } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { DeedButtons } from './DeedButtons.tsx';
import { MisbehaviourSwitches } from './MisbehaviourSwitches.tsx';
import { usePracticeOptions } from './practice-query.ts';

/** What the made-up customers do, and what their WhatsApp does wrong. */
export function PracticeView() {
  const api = useApi();
  const queries = useQueryClient();
  const offline = useOffline();
  const query = useQuery(usePracticeOptions());
  const keep = { onSuccess: (view: Awaited<ReturnType<typeof api.practice.get>>) => queries.setQueryData(queryKeys.practice, view) };
  const act = useMutation({ mutationFn: (action: PracticeAction) => api.practice.act({ action }), ...keep });
  const script = useMutation({ mutationFn: (on: boolean) => api.practice.script({ on }), ...keep });
  if (query.isPending) return <Skeleton rows={3} height={160} />;
  if (!query.data) return <Failed onRetry={query.refetch} />;
  return (
    <SectionPage>
      <Notice
        tone="info"
        title={<Trans>This is the practice shop</Trans>}
        actions={
          <Link href="/setup" className={buttonClass({})}>
            <Trans>Connect your own shop</Trans>
          </Link>
        }
      >
        <Trans>Customers and WhatsApp are made up here; everything else is the real thing. Nothing you do reaches anybody.</Trans>
      </Notice>
      <Section title={<Trans>Let something happen</Trans>}>
        <DeedButtons isDisabled={offline} onAct={act.mutate} />
        {act.isError || script.isError ? (
          <p role="alert">
            <Trans>This did not work. Try again.</Trans>
          </p>
        ) : null}
        <Toggle
          isSelected={query.data.scripted}
          isDisabled={offline}
          hint={<Trans>Off: they act only when you press a button.</Trans>}
          onChange={(on) => script.mutate(on)}
        >
          <Trans>Customers act by themselves</Trans>
        </Toggle>
      </Section>
      <Section
        title={<Trans>Let WhatsApp misbehave</Trans>}
        hint={<Trans>As the real one has been seen to. Nothing may be lost or appear twice all the same.</Trans>}
      >
        <MisbehaviourSwitches misbehaviour={query.data.misbehaviour} />
      </Section>
    </SectionPage>
  );
}
