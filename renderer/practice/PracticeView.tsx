import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, CircleHelp, House, IdCard, Image, MapPin, MessageSquare, ShoppingBag, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { PracticeAction } from '../../shared/contract/practice.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { Button } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section, SectionPage } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { MisbehaviourSwitches } from './MisbehaviourSwitches.tsx';
import { usePracticeOptions } from './practice-query.ts';
import styles from './PracticeView.module.css';

/** What the made-up customers do, and what their WhatsApp does wrong. */
export function PracticeView() {
  const { t } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const offline = useOffline();
  const query = useQuery(usePracticeOptions());
  const keep = { onSuccess: (view: Awaited<ReturnType<typeof api.practice.get>>) => queries.setQueryData(queryKeys.practice, view) };
  const act = useMutation({ mutationFn: (action: PracticeAction) => api.practice.act({ action }), ...keep });
  const script = useMutation({ mutationFn: (on: boolean) => api.practice.script({ on }), ...keep });
  if (query.isPending) return <Skeleton rows={3} height={160} />;
  if (!query.data) return <Failed onRetry={query.refetch} />;
  const deeds: { action: PracticeAction; icon: LucideIcon; words: string }[] = [
    { action: 'order', icon: ShoppingBag, words: t`A customer orders` },
    { action: 'question', icon: CircleHelp, words: t`A customer asks about a product` },
    { action: 'text', icon: MessageSquare, words: t`A customer writes` },
    { action: 'photo', icon: Image, words: t`A customer sends a photo` },
    { action: 'press-first', icon: Check, words: t`A customer says yes to a question` },
    { action: 'press-last', icon: X, words: t`A customer says no to a question` },
    { action: 'location', icon: MapPin, words: t`A customer shares a place` },
    { action: 'address', icon: House, words: t`A customer writes an address` },
    { action: 'rotate', icon: IdCard, words: t`A customer gets a new id` },
  ];
  return (
    <SectionPage>
      <Notice tone="info" title={<Trans>This is the practice shop</Trans>}>
        <Trans>Customers and WhatsApp are made up here; everything else is the real thing. Nothing you do reaches anybody.</Trans>
      </Notice>
      <Section title={<Trans>Let something happen</Trans>}>
        <div className={styles['deeds']}>
          {deeds.map(({ action, icon: Icon, words }) => (
            <Button key={action} size="big" look={action === 'order' ? 'go' : 'plain'} isDisabled={offline} onPress={() => act.mutate(action)}>
              <Icon size={20} aria-hidden="true" />
              {words}
            </Button>
          ))}
        </div>
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
