import { BufferTarget, EncodedAudioPacketSource, EncodedPacket, Output, WebMOutputFormat } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { readOpusHead } from '../../renderer/chats/voice/read-opus-head.ts';
import { remuxVoice } from '../../renderer/chats/voice/remux-voice.ts';
import { readOgg } from '../support/read-ogg.ts';

/** Twenty milliseconds of silence; the third byte tells one packet from the next. */
const packet = (index: number) => Uint8Array.of(0xf8, 0xff, 0xfe, index & 0xff);
/** Magic, version 1, one channel, 312 samples to skip, 48 kHz, no gain, mapping 0. */
const head = Uint8Array.of(...new TextEncoder().encode('OpusHead'), 1, 1, 0x38, 0x01, 0x80, 0xbb, 0, 0, 0, 0, 0);

async function webm(packets: number): Promise<Blob> {
  const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const source = new EncodedAudioPacketSource('opus');
  output.addAudioTrack(source);
  await output.start();
  for (let index = 0; index < packets; index += 1) {
    const meta = index === 0 ? { decoderConfig: { codec: 'opus', numberOfChannels: 1, sampleRate: 48_000, description: head } } : undefined;
    await source.add(new EncodedPacket(packet(index), 'key', index * 0.02, 0.02), meta);
  }
  await output.finalize();
  return new Blob([output.target.buffer ?? new ArrayBuffer(0)], { type: 'audio/webm;codecs=opus' });
}

describe('a recorded voice note', () => {
  it('becomes Ogg with Opus in mono, every packet of it untouched', async () => {
    const made = await remuxVoice(await webm(120));
    expect(made.type).toBe('audio/ogg');
    const file = new Uint8Array(await made.arrayBuffer());
    expect(readOpusHead(file)).toEqual({ channels: 1, preSkip: 312 });
    const { packets, granule, isWhole } = readOgg(file);
    expect(isWhole).toBe(true);
    expect(new TextDecoder().decode(packets[1]?.subarray(0, 8))).toBe('OpusTags');
    expect(packets.slice(2)).toEqual(Array.from({ length: 120 }, (_, index) => packet(index)));
    // 120 packets of 960 samples; what is skipped at the beginning counts.
    expect(granule).toBe(120n * 960n);
  });

  it('is refused where nothing was recorded', async () => {
    await expect(remuxVoice(new Blob([], { type: 'audio/webm' }))).rejects.toThrow();
  });
});

describe('the head of an Opus file', () => {
  it('is read from nothing else', () => {
    expect(readOpusHead(new Uint8Array())).toBeNull();
    expect(readOpusHead(new TextEncoder().encode('RIFF and more of that kind, long enough for a page'))).toBeNull();
  });
});
