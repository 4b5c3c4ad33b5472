import { Trans, useLingui } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { languageName } from '../ui/language-name.ts';
import { PickList } from '../ui/PickList.tsx';
import { Section } from '../ui/Section.tsx';
import { textLanguages } from './text-languages.ts';
import { useSaveSettings } from './use-settings.ts';
import styles from './settings.module.css';

const MINUTES = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240];

/** What holds for every order. */
export function OrderSettings({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const formats = useFormats();
  const save = useSaveSettings();
  const offline = useOffline();
  const { promiseMinutes, currency, customerLanguage } = settings.values;
  const minutes = [...new Set([...MINUTES, ...(promiseMinutes === 0 ? [] : [promiseMinutes])])].toSorted((a, b) => a - b);
  const currencies = [...new Set([...Intl.supportedValuesOf('currency'), currency])];
  const names = new Intl.DisplayNames(formats.locale, { type: 'currency' });
  const languages = [...new Set([...textLanguages(settings.values), ...(customerLanguage === 'system' ? [] : [customerLanguage])])];
  const off = (name: string) => offline || settings.fixed[name] !== undefined;
  return (
    <Section title={<Trans>Orders</Trans>}>
      <div className={styles['grid']}>
        <PickList
          label={<Trans>Time that is proposed when you accept</Trans>}
          value={String(promiseMinutes)}
          isDisabled={off('promiseMinutes')}
          options={[{ value: '0', words: t`None` }, ...minutes.map((each) => ({ value: String(each), words: formats.span(each * 60_000) }))]}
          onChange={(value) => save.mutate({ promiseMinutes: Number(value) })}
        />
        <PickList
          label={<Trans>Currency</Trans>}
          hint={<Trans>Of orders made by hand, where an article tells none.</Trans>}
          value={currency}
          isDisabled={off('currency')}
          options={currencies.map((code) => ({ value: code, words: `${code} · ${names.of(code) ?? code}` }))}
          onChange={(code) => save.mutate({ currency: code })}
        />
        <PickList
          label={<Trans>Customers are written to in</Trans>}
          hint={<Trans>For one customer it can be changed at their order.</Trans>}
          value={customerLanguage}
          isDisabled={off('customerLanguage')}
          options={[
            { value: 'system', words: t`The language of this program` },
            ...languages.map((code) => ({ value: code, words: languageName(code, formats.locale) })),
          ]}
          onChange={(code) => save.mutate({ customerLanguage: code })}
        />
      </div>
    </Section>
  );
}
