import { Trans } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useAppView, useConnection, useOffline, useSwitchShop } from '../cable/ConnectionProvider.tsx';
import { usePracticeOptions } from '../practice/practice-query.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { practiceBeside } from './practice-beside.ts';

/** The practice shop beside the real one: opened, entered and closed here. Where nothing is real, there is nothing beside it. */
export function PracticeSettings({ settings }: { settings: SettingsView }) {
  const app = useAppView();
  const connection = useConnection();
  const offline = useOffline();
  const switchShop = useSwitchShop();
  const practice = useQuery(usePracticeOptions());
  const start = useMutation({
    mutationFn: async () => {
      await connection.api.practice.start();
      await connection.refresh();
    },
    onSuccess: () => practice.refetch(),
  });
  const stop = useMutation({
    mutationFn: async () => {
      await connection.api.practice.stop();
      await connection.refresh();
    },
    onSuccess: () => practice.refetch(),
  });
  if (!app || !practiceBeside(app, settings)) return null;
  const running = practice.data?.running ?? app.running.includes('practice');
  return (
    <Section
      title={<Trans>Practice shop</Trans>}
      hint={
        <Trans>
          Made-up customers, for training and for trying things out. Its orders are never mixed with the real ones, and the real shop goes on beside it.
        </Trans>
      }
      actions={
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          {app.shop === 'practice' && app.running.includes('real') ? (
            <Button look="go" isDisabled={offline} onPress={() => switchShop('real')}>
              <Trans>Go to the real shop</Trans>
            </Button>
          ) : running ? (
            <>
              <Button isDisabled={offline || stop.isPending} onPress={() => stop.mutate()}>
                <Trans>Close the practice shop</Trans>
              </Button>
              <Button look="go" isDisabled={offline} onPress={() => switchShop('practice')}>
                <Trans>Go to the practice shop</Trans>
              </Button>
            </>
          ) : (
            <Button isDisabled={offline || start.isPending} onPress={() => start.mutate()}>
              <Trans>Open the practice shop beside</Trans>
            </Button>
          )}
        </div>
      }
    >
      {start.isError || stop.isError ? (
        <p role="alert">
          <Trans>This did not work. Try again.</Trans>
        </p>
      ) : null}
    </Section>
  );
}
