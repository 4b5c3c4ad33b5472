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
import { Notice } from '../ui/Notice.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import type { StepState } from './setup-steps.ts';
import { SetupStep } from './SetupStep.tsx';
import styles from './setup.module.css';

type Props = { connection: ConnectionView | undefined; settings: SettingsView; known: StepState };

/** Meta is told this shop's address, calls it at once, and what it then keeps is read back. */
export function RegisterStep({ connection, settings, known }: Props) {
  const say = useSayReason();
  const formats = useFormats();
  const now = useNow(60_000);
  const offline = useOffline();
  const deeds = useLinkDeeds();
  const [asks, setAsks] = useState(false);
  const real = connection?.shop === 'real' ? connection : null;
  const callback = real?.proofs.find(({ kind }) => kind === 'callback');
  const isDone = known === 'done';
  const { register } = deeds;
  const refused = register.data?.ok === false ? register.data.reason : null;
  // What was refused before may have been mended since.
  const reason = isDone ? null : (refused ?? (known === 'trouble' ? (callback?.reason ?? null) : null));
  const isForeign = reason === 'other-shopbell' || reason === 'callback-elsewhere';
  const verifiedAt = real?.registered?.verifiedAt ?? null;
  return (
    <SetupStep
      kind="register"
      state={isDone || refused === null ? known : 'trouble'}
      told={isDone && verifiedAt !== null ? <Trans>Meta called, {formats.moment(verifiedAt, now)}</Trans> : undefined}
    >
      <p>
        <Trans>Shopbell tells Meta its address and asks for your messages. Meta calls the address at once: that is the best proof there is.</Trans>
      </p>
      <div className={styles['row']}>
        <Button
          look={isDone || isForeign ? 'plain' : 'go'}
          isPending={register.isPending}
          isDisabled={offline || deeds.check.isPending || !real || real.callbackUrl === null}
          onPress={() => register.mutate(false)}
        >
          {register.isPending ? <Trans>Registering …</Trans> : isDone ? <Trans>Register again</Trans> : <Trans>Register at Meta</Trans>}
        </Button>
        {isForeign ? (
          <Button look="go" isDisabled={offline || deeds.isBusy} onPress={() => setAsks(true)}>
            <Trans>Take over …</Trans>
          </Button>
        ) : null}
        {real && real.callbackUrl === null ? (
          <span className={styles['muted']}>
            <Trans>First the way in has to stand.</Trans>
          </span>
        ) : null}
      </div>
      {refused === null && !register.isError && reason !== null ? (
        <Notice tone="bad" title={say(reason).title}>
          {say(reason).todo}
        </Notice>
      ) : isDone ? null : (
        <DeedTrouble deeds={deeds} />
      )}
      {isForeign && real?.foreignCallback != null ? <code dir="ltr">{real.foreignCallback}</code> : null}
      {asks && real ? <TakeOverDialog connection={real} deeds={deeds} onClose={() => setAsks(false)} /> : null}
      <details className={styles['more']}>
        <summary>
          <Trans>More about where the address stands</Trans>
        </summary>
        <CallbackSettings settings={settings} />
      </details>
    </SetupStep>
  );
}
