import { Trans, useLingui } from '@lingui/react/macro';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { useId, useState } from 'react';
import { Form, Input } from 'react-aria-components';
import type { SecretName, SettingsView } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import fields from '../ui/fields.module.css';
import { FixedBy } from './FixedBy.tsx';
import { makeToken } from './make-token.ts';
import { secretHint, secretLabel } from './secret-words.ts';
import { useSetSecret } from './use-settings.ts';
import styles from './settings.module.css';

/** A secret: it can be entered, replaced and removed here, never read. A token made here is shown once. */
export function SecretField({ settings, name }: { settings: SettingsView; name: SecretName }) {
  const { i18n, t } = useLingui();
  const id = useId();
  const offline = useOffline();
  const setSecret = useSetSecret();
  const [typed, setTyped] = useState('');
  const [made, setMade] = useState<string | null>(null);
  const secret = settings.secrets[name];
  const label = i18n._(secretLabel(name));
  const isSet = secret?.set ?? false;
  const variable = secret?.source.from === 'environment' ? secret.source.variable : null;
  const store = (value: string) => setSecret.mutate({ name, value }, { onSuccess: () => setTyped('') });
  const make = () => {
    const token = makeToken();
    setSecret.mutate({ name, value: token }, { onSuccess: () => setMade(token) });
  };
  return (
    <div className={styles['secret']}>
      <div className={styles['label']}>
        <label htmlFor={id}>{label}</label>
        <span className={styles['state']} data-set={isSet ? '' : undefined}>
          {isSet ? <CircleCheck size={15} aria-hidden="true" /> : <CircleDashed size={15} aria-hidden="true" />}
          {isSet ? <Trans>set</Trans> : <Trans>not set</Trans>}
        </span>
      </div>
      {variable === null ? (
        <Form
          className={styles['line'] ?? ''}
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== '' && !offline) store(typed.trim());
          }}
        >
          <Input
            id={id}
            type="password"
            autoComplete="off"
            className={fields['input'] ?? ''}
            value={typed}
            placeholder={isSet ? t`Enter a new one to replace it` : ''}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setTyped(event.target.value)}
          />
          {typed.trim() === '' ? null : (
            <Button type="submit" look="go" isDisabled={offline || setSecret.isPending}>
              <Trans>Store</Trans>
            </Button>
          )}
          {name === 'verifyToken' && typed === '' ? (
            <Button isDisabled={offline || setSecret.isPending} onPress={make}>
              <Trans>Make one</Trans>
            </Button>
          ) : null}
          {isSet && typed === '' ? (
            <Button look="quiet" aria-label={t`Remove: ${label}`} isDisabled={offline || setSecret.isPending} onPress={() => store('')}>
              <Trans>Remove</Trans>
            </Button>
          ) : null}
        </Form>
      ) : null}
      {made === null ? null : (
        <output className={styles['row']}>
          <code className={styles['made']}>{made}</code>
          <CopyButton text={made} label={t`Copy the token`} />
          <span className={styles['hint']}>
            <Trans>Shown this once: enter it at Meta now.</Trans>
          </span>
        </output>
      )}
      <span id={`${id}-hint`} className={styles['hint']}>
        {i18n._(secretHint(name))}
        {variable === null ? null : <FixedBy variable={variable} />}
        {setSecret.isError ? (
          <span className={styles['wrong']}>
            {' '}
            <Trans>This was not stored. Try again.</Trans>
          </span>
        ) : null}
      </span>
    </div>
  );
}
