import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Repeat } from 'lucide-react';
import { useAppView, useConnection, useOffline, useSwitchShop } from '../../cable/ConnectionProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSayReason } from '../../ui/use-say-reason.ts';
import styles from './Inspector.module.css';

/** Gives a webhook to the practice shop once more, and says what came of it. */
export function Replay({ id }: { id: number }) {
  const app = useAppView();
  const connection = useConnection();
  const offline = useOffline();
  const say = useSayReason();
  const switchShop = useSwitchShop();
  const replay = useMutation({ mutationFn: () => connection.api.inspector.replay({ id }) });
  const openAndReplay = useMutation({
    mutationFn: async () => {
      await connection.api.practice.start();
      await connection.refresh();
    },
    onSuccess: () => replay.mutate(),
  });
  const busy = offline || replay.isPending || openAndReplay.isPending;
  const answer = replay.isPending ? undefined : replay.data;
  const refused = answer?.ok === false ? answer.reason : null;
  const words = refused === null ? null : say(refused);
  return (
    <>
      <div className={styles['beside']}>
        <p className={styles['sentence']}>
          <Trans>The practice shop gets it byte for byte, by its own webhook server. The real shop does not see it again.</Trans>
        </p>
        <Button isDisabled={busy} onPress={() => replay.mutate()}>
          <Repeat size={16} aria-hidden="true" />
          {replay.isPending ? <Trans>Replaying …</Trans> : <Trans>Replay in the practice shop</Trans>}
        </Button>
      </div>
      {words ? (
        <Notice
          tone={refused === 'practice-closed' ? 'warn' : 'bad'}
          isLive
          title={words.title}
          actions={
            refused === 'practice-closed' ? (
              <Button look="go" size="small" isDisabled={busy} onPress={() => openAndReplay.mutate()}>
                <Trans>Open it and replay</Trans>
              </Button>
            ) : undefined
          }
        >
          {words.todo}
        </Notice>
      ) : null}
      {(replay.isError && !replay.isPending) || openAndReplay.isError ? (
        <Notice tone="bad" isLive title={<Trans>Shopbell did not answer</Trans>}>
          <Trans>Try it again in a moment.</Trans>
        </Notice>
      ) : null}
      {answer?.ok ? (
        <Notice
          tone="good"
          isLive
          title={<Trans>The practice shop took it</Trans>}
          actions={
            app?.shop === 'real' ? (
              <Button size="small" isDisabled={offline} onPress={() => switchShop('practice')}>
                <Trans>Go to the practice shop</Trans>
              </Button>
            ) : undefined
          }
        >
          <Trans>What it had already, it shows once. How it was understood there stands in the practice shop's own inspector.</Trans>
        </Notice>
      ) : null}
    </>
  );
}
