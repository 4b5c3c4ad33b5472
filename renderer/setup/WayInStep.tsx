import { Trans } from '@lingui/react/macro';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { TunnelState } from '../connection/TunnelState.tsx';
import { TunnelFields } from '../settings/TunnelFields.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import { SetupStep } from './SetupStep.tsx';
import styles from './setup.module.css';

type Props = { connection: ConnectionView | undefined; settings: SettingsView };

/** How Meta finds this computer: chosen, standing, and asked from outside. */
export function WayInStep({ connection, settings }: Props) {
  const say = useSayReason();
  const real = connection?.shop === 'real' ? connection : null;
  const loop = real?.proofs.find(({ kind }) => kind === 'loop');
  const isUp = real?.tunnel.state === 'up';
  const state = isUp && loop?.state === 'good' ? 'done' : loop?.state === 'bad' || real?.tunnel.state === 'failed' ? 'trouble' : 'open';
  return (
    <SetupStep number={3} state={state} title={<Trans>The way in</Trans>} told={state === 'done' ? <Trans>the public address answers</Trans> : undefined}>
      <p>
        <Trans>Meta calls this computer from the internet. A tunnel leads that call here, and to nothing else: only signed webhooks get in.</Trans>
      </p>
      <TunnelFields settings={settings} />
      {real && real.tunnelKind !== 'none' ? (
        <output className={styles['row']}>
          <TunnelState tunnel={real.tunnel} isOwn={false} />
          {real.callbackUrl === null ? null : <code dir="ltr">{real.callbackUrl}</code>}
          {loop && loop.reason !== null && isUp ? (
            <span>
              <strong>{say(loop.reason).title}.</strong> {say(loop.reason).todo}
            </span>
          ) : null}
        </output>
      ) : null}
    </SetupStep>
  );
}
