import type { GraphFailure } from '../graph/graph-call.ts';
import type { MediaRow } from '../store/media.ts';

/** Hands a message's file to Meta; the worker keeps the id. */
export type UploadFile = (file: MediaRow, phoneNumberId: string) => Promise<{ ok: true; mediaId: string } | GraphFailure>;

const DAY = 24 * 60 * 60 * 1000;
/** Meta keeps an upload for 30 days. */
const KEPT = 29 * DAY;
/** An id that Meta refuses so soon after giving it is not refused for its age. */
const YOUNG = 10 * 60 * 1000;
/** Codes by which Meta refuses a message whose file it does not know: it names the parameter, or the file. */
const UNKNOWN_FILE: ReadonlySet<number> = new Set([33, 100, 131009, 131052, 131053]);

/** Meta's id of a file that lies there already; null where it has to be uploaded (again). */
export function uploadedId(file: MediaRow | null, now: number): string | null {
  return file && file.uploaded_at !== null && file.uploaded_at > now - KEPT ? file.wa_id : null;
}

/** True where a refused message may be only about an upload that Meta has lost: it is uploaded anew then, once. */
export function isLostUpload(file: MediaRow | null, code: number | null, now: number): boolean {
  return file !== null && file.hash !== null && file.uploaded_at !== null && file.uploaded_at < now - YOUNG && UNKNOWN_FILE.has(code ?? 0);
}
