import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CustomerView } from '../../shared/contract/customers.ts';
import { classNames } from '../ui/class-names.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './customer.module.css';

const KINDS: Record<CustomerView['aliases'][number]['kind'], MessageDescriptor> = {
  wa_id: msg`Phone number`,
  user_id: msg`Id for your business`,
  parent_user_id: msg`Id for your company`,
};

/** Since when, and under which numbers and ids WhatsApp knows this customer. */
export function CustomerKnown({ view }: { view: CustomerView }) {
  const { i18n, t } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  const { aliases, firstAt, lastAt, messages } = view;
  return (
    <section className={styles['part']} aria-label={t`Known as`}>
      <dl className={classNames(styles['facts'], styles['since'])}>
        {firstAt === null || lastAt === null ? null : (
          <>
            <dt>
              <Trans>First, last written</Trans>
            </dt>
            <dd>
              {formats.moment(firstAt, now)} · {formats.moment(lastAt, now)}
            </dd>
            <dt>
              <Trans>Messages</Trans>
            </dt>
            <dd>
              <Plural value={messages} one="# message" other="# messages" />
            </dd>
          </>
        )}
      </dl>
      <h3 className={styles['title']}>
        <Trans>Known as</Trans>
      </h3>
      <dl className={styles['facts']}>
        {aliases.map(({ kind, value, seenAt }) => (
          <div key={`${kind} ${value}`} className={styles['alias']}>
            <dt>{i18n._(KINDS[kind])}</dt>
            <dd dir="ltr">{kind === 'wa_id' ? `+${value}` : value}</dd>
            <dd className={styles['muted']}>{seenAt > 0 ? formats.moment(seenAt, now) : null}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
