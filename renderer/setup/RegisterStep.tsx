import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { DeedTrouble } from '../connection/DeedTrouble.tsx';
import { TakeOverDialog } from '../connection/TakeOverDialog.tsx';
import { useLinkDeeds } from '../connection/use-link-deeds.ts';
import { CallbackSettings } from '../settings/CallbackSettings.tsx';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { SetupStep } from './SetupStep.tsx';
import styles from './setup.module.css';

type Props = { connection: ConnectionView | undefined; settings: SettingsView };

/** Meta is told this shop's address, calls it at once, and what it then keeps is read back. */
export function RegisterStep({ connection, settings }: Props) {
  const formats = useFormats();
  const now = useNow(60_000);
  const offline = useOffline();
  const deeds = useLinkDeeds();
  const [asks, setAsks] = useState(false);
  const real = connection?.shop === 'real' ? connection : null;
  const callback = real?.proofs.find(({ kind }) => kind === 'callback');
  const subscribed = real?.proofs.find(({ kind }) => kind === 'subscribed');
  const isDone = callback?.state === 'good' && subscribed?.state === 'good';
  const { register } = deeds;
  const isForeign = register.data?.ok === false && (register.data.reason === 'other-shopbell' || register.data.reason === 'callback-elsewhere');
  const verifiedAt = real?.registered?.verifiedAt ?? null;
  return (
    <SetupStep
      number={4}
      state={isDone ? 'done' : register.data?.ok === false || callback?.state === 'bad' ? 'trouble' : 'open'}
      title={<Trans>Register at Meta</Trans>}
      told={isDone && verifiedAt !== null ? <Trans>Meta called, {formats.moment(verifiedAt, now)}</Trans> : undefined}
    >
      <p>
        <Trans>Shopbell tells Meta its address and asks for your messages. Meta calls the address at once: that is the best proof there is.</Trans>
      </p>
      <div className={styles['row']}>
        <Button
          look={isDone ? 'plain' : 'go'}
          isDisabled={offline || deeds.isBusy || !real || real.callbackUrl === null}
          onPress={() => register.mutate(false)}
        >
          {register.isPending ? <Trans>Registering …</Trans> : isDone ? <Trans>Register again</Trans> : <Trans>Register at Meta</Trans>}
        </Button>
        {isForeign ? (
          <Button isDisabled={offline || deeds.isBusy} onPress={() => setAsks(true)}>
            <Trans>Take over …</Trans>
          </Button>
        ) : null}
        {real && real.callbackUrl === null ? (
          <span className={styles['muted']}>
            <Trans>First the way in has to stand.</Trans>
          </span>
        ) : null}
      </div>
      <DeedTrouble deeds={deeds} />
      {asks && real ? <TakeOverDialog connection={real} deeds={deeds} onClose={() => setAsks(false)} /> : null}
      <details>
        <summary>
          <Trans>More about where the address stands</Trans>
        </summary>
        <CallbackSettings settings={settings} />
      </details>
    </SetupStep>
  );
}
