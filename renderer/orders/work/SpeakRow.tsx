import { Trans, useLingui } from '@lingui/react/macro';
import { Languages } from 'lucide-react';
import type { OrderView } from '../../../shared/contract/orders.ts';
import { textLanguages } from '../../settings/text-languages.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { languageName } from '../../ui/language-name.ts';
import fields from '../../ui/fields.module.css';
import { useOrderChange } from './use-order-change.ts';
import { WorkRow } from './WorkRow.tsx';

const USUAL = 'usual';

/** The language that this customer is written to in. */
export function SpeakRow({ order }: { order: OrderView }) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const change = useOrderChange(order.id);
  const settings = useSettings().data?.values;
  const { code, chosen } = order.language;
  const codes = [...new Set([...textLanguages(settings), ...(chosen ? [code] : [])])];
  const usual = languageName(code, locale);
  return (
    <WorkRow icon={Languages} title={<Trans>Written to in</Trans>} trouble={change.trouble}>
      <select
        aria-label={t`Language that the customer is written to in`}
        className={fields['select']}
        value={chosen ? code : USUAL}
        disabled={change.isBusy}
        onChange={(event) => {
          const language = event.target.value === USUAL ? null : event.target.value;
          change.run((orders) => orders.speak({ orderId: order.id, language }));
        }}
      >
        <option value={USUAL}>{chosen ? t`As the shop usually does` : t`${usual}, as the shop usually does`}</option>
        {codes.map((each) => (
          <option key={each} value={each}>
            {languageName(each, locale)}
          </option>
        ))}
      </select>
    </WorkRow>
  );
}
