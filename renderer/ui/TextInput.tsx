import { Input, Label, Text, TextField } from 'react-aria-components';
import type { TextFieldProps } from 'react-aria-components';
import type { ReactNode, RefObject } from 'react';
import styles from './fields.module.css';

type Props = Omit<TextFieldProps, 'children' | 'className'> & {
  label: ReactNode;
  hint?: ReactNode;
  placeholder?: string;
  inputRef?: RefObject<HTMLInputElement | null>;
};

/** A labelled line of text. */
export function TextInput({ label, hint, placeholder, inputRef, ...props }: Props) {
  return (
    <TextField {...props} className={styles['field'] ?? ''}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Input
        className={styles['input'] ?? ''}
        spellCheck={false}
        autoComplete="off"
        {...(placeholder ? { placeholder } : {})}
        {...(inputRef ? { ref: inputRef } : {})}
      />
      {hint ? (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      ) : null}
    </TextField>
  );
}
