import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { VoiceNote } from './use-voice-note.ts';

type Props = { why: Extract<VoiceNote, { at: 'failed' }>['why']; onRetry: () => void; onClose: () => void };

/** Why no voice note was recorded, and what to do. */
export function VoiceTrouble({ why, onRetry, onClose }: Props) {
  return (
    <Notice
      tone="bad"
      isLive
      title={
        why === 'no-microphone' ? (
          <Trans>There is no microphone</Trans>
        ) : why === 'denied' ? (
          <Trans>The microphone was not allowed</Trans>
        ) : (
          <Trans>The recording failed</Trans>
        )
      }
      actions={
        <>
          <Button onPress={onRetry}>
            <Trans>Try again</Trans>
          </Button>
          <Button look="quiet" onPress={onClose}>
            <Trans>Close</Trans>
          </Button>
        </>
      }
    >
      {why === 'no-microphone' ? (
        <Trans>Connect one, or attach a sound file instead.</Trans>
      ) : why === 'denied' ? (
        <Trans>Allow it in the browser beside the address, or in the system's privacy settings, and try again.</Trans>
      ) : (
        <Trans>Perhaps another program uses the microphone. Try it again.</Trans>
      )}
    </Notice>
  );
}
