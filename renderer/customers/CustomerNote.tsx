import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { CustomerView } from '../../shared/contract/customers.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { TextBox } from '../ui/TextBox.tsx';
import { useSaveCustomer } from './customer-query.ts';

/** What the shop has noted; stored when the box is left, given back by Escape. */
export function CustomerNote({ view }: { view: CustomerView }) {
  const offline = useOffline();
  const { save, trouble } = useSaveCustomer(view.customer.id);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextBox
      label={<Trans>Note</Trans>}
      rows={Math.min(8, Math.max(2, (typed ?? view.note).split('\n').length))}
      value={typed ?? view.note}
      maxLength={5000}
      isReadOnly={offline}
      isInvalid={trouble}
      hint={trouble ? <Trans>This was not stored. Try it again.</Trans> : null}
      onChange={setTyped}
      onBlur={() => {
        if (typed === null || typed === view.note) return setTyped(null);
        save({ note: typed }, () => setTyped(null));
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || typed === null) return;
        event.preventDefault();
        setTyped(null);
      }}
    />
  );
}
