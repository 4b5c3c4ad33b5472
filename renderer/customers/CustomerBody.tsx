import type { CustomerView } from '../../shared/contract/customers.ts';
import { CustomerActions } from './CustomerActions.tsx';
import { CustomerAsked } from './CustomerAsked.tsx';
import { CustomerHead } from './CustomerHead.tsx';
import { CustomerKnown } from './CustomerKnown.tsx';
import { CustomerLanguage } from './CustomerLanguage.tsx';
import { CustomerNote } from './CustomerNote.tsx';
import { CustomerOrders } from './CustomerOrders.tsx';
import { CustomerTags } from './CustomerTags.tsx';
import styles from './customer.module.css';

/** A customer: who, what they ordered and asked about, what the shop has written down, and what can be done with their data. */
export function CustomerBody({ view, onErased }: { view: CustomerView; onErased: () => void }) {
  return (
    <div className={styles['body']}>
      <CustomerHead view={view} />
      {view.customer.erased ? null : (
        <>
          <CustomerNote key={view.customer.id} view={view} />
          <CustomerTags view={view} />
        </>
      )}
      <CustomerOrders view={view} />
      <CustomerAsked view={view} />
      {view.customer.erased ? null : (
        <>
          <CustomerLanguage view={view} />
          <CustomerKnown view={view} />
          <CustomerActions view={view} onErased={onErased} />
        </>
      )}
    </div>
  );
}
