import { Trans } from '@lingui/react/macro';
import type { CustomerView } from '../../shared/contract/customers.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { TextBox } from '../ui/TextBox.tsx';
import { useKeptNote } from './use-kept-note.ts';
import styles from './customer.module.css';

/** What the shop has noted. It is stored by itself. */
export function CustomerNote({ view }: { view: CustomerView }) {
  const offline = useOffline();
  const note = useKeptNote(view);
  return (
    <div className={styles['part']}>
      <TextBox
        label={<Trans>Note</Trans>}
        rows={Math.min(8, Math.max(2, note.text.split('\n').length))}
        value={note.text}
        maxLength={5000}
        isReadOnly={offline}
        isInvalid={note.trouble}
        onChange={note.change}
        onBlur={note.store}
      />
      {note.trouble ? (
        <p role="alert" className={styles['bad']}>
          <Trans>The note is not stored yet. It stays here and is tried again by itself.</Trans>
        </p>
      ) : null}
    </div>
  );
}
