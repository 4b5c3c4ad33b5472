import { Trans, useLingui } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { useSaveSettings } from './use-settings.ts';

/** Where this shop's address is written down at Meta, and whether it is set again when it is lost. */
export function CallbackSettings({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const save = useSaveSettings();
  const offline = useOffline();
  const { callbackLevel, repairAtMeta } = settings.values;
  return (
    <>
      <Choices
        label={<Trans>This shop's address at Meta stands</Trans>}
        value={callbackLevel}
        isDisabled={offline}
        hint={
          <Trans>
            For the whole app is what most shops want. For the account or the number alone: where the app serves others too. News of templates and of the
            account always go to the app's address.
          </Trans>
        }
        options={[
          { value: 'app', words: t`for the whole app` },
          { value: 'account', words: t`for the account` },
          { value: 'number', words: t`for the number` },
        ]}
        onChange={(level) => save.mutate({ callbackLevel: level })}
      />
      <Toggle
        isSelected={repairAtMeta}
        isDisabled={offline}
        hint={<Trans>Only what this shop has set itself. Where Meta keeps another address, it asks first.</Trans>}
        onChange={(on) => save.mutate({ repairAtMeta: on })}
      >
        <Trans>Set it again by itself when it is lost or the address changes</Trans>
      </Toggle>
    </>
  );
}
