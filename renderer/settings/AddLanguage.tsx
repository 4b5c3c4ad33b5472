import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { languageName } from '../ui/language-name.ts';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './tells.module.css';

/** Adds a language by its code. */
export function AddLanguage({ known, onAdd }: { known: readonly string[]; onAdd: (code: string) => void }) {
  const { locale } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const code = typed.trim().toLowerCase();
  const name = /^[a-z]{2,3}$/.test(code) ? languageName(code, locale) : code;
  // `Intl` answers with the code itself where it knows no such language.
  const isKnown = name !== code;
  const isThere = known.includes(code);
  if (!isOpen)
    return (
      <Button size="small" look="quiet" onPress={() => setOpen(true)}>
        <Trans>Another language</Trans>
      </Button>
    );
  return (
    <Form
      className={styles['adding'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isKnown || isThere) return;
        setOpen(false);
        setTyped('');
        onAdd(code);
      }}
    >
      <TextInput
        label={<Trans>Code of the language</Trans>}
        placeholder="fr"
        value={typed}
        maxLength={3}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field appears because somebody asked for it
        autoFocus
        isInvalid={isThere || (code.length > 1 && !isKnown)}
        hint={isThere ? <Trans>It is there already.</Trans> : isKnown ? name : <Trans>Two or three letters, like fr, tr, pl.</Trans>}
        onChange={setTyped}
      />
      <Button type="submit" isDisabled={!isKnown || isThere}>
        <Trans>Add</Trans>
      </Button>
    </Form>
  );
}
