import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { CustomerHit } from '../../shared/contract/search.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { customerName } from '../ui/customer-name.ts';
import { Marked } from './Marked.tsx';
import styles from './HitRow.module.css';

const WHERE: Record<CustomerHit['where'], MessageDescriptor> = {
  name: msg`Name`,
  called: msg`Name`,
  username: msg`Username`,
  phone: msg`Phone`,
  tag: msg`Tag`,
  note: msg`Note`,
};

/** A customer who was found, and by what. */
export function CustomerHitRow({ hit }: { hit: CustomerHit }) {
  const { i18n } = useLingui();
  return (
    <div className={styles['person']}>
      <Avatar name={hit.customer.name} size={32} />
      <span className={styles['name']} dir="auto">
        {customerName(hit.customer, i18n)}
      </span>
      <span className={styles['hit']}>
        <span className={styles['where']}>{i18n._(WHERE[hit.where])}</span> <Marked hit={hit} />
      </span>
    </div>
  );
}
