import { Trans, useLingui } from '@lingui/react/macro';
import type { CustomerView } from '../../shared/contract/customers.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { textLanguages } from '../settings/text-languages.ts';
import { useSettings } from '../settings/use-settings.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { languageName } from '../ui/language-name.ts';
import { PickList } from '../ui/PickList.tsx';
import { useSaveCustomer } from './customer-query.ts';
import styles from './customer.module.css';

const USUAL = 'usual';

/** What this customer is written to in. */
export function CustomerLanguage({ view }: { view: CustomerView }) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const offline = useOffline();
  const { save, isPending, trouble } = useSaveCustomer(view.customer.id);
  const settings = useSettings().data?.values;
  const { language } = view;
  const codes = [...new Set([...textLanguages(settings), ...(language === null ? [] : [language])])];
  return (
    <div className={styles['part']}>
      <PickList
        label={<Trans>Written to in</Trans>}
        value={language ?? USUAL}
        isDisabled={offline || isPending}
        options={[{ value: USUAL, words: t`As the shop usually does` }, ...codes.map((code) => ({ value: code, words: languageName(code, locale) }))]}
        onChange={(code) => save({ language: code === USUAL ? null : code })}
      />
      {trouble ? (
        <p role="alert" className={styles['bad']}>
          <Trans>This was not stored. Try it again.</Trans>
        </p>
      ) : null}
    </div>
  );
}
