import { Trans, useLingui } from '@lingui/react/macro';
import { Choices } from '../../ui/Choices.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { Promised } from './promised-at.ts';

const MINUTES = [15, 30, 45, 60];

/** When the customer gets it. */
export function PromiseChoice({ value, isWrong, onChange }: { value: Promised; isWrong: boolean; onChange: (value: Promised) => void }) {
  const { t } = useLingui();
  const formats = useFormats();
  const key = value.by === 'minutes' ? String(value.minutes) : value.by;
  const minutes = [...new Set([...MINUTES, ...(value.by === 'minutes' ? [value.minutes] : [])])].toSorted((a, b) => a - b);
  return (
    <>
      <Choices
        label={<Trans>Promised for</Trans>}
        value={key}
        options={[
          { value: 'none', words: <Trans>No time</Trans> },
          ...minutes.map((each) => ({ value: String(each), words: formats.span(each * 60_000) })),
          { value: 'clock', words: <Trans>A clock time</Trans> },
        ]}
        onChange={(chosen) =>
          onChange(chosen === 'none' ? { by: 'none' } : chosen === 'clock' ? { by: 'clock', clock: '' } : { by: 'minutes', minutes: Number(chosen) })
        }
      />
      {value.by === 'clock' ? (
        <TextInput
          label={<Trans>Clock time</Trans>}
          type="time"
          value={value.clock}
          isInvalid={isWrong}
          hint={isWrong ? t`Which time?` : t`The next time that the clock shows this.`}
          onChange={(clock) => onChange({ by: 'clock', clock })}
        />
      ) : null}
    </>
  );
}
