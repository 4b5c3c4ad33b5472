import { Trans, useLingui } from '@lingui/react/macro';
import type { TellStep } from '../../shared/domain/tell.ts';
import { tellText } from '../../shared/domain/tell-text.ts';
import { useSettings } from './use-settings.ts';
import { useNow } from '../ui/use-now.ts';
import styles from './tells.module.css';

type Props = { step: TellStep; language: string; text: string; shop: string; zone: string };

/** The text as a customer would read it, with values that are an example. */
export function TellPreview({ step, language, text, shop, zone }: Props) {
  const { t } = useLingui();
  const now = useNow(15 * 60_000);
  const currency = useSettings().data?.values.currency ?? 'EUR';
  const told = tellText(
    step,
    language,
    { [language]: text },
    {
      name: 'Maria',
      number: 14,
      totals: [{ minor: 2450n, currency }],
      unclear: 0,
      promisedAt: now + 30 * 60_000,
      reason: step === 'declined' || step === 'cancelled' ? t`sold out` : null,
      shop: shop === '' ? t`Your shop` : shop,
    },
    { now, timeZone: zone },
  );
  return (
    <figure className={styles['preview']}>
      <figcaption>
        <Trans>Example: Maria, order #14</Trans>
      </figcaption>
      <p className={styles['bubble']} lang={told.language} dir="auto">
        {told.text}
      </p>
    </figure>
  );
}
