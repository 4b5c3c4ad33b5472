/** A recording that runs. The microphone is open only as long as it does. */
export type Recording = {
  /** How loud it is now, 0 to 1. */
  level: () => number;
  /** Ends it, and gives what was recorded. */
  stop: () => Promise<Blob>;
  /** Ends it, and forgets what was recorded. */
  discard: () => void;
  /** Called when the microphone ends by itself: unplugged, or taken away by the system. */
  onEnded: (hear: () => void) => void;
};

export type RecordingStart = { ok: true; recording: Recording } | { ok: false; why: 'no-microphone' | 'denied' | 'failed' };

const FORMAT = 'audio/webm;codecs=opus';

/** Asks for the microphone and begins to record. */
export async function recordVoice(): Promise<RecordingStart> {
  // A page that did not come over a safe way has no microphones at all.
  if (!('mediaDevices' in navigator) || !MediaRecorder.isTypeSupported(FORMAT)) return { ok: false, why: 'no-microphone' };
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true } });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotFoundError' || name === 'OverconstrainedError') return { ok: false, why: 'no-microphone' };
    return { ok: false, why: name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'failed' };
  }
  try {
    return { ok: true, recording: begin(stream) };
  } catch {
    close(stream);
    return { ok: false, why: 'failed' };
  }
}

function begin(stream: MediaStream): Recording {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const parts: Blob[] = [];
  const recorder = new MediaRecorder(stream, { mimeType: FORMAT, audioBitsPerSecond: 32_000 });
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  recorder.start(1000);
  const end = () => {
    close(stream);
    if (context.state !== 'closed') void context.close();
  };
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      // Speech lies about 40 dB above silence: that span fills the meter.
      return Math.min(1, Math.max(0, 1 + (10 * Math.log10(power + 1e-9)) / 45));
    },
    stop: async () => {
      if (recorder.state !== 'inactive') {
        const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
        recorder.stop();
        await stopped;
      }
      end();
      return new Blob(parts, { type: FORMAT });
    },
    discard: () => {
      if (recorder.state !== 'inactive') recorder.stop();
      end();
    },
    onEnded: (hear) => stream.getAudioTracks()[0]?.addEventListener('ended', hear, { once: true }),
  };
}

function close(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
