import { spawn } from 'node:child_process';

const RATE = 16_000;
/** Far above the noise of a null sink, which is none, and far below any ring. */
const LEAST = 300;

export type Recording = {
  /** The moment (ms since epoch) of the first sample after `from` that stands out of what was recorded before `from`; null: none so far. */
  onsetAfter: (from: number) => number | null;
  /** The largest sample between two moments, 0 to 32768. */
  loudest: (from: number, to: number) => number;
  stop: () => void;
};

/** Records what the sound device plays, from now on; resolves when the first sound data is there. */
export async function recordSound(): Promise<Recording> {
  const flags = ['-d', 'bell.monitor', '--raw', '--format=s16le', '--channels=1', `--rate=${RATE}`, '--latency-msec=20'];
  const recorder = spawn('parec', flags, { stdio: ['ignore', 'pipe', 'ignore'] });
  const samples: number[] = [];
  let startedAt = 0;
  let odd: Buffer = Buffer.alloc(0);
  await new Promise<void>((resolve, reject) => {
    recorder.once('error', reject);
    recorder.stdout.on('data', (part: Buffer) => {
      const chunk = Buffer.concat([odd, part]);
      const whole = chunk.length - (chunk.length % 2);
      for (let at = 0; at < whole; at += 2) samples.push(Math.abs(chunk.readInt16LE(at)));
      odd = chunk.subarray(whole);
      if (startedAt === 0) startedAt = Date.now() - (samples.length * 1000) / RATE;
      resolve();
    });
  });
  const indexOf = (moment: number) => Math.max(0, Math.floor(((moment - startedAt) * RATE) / 1000));
  const largest = (from: number, to: number) => {
    let most = 0;
    for (let at = from; at < Math.min(to, samples.length); at += 1) most = Math.max(most, samples[at] ?? 0);
    return most;
  };
  return {
    onsetAfter(from) {
      const begin = indexOf(from);
      const threshold = Math.max(LEAST, 8 * largest(0, begin));
      for (let at = begin; at < samples.length; at += 1) if ((samples[at] ?? 0) > threshold) return startedAt + (at * 1000) / RATE;
      return null;
    },
    loudest: (from, to) => largest(indexOf(from), indexOf(to)),
    stop: () => void recorder.kill(),
  };
}
