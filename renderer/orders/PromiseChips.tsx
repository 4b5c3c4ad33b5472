import { Trans, useLingui } from '@lingui/react/macro';
import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import type { PromiseChoice } from './promised-time.ts';
import { promisedMoment, promiseMinutes } from './promised-time.ts';
import styles from './PromiseChips.module.css';

type Props = { choice: PromiseChoice; own: number; onChoose: (choice: PromiseChoice) => void };

/** For when an order is promised: so many minutes from now, a clock time, or no time. */
export function PromiseChips({ choice, own, onChoose }: Props) {
  const { t } = useLingui();
  const formats = useFormats();
  const now = useNow(5000);
  const value = choice.kind === 'minutes' ? String(choice.minutes) : choice.kind;
  const choose = (chosen: string) => {
    if (chosen === 'none') onChoose({ kind: 'none' });
    // A time to start from: in an hour.
    else if (chosen === 'clock')
      onChoose({ kind: 'clock', clock: formats.clock24(promisedMoment({ kind: 'minutes', minutes: 60 }, now, formats.clock24) ?? now) });
    else onChoose({ kind: 'minutes', minutes: Number(chosen) });
  };
  return (
    <div className={styles['promise']}>
      <RadioGroup className={styles['chips'] ?? ''} aria-label={t`Promised for`} orientation="horizontal" value={value} onChange={choose}>
        {promiseMinutes(own).map((minutes) => (
          <Radio key={minutes} value={String(minutes)} className={styles['chip'] ?? ''}>
            {minutes % 60 === 0 ? <Trans>{formats.number(minutes / 60)} h</Trans> : <Trans>{formats.number(minutes)} min</Trans>}
          </Radio>
        ))}
        <Radio value="clock" className={styles['chip'] ?? ''}>
          <Trans>At …</Trans>
        </Radio>
        <Radio value="none" className={styles['chip'] ?? ''}>
          <Trans>No time</Trans>
        </Radio>
      </RadioGroup>
      {choice.kind === 'clock' ? (
        <TextField className={styles['clock'] ?? ''} value={choice.clock} type="time" onChange={(clock) => onChoose({ kind: 'clock', clock })}>
          <Label>
            <Trans>Promised for</Trans>
          </Label>
          <Input className={styles['input'] ?? ''} />
        </TextField>
      ) : null}
    </div>
  );
}
