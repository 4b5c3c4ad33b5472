import { Trans, useLingui } from '@lingui/react/macro';
import { SendHorizontal, Square, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useOffline } from '../../cable/ConnectionProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useBlobSource } from '../attach/use-blob-source.ts';
import { timerWords } from './timer-words.ts';
import type { VoiceNote } from './use-voice-note.ts';
import type { Recording } from './record-voice.ts';
import styles from './VoiceRow.module.css';

type Props = { note: VoiceNote; isSending: boolean; onStop: () => void; onDiscard: () => void; onSend: (file: File) => void };

/** Stands in place of the field while a voice note is recorded, and until it is sent or discarded. */
export function VoiceRow({ note, isSending, onStop, onDiscard, onSend }: Props) {
  const { t } = useLingui();
  const offline = useOffline();
  return (
    <section className={styles['row']} aria-label={t`Voice note`}>
      <Button look="quiet" size="icon" isDisabled={isSending} aria-label={t`Discard the voice note`} onPress={onDiscard}>
        <Trash2 size={20} aria-hidden="true" />
      </Button>
      {note.at === 'asking' ? (
        <output className={styles['words']}>
          <Trans>Waiting for the microphone …</Trans>
        </output>
      ) : note.at === 'recording' ? (
        <>
          <Timer since={note.since} />
          <Level recording={note.recording} />
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed */}
          <Button look="go" size="big" autoFocus onPress={onStop}>
            <Square size={16} aria-hidden="true" />
            <Trans>Stop and listen</Trans>
          </Button>
        </>
      ) : note.at === 'made' ? (
        <>
          <Listen file={note.file} />
          <span className={styles['timer']}>{timerWords(note.lasts)}</span>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- as above */}
          <Button look="go" size="big" autoFocus isDisabled={offline || isSending} onPress={() => onSend(note.file)}>
            <SendHorizontal size={18} aria-hidden="true" />
            <Trans>Send</Trans>
          </Button>
        </>
      ) : (
        <output className={styles['words']}>
          <Trans>Making it ready …</Trans>
        </output>
      )}
    </section>
  );
}

function Timer({ since }: { since: number }) {
  const { t } = useLingui();
  const now = useNow(1000);
  return (
    <span className={styles['timer']} role="timer" aria-label={t`Recording for`}>
      <span className={styles['dot']} aria-hidden="true" />
      {timerWords(now - since)}
    </span>
  );
}

/** Shows that something is heard; painted by hand, thirty times a second and more. */
function Level({ recording }: { recording: Recording }) {
  const { t } = useLingui();
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    let frame = 0;
    const paint = () => {
      if (meter.current) meter.current.value = recording.level();
      frame = requestAnimationFrame(paint);
    };
    frame = requestAnimationFrame(paint);
    return () => cancelAnimationFrame(frame);
  }, [recording]);
  return <meter ref={meter} className={styles['level']} min={0} max={1} aria-label={t`Loudness`} />;
}

function Listen({ file }: { file: File }) {
  const { t } = useLingui();
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- just spoken, by the one who listens
  return <audio ref={useBlobSource(file)} className={styles['listen']} controls aria-label={t`Your voice note`} />;
}
