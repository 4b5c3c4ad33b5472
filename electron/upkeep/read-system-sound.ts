import { execFile } from 'node:child_process';
import type { SystemSound } from '../../shared/contract/bell.ts';

export type SoundReading = Omit<SystemSound, 'readAt'>;

/** Runs a program; null where it is not there, fails, or takes too long. */
type Run = (program: string, ...words: string[]) => Promise<string | null>;

const UNKNOWN: SoundReading = { state: 'unknown', volume: null, output: null };
const NO_OUTPUT: SoundReading = { state: 'no-output', volume: null, output: null };
/** Percent; below it an alarm is not heard across a room. */
const QUIET_BELOW = 20;
const TIMEOUT_MS = 3_000;

/** The sink that both sound servers make when there is no real one: what is played there is heard by nobody. */
const DUMMY = 'auto_null';

/**
 * What the system says of its own sound: Linux by `pactl` (PulseAudio, and PipeWire's answers the same), else by `wpctl`.
 * Windows and macOS have no program that could be asked, and are unknown.
 */
export async function readSystemSound(platform: NodeJS.Platform, run: Run = runProgram): Promise<SoundReading> {
  if (platform !== 'linux') return UNKNOWN;
  return (await askPactl(run)) ?? (await askWpctl(run)) ?? UNKNOWN;
}

async function askPactl(run: Run): Promise<SoundReading | null> {
  const info = await run('pactl', 'info');
  if (info === null) return null;
  const sinks = await run('pactl', 'list', 'sinks');
  if (sinks === null) return null;
  const name = /^Default Sink: (.+)$/m.exec(info)?.[1]?.trim();
  const blocks = sinks.split(/^Sink #/m).slice(1);
  const field = (block: string, label: string) => new RegExp(`^\\s*${label}: (.*)$`, 'm').exec(block)?.[1]?.trim() ?? null;
  const sink = blocks.find((block) => field(block, 'Name') === name);
  if (!sink || name === DUMMY) return NO_OUTPUT;
  const volumes = [...(field(sink, 'Volume') ?? '').matchAll(/(\d+)%/g)].map(([, percent]) => Number(percent));
  return judge(field(sink, 'Mute') === 'yes', volumes.length > 0 ? Math.max(...volumes) : null, field(sink, 'Description') ?? name ?? null);
}

async function askWpctl(run: Run): Promise<SoundReading | null> {
  const text = await run('wpctl', 'get-volume', '@DEFAULT_AUDIO_SINK@');
  const volume = /Volume: (\d+(?:\.\d+)?)/.exec(text ?? '')?.[1];
  if (text === null || volume === undefined) return null;
  const about = (await run('wpctl', 'inspect', '@DEFAULT_AUDIO_SINK@')) ?? '';
  const property = (name: string) => new RegExp(`${name} = "(.*)"`).exec(about)?.[1] ?? null;
  if (property('node\\.name') === DUMMY) return NO_OUTPUT;
  return judge(text.includes('[MUTED]'), Math.round(Number(volume) * 100), property('node\\.description') ?? property('node\\.name'));
}

function judge(muted: boolean, volume: number | null, output: string | null): SoundReading {
  const state = muted ? 'muted' : volume !== null && volume < QUIET_BELOW ? 'quiet' : 'ok';
  return { state, volume, output };
}

const runProgram: Run = (program, ...words) =>
  new Promise((resolve) => {
    // In C both programs speak English, whatever the shop speaks.
    const env = { ...process.env, LC_ALL: 'C' };
    execFile(program, words, { env, timeout: TIMEOUT_MS, maxBuffer: 1024 * 1024, windowsHide: true }, (error, text) => resolve(error ? null : text));
  });
