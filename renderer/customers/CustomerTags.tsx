import { Trans, useLingui } from '@lingui/react/macro';
import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { Form } from 'react-aria-components';
import type { CustomerView } from '../../shared/contract/customers.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import fields from '../ui/fields.module.css';
import { useSaveCustomer, useTags } from './customer-query.ts';
import styles from './customer.module.css';

/** Short words that the shop sorts its customers by, with those already in use to choose from. */
export function CustomerTags({ view }: { view: CustomerView }) {
  const { t } = useLingui();
  const id = useId();
  const offline = useOffline();
  const { save, isPending, trouble } = useSaveCustomer(view.customer.id);
  const known = useTags();
  const [typed, setTyped] = useState('');
  const { tags } = view;
  const add = () => {
    const tag = typed.trim().replace(/^#/, '').slice(0, 40);
    setTyped('');
    if (tag === '' || tags.some((one) => one.toLowerCase() === tag.toLowerCase())) return;
    save({ tags: [...tags, tag] });
  };
  return (
    <section className={styles['part']} aria-label={t`Tags`}>
      <h3 className={styles['title']}>
        <Trans>Tags</Trans>
      </h3>
      {tags.length === 0 ? null : (
        <ul className={styles['tags']}>
          {tags.map((tag) => (
            <li key={tag} className={styles['tag']}>
              <span dir="auto">{tag}</span>
              <Button
                look="quiet"
                size="icon"
                isDisabled={offline || isPending}
                aria-label={t`Take off: ${tag}`}
                onPress={() => save({ tags: tags.filter((one) => one !== tag) })}
              >
                <X size={14} aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {tags.length >= 20 ? null : (
        <Form
          className={styles['addTag'] ?? ''}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <input
            className={fields['input']}
            value={typed}
            maxLength={40}
            list={id}
            disabled={offline}
            placeholder={t`Regular, wholesale, allergy …`}
            aria-label={t`New tag`}
            dir="auto"
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
          <datalist id={id}>
            {known
              .filter((tag) => !tags.includes(tag))
              .map((tag) => (
                <option key={tag} value={tag}>
                  {tag}
                </option>
              ))}
          </datalist>
          <Button type="submit" size="icon" isDisabled={offline || isPending || typed.trim() === ''} aria-label={t`Add the tag`}>
            <Plus size={18} aria-hidden="true" />
          </Button>
        </Form>
      )}
      {trouble ? (
        <p role="alert" className={styles['bad']}>
          <Trans>This was not stored. Try it again.</Trans>
        </p>
      ) : null}
    </section>
  );
}
