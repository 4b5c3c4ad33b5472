import { Buffer } from 'node:buffer';

export type FormPart = { name: string; filename: string | null; mimeType: string | null; bytes: Buffer };

/** The parts of a multipart/form-data body (RFC 7578); null where it is none. */
export function readMultipart(bytes: Buffer, contentType: string | undefined): FormPart[] | null {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1];
  if (boundary === undefined) return null;
  const line = Buffer.from(`--${boundary}`);
  const parts: FormPart[] = [];
  let start = bytes.indexOf(line);
  while (start !== -1) {
    const begin = start + line.length + 2;
    const end = bytes.indexOf(line, begin);
    if (end === -1) break;
    const headEnd = bytes.indexOf('\r\n\r\n', begin);
    if (headEnd === -1 || headEnd > end) return null;
    const head = bytes.toString('utf8', begin, headEnd);
    const name = /content-disposition:[^\r\n]*[; ]name="([^"]*)"/i.exec(head)?.[1];
    if (name === undefined) return null;
    parts.push({
      name,
      filename: /filename="([^"]*)"/i.exec(head)?.[1] ?? null,
      mimeType: /content-type:\s*([^\r\n]+)/i.exec(head)?.[1]?.trim() ?? null,
      bytes: bytes.subarray(headEnd + 4, end - 2),
    });
    start = end;
  }
  return parts.length === 0 ? null : parts;
}
