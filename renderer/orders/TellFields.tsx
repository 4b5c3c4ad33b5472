import { Trans } from '@lingui/react/macro';
import { Label, TextArea, TextField } from 'react-aria-components';
import { Notice } from '../ui/Notice.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import type { Preview, TellChoice } from './tell-choice.ts';
import { willTell } from './tell-choice.ts';
import styles from './TellFields.module.css';

/** WhatsApp's own limit of a text, in characters. */
const LONGEST = 4096;

type Props = { preview: Preview; choice: TellChoice; onChoose: (choice: TellChoice) => void };

/** What the customer will be told: on or off for this once, and the text, which can be edited where it is free. */
export function TellFields({ preview, choice, onChoose }: Props) {
  const say = useSayReason();
  if (preview.alreadyTold)
    return (
      <p className={styles['plain']}>
        <Trans>The customer was told of this already.</Trans>
      </p>
    );
  if (preview.reason !== null) {
    const why = say(preview.reason);
    return (
      <Notice tone="warn" title={<Trans>The customer will not be told: {why.title}.</Trans>}>
        {why.todo}
        {preview.reason === 'window-closed' || preview.reason === 'no-template' ? (
          <>
            {' '}
            <Trans>With an approved template, chosen in the settings, it goes out all the same.</Trans>
          </>
        ) : null}
      </Notice>
    );
  }
  const tells = willTell(preview, choice);
  return (
    <div className={styles['fields']}>
      <Toggle isSelected={tells} onChange={(on) => onChoose(on ? { on, text: null } : { ...choice, on })}>
        <Trans>Tell the customer</Trans>
      </Toggle>
      {!tells ? null : preview.how === 'template' ? (
        <blockquote className={styles['template']} dir="auto">
          {preview.text}
          <small className={styles['hint']}>
            <Trans>The 24 hours for free text are over, so your approved template goes out. Its words are fixed.</Trans>
          </small>
        </blockquote>
      ) : (
        <TextField className={styles['fields'] ?? ''} value={choice.text ?? preview.text} maxLength={LONGEST} onChange={(text) => onChoose({ on: true, text })}>
          <Label className="off-screen">
            <Trans>Message to the customer</Trans>
          </Label>
          <TextArea className={styles['text'] ?? ''} rows={3} dir="auto" lang={preview.language} />
        </TextField>
      )}
    </div>
  );
}
