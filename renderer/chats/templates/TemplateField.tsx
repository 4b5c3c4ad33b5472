import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { Suggestion } from './field-suggestions.ts';
import styles from './TemplateField.module.css';

type Props = { label: ReactNode; hint?: ReactNode; value: string; suggestions: readonly Suggestion[]; onChange: (value: string) => void };

/** A field of a template, with what it likely holds one press away. */
export function TemplateField({ label, hint, value, suggestions, onChange }: Props) {
  const { t } = useLingui();
  return (
    <div className={styles['field']}>
      <TextInput label={label} hint={hint} value={value} isRequired onChange={onChange} />
      {suggestions.length === 0 ? null : (
        <div className={styles['suggestions']} role="toolbar" aria-label={t`Suggestions`}>
          {suggestions.map(({ what, text }) => (
            <Button key={what} size="small" isDisabled={value === text} onPress={() => onChange(text)}>
              {text}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
