import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readSystemSound } from '../../electron/upkeep/read-system-sound.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PATH = process.env['PATH'];
afterEach(() => {
  process.env['PATH'] = PATH;
});

/** Programs of these names that write what is given, on a path where nothing else is; null: that one fails. */
function programs(given: Record<string, Record<string, string | null>>): void {
  const folder = temporaryFolder();
  for (const [name, answers] of Object.entries(given)) {
    const cases = Object.entries(answers).map(([words, text]) =>
      text === null ? `'${words}') exit 1;;` : `'${words}') printf '%s\\n' '${text.replaceAll("'", `'\\''`)}';;`,
    );
    const file = path.join(folder, name);
    writeFileSync(file, `#!/bin/sh\n[ "$LC_ALL" = C ] || exit 3\ncase "$*" in\n${cases.join('\n')}\n*) exit 2;;\nesac\n`);
    chmodSync(file, 0o755);
  }
  process.env['PATH'] = folder;
}

const info = (sink: string) => `Server Name: PulseAudio (on PipeWire 1.0.5)\nDefault Sink: ${sink}\nDefault Source: mic\n`;
const sinkOf = (name: string, mute: string, left: number, right: number) =>
  `Sink #52
	State: SUSPENDED
	Name: ${name}
	Description: Built-in Audio Analog Stereo
	Sample Specification: s32le 2ch 48000Hz
	Mute: ${mute}
	Volume: front-left: 48496 /  ${left}% / -7.85 dB,   front-right: 48496 /  ${right}% / -7.85 dB
	        balance 0.00
	Base Volume: 65536 / 100% / 0.00 dB`;

describe('the sound of a Linux system', () => {
  test.each([
    ['no', 74, 74, 'ok', 74],
    ['yes', 74, 74, 'muted', 74],
    ['no', 5, 12, 'quiet', 12],
    ['no', 0, 30, 'ok', 30],
  ])('by pactl: mute %s, %d and %d per cent is %s', async (mute, left, right, state, volume) => {
    const hdmi = sinkOf('hdmi', mute === 'yes' ? 'no' : 'yes', 100, 100);
    programs({ pactl: { info: info('speakers'), 'list sinks': `${hdmi}\n\n${sinkOf('speakers', mute, left, right)}` } });
    expect(await readSystemSound('linux')).toEqual({ state, volume, output: 'Built-in Audio Analog Stereo' });
  });

  test('without a sink, or with the dummy alone, is none', async () => {
    programs({ pactl: { info: 'Server Name: pulseaudio', 'list sinks': '' } });
    expect((await readSystemSound('linux')).state).toBe('no-output');
    programs({ pactl: { info: info('auto_null'), 'list sinks': sinkOf('auto_null', 'no', 100, 100) } });
    expect((await readSystemSound('linux')).state).toBe('no-output');
  });

  test('is asked by wpctl where pactl is not there or answers nothing', async () => {
    const inspect = 'id 52, type PipeWire:Interface:Node\n  * node.description = "USB Speakers"\n  * node.name = "alsa_output.usb"';
    const wpctl = { 'get-volume @DEFAULT_AUDIO_SINK@': 'Volume: 0.40', 'inspect @DEFAULT_AUDIO_SINK@': inspect };
    programs({ wpctl });
    expect(await readSystemSound('linux')).toEqual({ state: 'ok', volume: 40, output: 'USB Speakers' });
    programs({ pactl: { info: null }, wpctl: { ...wpctl, 'get-volume @DEFAULT_AUDIO_SINK@': 'Volume: 0.40 [MUTED]' } });
    expect((await readSystemSound('linux')).state).toBe('muted');
  });

  test('is unknown where nothing can be asked, and on other systems', async () => {
    programs({});
    expect(await readSystemSound('linux')).toEqual({ state: 'unknown', volume: null, output: null });
    programs({ pactl: { info: info('speakers'), 'list sinks': sinkOf('speakers', 'yes', 1, 1) } });
    expect((await readSystemSound('win32')).state).toBe('unknown');
    expect((await readSystemSound('darwin')).state).toBe('unknown');
  });
});
