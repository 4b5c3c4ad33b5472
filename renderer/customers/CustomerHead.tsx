import { Trans, useLingui } from '@lingui/react/macro';
import { Ban, Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import type { CustomerView } from '../../shared/contract/customers.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { useKeysWithin } from '../keys/use-keys-within.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { customerName } from '../ui/customer-name.ts';
import { TextInput } from '../ui/TextInput.tsx';
import { useSaveCustomer } from './customer-query.ts';
import styles from './customer.module.css';

/** Who it is: the name that the shop uses, the number, and whether they are blocked. */
export function CustomerHead({ view }: { view: CustomerView }) {
  const { i18n, t } = useLingui();
  const offline = useOffline();
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const done = () => {
    setEditing(false);
    pencil.current?.focus();
  };
  const { customer, profileName, called, blockedAt } = view;
  const name = customerName(customer, i18n);
  return (
    <header className={styles['head']}>
      <Avatar name={customer.name} size={52} />
      <div className={styles['who']}>
        <h2 className={styles['name']}>
          <bdi>{name}</bdi>
        </h2>
        {customer.phone === null || customer.phone === customer.name ? null : (
          <span className={styles['muted']} dir="ltr">
            {customer.phone}
          </span>
        )}
        {customer.username === null || `@${customer.username}` === customer.name ? null : <span className={styles['muted']}>@{customer.username}</span>}
        {called !== '' && profileName !== null && profileName !== called ? (
          <span className={styles['muted']}>
            <Trans>
              In WhatsApp: <bdi>{profileName}</bdi>
            </Trans>
          </span>
        ) : null}
        {blockedAt === null ? null : (
          <span className={styles['blocked']}>
            <Ban size={16} aria-hidden="true" />
            <Trans>Blocked</Trans>
          </span>
        )}
      </div>
      {customer.erased ? null : (
        <Button
          ref={pencil}
          look="quiet"
          size="icon"
          isDisabled={offline}
          aria-label={t`Change the name`}
          aria-expanded={editing}
          onPress={() => setEditing(!editing)}
        >
          <Pencil size={18} aria-hidden="true" />
        </Button>
      )}
      {editing ? <NameForm view={view} onDone={done} /> : null}
    </header>
  );
}

function NameForm({ view, onDone }: { view: CustomerView; onDone: () => void }) {
  const [typed, setTyped] = useState(view.called);
  const { save, isPending, trouble } = useSaveCustomer(view.customer.id);
  const form = useRef<HTMLFormElement>(null);
  // Before what is around hears it, for which Escape means "back".
  useKeysWithin(form, (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    onDone();
  });
  return (
    <Form
      ref={form}
      className={styles['nameForm'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        save({ called: typed.trim() }, onDone);
      }}
    >
      <TextInput
        label={<Trans>What you call this customer</Trans>}
        hint={trouble ? <Trans>This was not stored. Try it again.</Trans> : <Trans>Empty: as WhatsApp does. Used in texts to them, too.</Trans>}
        value={typed}
        maxLength={120}
        isInvalid={trouble}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field appears because somebody asked for it
        autoFocus
        onChange={setTyped}
      />
      <Button type="submit" look="go" isDisabled={isPending}>
        <Trans>Store</Trans>
      </Button>
    </Form>
  );
}
