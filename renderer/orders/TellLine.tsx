import { Trans } from '@lingui/react/macro';
import { MessageSquareOff, MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import type { TellChoice } from './tell-choice.ts';
import { willTell } from './tell-choice.ts';
import type { Preview } from './tell-choice.ts';
import { TellFields } from './TellFields.tsx';
import styles from './TellLine.module.css';

type Props = { preview: Preview; choice: TellChoice; onChoose: (choice: TellChoice) => void };

/** In a line, what the customer will be told by the next step, or why not; opened, it can be edited or left unsaid this once. */
export function TellLine({ preview, choice, onChoose }: Props) {
  const say = useSayReason();
  const [isOpen, setOpen] = useState(false);
  const tells = willTell(preview, choice);
  const Icon = tells ? MessageSquareText : MessageSquareOff;
  return (
    <div className={styles['tell']}>
      <div className={styles['line']}>
        <Icon size={18} aria-hidden="true" />
        <p className={styles['words']}>
          {tells ? (
            <>
              <Trans>The customer will be told:</Trans>{' '}
              <q className={styles['text']} dir="auto">
                {choice.text ?? preview.text}
              </q>
            </>
          ) : preview.alreadyTold ? (
            <Trans>The customer was told of this already.</Trans>
          ) : preview.reason ? (
            <>
              <Trans>The customer will not be told:</Trans> {say(preview.reason).title}.
            </>
          ) : (
            <Trans>The customer will not be told of this step.</Trans>
          )}
        </p>
        {preview.alreadyTold ? null : (
          <Button look="quiet" className={styles['edit']} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? <Trans>Close</Trans> : <Trans>Edit</Trans>}
          </Button>
        )}
      </div>
      {isOpen && !preview.alreadyTold ? <TellFields preview={preview} choice={choice} onChoose={onChoose} /> : null}
    </div>
  );
}
