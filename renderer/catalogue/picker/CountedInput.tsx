import { Trans } from '@lingui/react/macro';
import { useId } from 'react';
import fields from '../../ui/fields.module.css';

type Props = { label: string; value: string; limit: number; rows?: number; onChange: (value: string) => void };

/** A text that WhatsApp limits, with how much of the room is taken. */
export function CountedInput({ label, value, limit, rows = 1, onChange }: Props) {
  const id = useId();
  const over = value.trim().length - limit;
  return (
    <div className={fields['field']}>
      <label className={fields['label']} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className={`${fields['input'] ?? ''} ${fields['box'] ?? ''}`}
        rows={rows}
        value={value}
        dir="auto"
        aria-describedby={`${id}-count`}
        aria-invalid={over > 0}
        // A heading, a footer and a title are one line.
        onChange={(event) => onChange(rows === 1 ? event.target.value.replaceAll('\n', ' ') : event.target.value)}
      />
      <span id={`${id}-count`} className={over > 0 ? fields['wrong'] : fields['hint']} aria-live={over > 0 ? 'polite' : 'off'}>
        {over > 0 ? (
          <Trans>{over} characters too many</Trans>
        ) : (
          <Trans>
            {value.trim().length} of {limit} characters
          </Trans>
        )}
      </span>
    </div>
  );
}
