import { readOpusHead } from './read-opus-head.ts';

/** What WhatsApp takes as a voice note: Ogg with Opus, mono. */
export const VOICE_TYPE = 'audio/ogg';

/**
 * What Chromium recorded (WebM with Opus) as Ogg. The sound itself is taken over as it is; only one with two channels is encoded anew.
 * Throws where it cannot be made into what WhatsApp takes.
 */
export async function remuxVoice(recorded: Blob): Promise<Blob> {
  // Large, and needed by few chats: it comes when the first voice note is recorded.
  const { BlobSource, BufferTarget, Conversion, Input, MATROSKA, OggOutputFormat, Output, WEBM } = await import('mediabunny');
  const input = new Input({ formats: [WEBM, MATROSKA], source: new BlobSource(recorded) });
  const output = new Output({ format: new OggOutputFormat(), target: new BufferTarget() });
  // Names and dates of the program that recorded are nobody's business.
  const conversion = await Conversion.init({
    input,
    output,
    tags: {},
    audio: { codec: 'opus', numberOfChannels: 1 },
    video: { discard: true },
    showWarnings: false,
  });
  if (!conversion.isValid) throw new Error('Nothing was recorded that could be sent');
  await conversion.execute();
  const made = output.target.buffer;
  if (made === null || readOpusHead(new Uint8Array(made))?.channels !== 1) throw new Error('The recording did not become a mono Opus file');
  return new Blob([made], { type: VOICE_TYPE });
}
