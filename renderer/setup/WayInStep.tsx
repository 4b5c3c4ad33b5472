import { Trans } from '@lingui/react/macro';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { TunnelState } from '../connection/TunnelState.tsx';
import { TunnelFields } from '../settings/TunnelFields.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import type { StepState } from './setup-steps.ts';
import { SetupStep } from './SetupStep.tsx';
import { WayInHelp } from './WayInHelp.tsx';
import styles from './setup.module.css';

type Props = { connection: ConnectionView | undefined; settings: SettingsView; known: StepState };

/** How Meta finds this computer: chosen, standing, and asked from outside. */
export function WayInStep({ connection, settings, known }: Props) {
  const say = useSayReason();
  const real = connection?.shop === 'real' ? connection : null;
  const loop = real?.proofs.find(({ kind }) => kind === 'loop');
  const isUp = real?.tunnel.state === 'up';
  const { tunnel } = settings.values;
  const secret = tunnel === 'ngrok' ? settings.secrets['ngrokToken'] : tunnel === 'cloudflared' ? settings.secrets['cloudflaredToken'] : undefined;
  const lacks = secret?.set === false || (tunnel === 'own' && settings.values.publicUrl === '');
  // What is not entered yet is no trouble.
  const state = lacks || tunnel === 'none' ? 'open' : known;
  return (
    <SetupStep kind="way-in" state={state} told={state === 'done' ? <Trans>the public address answers</Trans> : undefined}>
      <p>
        <Trans>Meta calls this computer from the internet. A tunnel leads that call here, and to nothing else: only signed webhooks get in.</Trans>
      </p>
      <TunnelFields settings={settings} />
      <WayInHelp tunnel={tunnel} door={real?.webhook.localUrl ?? null} />
      {real && real.tunnelKind !== 'none' && !lacks ? (
        <output className={styles['row']}>
          <TunnelState tunnel={real.tunnel} isOwn={real.tunnelKind === 'own'} answers={loop?.state === 'good'} isInSettings />
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
