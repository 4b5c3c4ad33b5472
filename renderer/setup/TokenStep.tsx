import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { SettingsView } from '../../shared/contract/settings.ts';
import type { SetupView } from '../../shared/contract/setup.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { FixedBy } from '../settings/FixedBy.tsx';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { NumberChoice } from './NumberChoice.tsx';
import type { StepState } from './setup-steps.ts';
import { SetupStep } from './SetupStep.tsx';
import { SetupTroubleNotice } from './SetupTroubleNotice.tsx';
import { TokenFacts } from './TokenFacts.tsx';
import { useFirstLook, useSetupCall } from './use-setup.ts';
import { WhereItStands } from './WhereItStands.tsx';
import styles from './setup.module.css';

type Props = { setup: SetupView; settings: SettingsView; known: StepState };

/** The first step: the access token, what Meta says of it, and which number it is for. */
export function TokenStep({ setup, settings, known }: Props) {
  const { t } = useLingui();
  const offline = useOffline();
  const [typed, setTyped] = useState('');
  const check = useSetupCall((api, token: string) => api.checkToken(token === '' ? {} : { token }));
  const { token } = setup;
  const secret = settings.secrets['accessToken'];
  const isSet = secret?.set ?? false;
  const variable = secret?.source.from === 'environment' ? secret.source.variable : null;
  const state = check.trouble === null ? known : 'trouble';
  const good = state === 'done';
  useFirstLook(isSet && token === null && !offline, () => check.run(''));
  return (
    <SetupStep kind="token" state={state}>
      <p>
        <Trans>With it Shopbell sends your replies, and finds your account and your number by itself. It stays on this computer.</Trans>
      </p>
      {variable === null ? (
        <Form
          className={styles['line'] ?? ''}
          onSubmit={(event) => {
            event.preventDefault();
            if (offline || check.isPending || (typed.trim() === '' && !isSet)) return;
            check.run(typed.trim(), { onSuccess: (answer) => answer.ok && setTyped('') });
          }}
        >
          <TextInput
            label={<Trans>Access token of a system user</Trans>}
            type="password"
            value={typed}
            placeholder={isSet ? t`One is stored; enter another to replace it` : 'EAA…'}
            onChange={setTyped}
          />
          <Button
            type="submit"
            look={good && typed === '' ? 'plain' : 'go'}
            isPending={check.isPending}
            isDisabled={offline || (typed.trim() === '' && !isSet)}
          >
            {check.isPending ? <Trans>Asking Meta …</Trans> : typed.trim() === '' && isSet ? <Trans>Check it again</Trans> : <Trans>Check and store</Trans>}
          </Button>
        </Form>
      ) : (
        <div className={styles['row']}>
          <FixedBy variable={variable} />
          <Button isPending={check.isPending} isDisabled={offline} onPress={() => check.run('')}>
            {check.isPending ? <Trans>Asking Meta …</Trans> : <Trans>Check it again</Trans>}
          </Button>
        </div>
      )}
      <SetupTroubleNotice trouble={check.trouble} />
      {token ? <TokenFacts token={token} /> : null}
      {token ? <NumberChoice setup={setup} /> : null}
      <WhereItStands
        href="https://business.facebook.com/settings/system-users"
        menu={['People', 'Partners', 'System users', 'WhatsApp accounts']}
        chosen={2}
        fields={['Add', 'Assign assets', 'Generate new token']}
        then={['Expiration: Never', '☑ whatsapp_business_messaging', '☑ whatsapp_business_management', '☑ catalog_management']}
      >
        <li>
          <Trans>In Meta's business settings, choose “System users”.</Trans>
        </li>
        <li>
          <Trans>“Add”: make one with the role Admin. Call it Shopbell.</Trans>
        </li>
        <li>
          <Trans>“Assign assets”: your app, your WhatsApp account with full control, and your catalogue.</Trans>
        </li>
        <li>
          <Trans>
            “Generate new token”: choose the app, expiration “Never”, and tick whatsapp_business_messaging, whatsapp_business_management and catalog_management.
            Copy the token at once: Meta shows it only this time.
          </Trans>
        </li>
      </WhereItStands>
    </SetupStep>
  );
}
