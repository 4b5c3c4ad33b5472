import { useRef } from 'react';
import type { CustomerView } from '../../shared/contract/customers.ts';
import { isTyping } from '../keys/is-typing.ts';
import { useKeysWithin } from '../keys/use-keys-within.ts';
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
  const root = useRef<HTMLDivElement>(null);
  // Before the chat hears it, for which Escape means "back to the list": here it leaves the field, and what is written stays.
  useKeysWithin(root, (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isTyping(event.target)) return;
    event.preventDefault();
    if (!event.isComposing) root.current?.focus();
  });
  return (
    <div ref={root} tabIndex={-1} className={styles['body']}>
      <CustomerHead view={view} />
      <CustomerOrders view={view} />
      <CustomerAsked view={view} />
      {view.customer.erased ? null : (
        <>
          <CustomerNote key={view.customer.id} view={view} />
          <CustomerTags view={view} />
          <CustomerLanguage view={view} />
          <CustomerKnown view={view} />
          <CustomerActions view={view} onErased={onErased} />
        </>
      )}
    </div>
  );
}
