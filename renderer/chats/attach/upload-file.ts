import type { Api } from '../../../shared/contract.ts';
import type { Reason } from '../../../shared/domain/reason.ts';

/** A multiple of three, so that each part is whole base64; the contract takes 512 KB. */
const PART = 384 * 1024;

/** What was handed over so far, so that a lost cable loses nothing. */
export type Handed = { uploadId: string; offset: number };

type Chunks = { chunk: (part: { uploadId: string; offset: number; base64: string }) => ReturnType<Api['media']['chunk']> };

/**
 * Hands a file to the main side, part by part, from where it stopped.
 * @param onPart called after each part, with what was handed over by then
 * @returns null when it is there; a reason where it was refused. Throws where the main side did not answer, or when it was cancelled.
 */
export async function uploadFile(api: Chunks, blob: Blob, from: Handed, onPart: (handed: Handed) => void, signal: AbortSignal): Promise<Reason | null> {
  for (let { offset } = from; offset < blob.size;) {
    signal.throwIfAborted();
    const bytes = new Uint8Array(await blob.slice(offset, offset + PART).arrayBuffer());
    const answer = await api.chunk({ uploadId: from.uploadId, offset, base64: base64Of(bytes) });
    if (!answer.ok) return answer.reason;
    offset += bytes.length;
    onPart({ uploadId: from.uploadId, offset });
  }
  return null;
}

/** Chromium 130 has no `Uint8Array.toBase64` yet. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  // Arguments lie on the stack: too many at once overflow it.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
