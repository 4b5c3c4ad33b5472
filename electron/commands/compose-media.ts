import type { Outgoing } from '../../shared/contract/chats.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { OutgoingMedia } from '../store/media.ts';
import type { StoredContent } from '../store/stored-content.ts';
import type { TakeUpload } from './take-upload.ts';

type Given = Extract<Outgoing, { kind: 'media' }>;

/** A file that was handed over, as a message of the kind that it is to be sent as. A caption left empty is none. */
export function composeMedia(
  { takeUpload }: { takeUpload: TakeUpload },
  { uploadId, as, caption }: Given,
): { ok: true; content: Extract<StoredContent, { kind: 'media' }>; file: OutgoingMedia } | Refused {
  const taken = takeFile(takeUpload, uploadId, as);
  if (!taken.ok) return taken;
  const { file, animated } = taken;
  const words = caption.trim() === '' ? null : caption.trim();
  return { ok: true, content: { kind: 'media', media: file.kind, caption: words, voice: as === 'voice', animated }, file };
}

/** The file itself, refused with `media-type` where WhatsApp does not take it as that. A voice note is stored as what it is: sound. */
export function takeFile(takeUpload: TakeUpload, uploadId: string, as: Given['as']): { ok: true; file: OutgoingMedia; animated: boolean } | Refused {
  const taken = takeUpload(uploadId);
  if (!taken.ok) return taken;
  if (!taken.as.includes(as)) return { ok: false, reason: 'media-type' };
  const { hash, size, mimeType, filename, width, height, durationMs, animated } = taken;
  return {
    ok: true,
    file: { kind: as === 'voice' ? 'audio' : as, hash, size, mimeType, filename, width, height, durationMs },
    animated: as === 'sticker' && animated,
  };
}
