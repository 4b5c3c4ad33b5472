import { Trans, useLingui } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { PickList } from '../ui/PickList.tsx';
import { Section } from '../ui/Section.tsx';
import { SettingText } from './SettingText.tsx';
import { useSaveSettings } from './use-settings.ts';
import styles from './settings.module.css';

/** The shop's name and its day. */
export function ShopSettings({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const formats = useFormats();
  const save = useSaveSettings();
  const offline = useOffline();
  const { timeZone, businessDayStart } = settings.values;
  const own = settings.computerZone;
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), ...(timeZone === 'system' ? [] : [timeZone])])].toSorted();
  const hour = new Intl.DateTimeFormat(formats.locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  return (
    <Section title={<Trans>Shop</Trans>}>
      <div className={styles['grid']}>
        <SettingText settings={settings} name="shopName" label={<Trans>Name of the shop</Trans>} />
        <PickList
          label={<Trans>Time zone</Trans>}
          value={timeZone}
          isDisabled={offline || settings.fixed['timeZone'] !== undefined}
          options={[{ value: 'system', words: t`As the computer (${own})` }, ...zones.map((zone) => ({ value: zone, words: zone.replaceAll('_', ' ') }))]}
          onChange={(zone) => save.mutate({ timeZone: zone })}
        />
        <PickList
          label={<Trans>The business day starts at</Trans>}
          hint={<Trans>Order numbers begin again at 1 then.</Trans>}
          value={String(businessDayStart)}
          isDisabled={offline || settings.fixed['businessDayStart'] !== undefined}
          options={Array.from({ length: 24 }, (_, value) => ({ value: String(value), words: hour.format(value * 3_600_000) }))}
          onChange={(value) => save.mutate({ businessDayStart: Number(value) })}
        />
      </div>
    </Section>
  );
}
