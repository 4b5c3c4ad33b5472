import { Trans, useLingui } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { PickList } from '../ui/PickList.tsx';
import { useSaveSettings } from './use-settings.ts';

/** The time zone that Meta counts the account's months in. */
export function AccountZone({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const save = useSaveSettings();
  const offline = useOffline();
  const { accountTimeZone } = settings.values;
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), ...(accountTimeZone === 'shop' ? [] : [accountTimeZone])])].toSorted();
  return (
    <PickList
      label={<Trans>The account's time zone</Trans>}
      hint={<Trans>As WhatsApp Manager shows it: the month's free messages are counted by it.</Trans>}
      value={accountTimeZone}
      isDisabled={offline || settings.fixed['accountTimeZone'] !== undefined}
      options={[{ value: 'shop', words: t`The shop's own` }, ...zones.map((zone) => ({ value: zone, words: zone.replaceAll('_', ' ') }))]}
      onChange={(zone) => save.mutate({ accountTimeZone: zone })}
    />
  );
}
