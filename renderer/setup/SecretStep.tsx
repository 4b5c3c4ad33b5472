import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { SettingsView } from '../../shared/contract/settings.ts';
import type { SetupView } from '../../shared/contract/setup.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { metaPage } from '../connection/meta-pages.ts';
import { FixedBy } from '../settings/FixedBy.tsx';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import type { StepState } from './setup-steps.ts';
import { SetupStep } from './SetupStep.tsx';
import { SetupTroubleNotice } from './SetupTroubleNotice.tsx';
import { useFirstLook, useSetupCall } from './use-setup.ts';
import { WhereItStands } from './WhereItStands.tsx';
import styles from './setup.module.css';

type Props = { setup: SetupView; settings: SettingsView; known: StepState };

/** The app secret, proved by a call that only the right one can make. */
export function SecretStep({ setup, settings, known }: Props) {
  const { t } = useLingui();
  const offline = useOffline();
  const [typed, setTyped] = useState('');
  const [appId, setAppId] = useState('');
  const check = useSetupCall((api, asked: { secret?: string; appId?: string }) => api.checkSecret(asked));
  const source = settings.secrets['appSecret'];
  const isSet = source?.set ?? false;
  const variable = source?.source.from === 'environment' ? source.source.variable : null;
  // The token tells it, as a rule: before it was asked, nobody need look for it.
  const asksId = setup.app.id === '' && setup.token !== null;
  const waits = setup.app.id === '' && setup.token === null;
  const ready = !waits && (typed.trim() !== '' || isSet) && (!asksId || /^\d+$/.test(appId.trim()));
  const { state: proved } = setup.secret;
  const state = check.trouble === null ? known : 'trouble';
  useFirstLook(proved === 'unproved' && setup.app.id !== '' && !offline, () => check.run({}));
  const run = () => {
    if (offline || check.isPending || !ready) return;
    const secret = typed.trim();
    check.run({ ...(secret === '' ? {} : { secret }), ...(asksId ? { appId: appId.trim() } : {}) }, { onSuccess: (answer) => answer.ok && setTyped('') });
  };
  return (
    <SetupStep
      kind="secret"
      state={state}
      told={proved === 'proved' ? <Trans>proved at Meta</Trans> : proved === 'unproved' ? <Trans>stored, not proved yet</Trans> : undefined}
    >
      <p>
        <Trans>With it Meta signs every webhook: only what bears that signature gets in. It also lets Shopbell register its address at Meta.</Trans>
      </p>
      {asksId ? (
        <TextInput
          label={<Trans>Meta app id</Trans>}
          hint={<Trans>The token does not tell it. It stands at the top of the app's page.</Trans>}
          value={appId}
          onChange={setAppId}
        />
      ) : null}
      <Form
        className={styles['line'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        {variable === null ? (
          <TextInput
            label={<Trans>App secret</Trans>}
            type="password"
            value={typed}
            placeholder={isSet ? t`One is stored; enter another to replace it` : ''}
            onChange={setTyped}
          />
        ) : (
          <FixedBy variable={variable} />
        )}
        <Button type="submit" look={proved === 'proved' && typed === '' ? 'plain' : 'go'} isPending={check.isPending} isDisabled={offline || !ready}>
          {check.isPending ? <Trans>Asking Meta …</Trans> : typed.trim() === '' && isSet ? <Trans>Check it again</Trans> : <Trans>Check and store</Trans>}
        </Button>
      </Form>
      {waits ? (
        <p className={styles['muted']}>
          <Trans>First the access token: it tells which app this is.</Trans>
        </p>
      ) : null}
      <SetupTroubleNotice trouble={check.trouble} />
      <WhereItStands
        href={metaPage('signature', null, setup.app.id)}
        menu={['Dashboard', 'App settings › Basic', 'App roles', 'WhatsApp']}
        chosen={1}
        fields={['App secret  ••••••••  Show']}
      >
        <li>
          <Trans>In your app at Meta, choose “App settings”, then “Basic”.</Trans>
        </li>
        <li>
          <Trans>Beside “App secret” press “Show”, and copy it. Meta asks for your password.</Trans>
        </li>
      </WhereItStands>
    </SetupStep>
  );
}
