import { useEffect, useRef, useState } from 'react';
import { recordVoice } from './record-voice.ts';
import type { Recording, RecordingStart } from './record-voice.ts';
import { remuxVoice } from './remux-voice.ts';

/** WhatsApp takes 16 MB of sound; nobody listens to that much. Ms. */
const LONGEST = 15 * 60_000;

export type VoiceNote =
  | { at: 'idle' }
  | { at: 'asking' }
  | { at: 'recording'; recording: Recording; since: number }
  | { at: 'making' }
  | { at: 'made'; file: File; lasts: number }
  | { at: 'failed'; why: Extract<RecordingStart, { ok: false }>['why'] };

/** Records a voice note. The microphone is asked for by `start`, and let go by whatever ends the recording, leaving the chat included. */
export function useVoiceNote() {
  const [note, setNote] = useState<VoiceNote>({ at: 'idle' });
  // What is being waited for may have been given up meanwhile.
  const turn = useRef(0);
  const open = useRef<Recording | null>(null);

  const stop = async (recording: Recording, since: number) => {
    if (open.current !== recording) return;
    open.current = null;
    const mine = ++turn.current;
    const lasts = Date.now() - since;
    setNote({ at: 'making' });
    try {
      const made = await remuxVoice(await recording.stop());
      if (turn.current === mine) setNote({ at: 'made', file: new File([made], 'voice.ogg', { type: made.type }), lasts });
    } catch {
      recording.discard();
      if (turn.current === mine) setNote({ at: 'failed', why: 'failed' });
    }
  };
  const start = async () => {
    const mine = ++turn.current;
    setNote({ at: 'asking' });
    const started = await recordVoice();
    if (turn.current !== mine) {
      if (started.ok) started.recording.discard();
      return;
    }
    if (!started.ok) return setNote({ at: 'failed', why: started.why });
    const { recording } = started;
    open.current = recording;
    const since = Date.now();
    recording.onEnded(() => void stop(recording, since));
    setTimeout(() => void stop(recording, since), LONGEST);
    setNote({ at: 'recording', recording, since });
  };
  const discard = () => {
    turn.current += 1;
    open.current?.discard();
    open.current = null;
    setNote({ at: 'idle' });
  };
  useEffect(
    () => () => {
      turn.current += 1;
      open.current?.discard();
      open.current = null;
    },
    [],
  );
  return {
    note,
    start: () => void start(),
    stop: () => (note.at === 'recording' ? void stop(note.recording, note.since) : undefined),
    discard,
  };
}
