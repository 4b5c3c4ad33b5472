import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Form } from 'react-aria-components';
import type { Settings, SettingsView } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { FixedBy } from './FixedBy.tsx';
import { useSaveSettings } from './use-settings.ts';
import styles from './settings.module.css';

type TextSetting =
  | 'shopName'
  | 'wabaId'
  | 'phoneNumberId'
  | 'graphUrl'
  | 'graphVersion'
  | 'publicUrl'
  | 'ngrokDomain'
  | 'cloudflaredHostname'
  | 'cloudflaredPath'
  | 'tailscalePath'
  | 'appId';

type Props = { settings: SettingsView; name: TextSetting; label: ReactNode; hint?: ReactNode; placeholder?: string; pattern?: RegExp; wrong?: ReactNode };

/** A setting that is a line of text: stored by its button or by Enter. */
export function SettingText({ settings, name, label, hint, placeholder, pattern, wrong }: Props) {
  const offline = useOffline();
  const save = useSaveSettings();
  const stored = settings.values[name];
  const [typed, setTyped] = useState<string | null>(null);
  const variable = settings.fixed[name];
  const text = typed ?? stored;
  const fits = !pattern || pattern.test(text);
  const changed = typed !== null && typed !== stored;
  const store = () => {
    if (!changed || !fits || offline) return;
    const values: Partial<Settings> = { [name]: text.trim() };
    save.mutate(values, { onSuccess: () => setTyped(null) });
  };
  return (
    <Form
      className={styles['line'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        store();
      }}
    >
      <TextInput
        label={label}
        hint={
          <>
            {hint}
            {variable ? <FixedBy variable={variable} /> : null}
            {fits ? null : <span className={styles['wrong']}> {wrong}</span>}
            {save.isError ? (
              <span className={styles['wrong']}>
                {' '}
                <Trans>This was not stored. Look at what you entered.</Trans>
              </span>
            ) : null}
          </>
        }
        value={text}
        isReadOnly={variable !== undefined}
        isInvalid={!fits}
        {...(placeholder ? { placeholder } : {})}
        onChange={setTyped}
      />
      {changed ? (
        <Button type="submit" look="go" isDisabled={offline || !fits || save.isPending} className={styles['beside']}>
          <Trans>Store</Trans>
        </Button>
      ) : null}
    </Form>
  );
}
