import { Label, Text, TextArea, TextField } from 'react-aria-components';
import type { TextFieldProps } from 'react-aria-components';
import type { ReactNode, RefObject } from 'react';
import { classNames } from './class-names.ts';
import styles from './fields.module.css';

type Props = Omit<TextFieldProps, 'children' | 'className'> & {
  label: ReactNode;
  hint?: ReactNode;
  placeholder?: string;
  rows?: number;
  boxRef?: RefObject<HTMLTextAreaElement | null>;
};

/** A labelled box for several lines of text. */
export function TextBox({ label, hint, placeholder, rows = 3, boxRef, ...props }: Props) {
  return (
    <TextField {...props} className={styles['field'] ?? ''}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <TextArea
        className={classNames(styles['input'], styles['box'])}
        rows={rows}
        dir="auto"
        autoComplete="off"
        {...(placeholder ? { placeholder } : {})}
        {...(boxRef ? { ref: boxRef } : {})}
      />
      {hint ? (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      ) : null}
    </TextField>
  );
}
