import type { SendAs } from '../../shared/domain/media-limits.ts';
import type { Refused } from '../../shared/domain/reason.ts';

/** A file that the page handed over, whole and looked at. */
export type TakenUpload = {
  ok: true;
  /** SHA-256 in hex: its name in the data folder. */
  hash: string;
  /** Bytes. */
  size: number;
  /** As Meta wants it named. */
  mimeType: string;
  filename: string;
  /** Pixels; null where unknown. */
  width: number | null;
  height: number | null;
  durationMs: number | null;
  /** What WhatsApp takes it as: whoever sends it as anything else refuses with `media-type`. */
  as: readonly SendAs[];
  /** Of a sticker: it moves. */
  animated: boolean;
};

/**
 * Gives a file that was handed over by `media.begin` and `media.chunk`; `upload-lost` where it is not whole, or its hour is over. It can be
 * asked for again within the hour, so a send that was refused loses nothing. The row of it is written with `store.media.addOutgoing` in the
 * transaction that writes the message.
 */
export type TakeUpload = (uploadId: string) => TakenUpload | Refused;
