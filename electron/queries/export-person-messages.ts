import { safeFilename } from '../../shared/domain/safe-filename.ts';
import type { Reader } from '../store/open-reader.ts';
import type { AnyRow, Place } from '../store/person-export.ts';
import { describeRow } from './describe-row.ts';
import { type HtmlLook, messageHtml } from './person-html.ts';

export type PersonMessagesQuestion = { conversationId: number; after: Place | null; name: string | null; look: HtmlLook };
export type ExportedMessage = {
  json: string;
  html: string;
  /** In the data folder under this hash; null where there is none. */
  file: { hash: string; path: string } | null;
};

/** Small enough that whoever searches meanwhile does not wait. */
const PAGE = 200;

/** The next messages of a chat with all that belongs to them, the oldest first; `next` is where to go on, null: that was all. */
export function exportMessages(reader: Pick<Reader, 'personExport'>, { conversationId, after, name, look }: PersonMessagesQuestion) {
  const rows = reader.personExport.messages(conversationId, after, PAGE);
  const last = rows.at(-1);
  const next: Place | null = rows.length < PAGE || !last ? null : { sentAt: Number(last['sent_at']), id: Number(last['id']) };
  return { messages: rows.map((row) => exportMessage(reader, row, name, look)), next };
}

function exportMessage({ personExport }: Pick<Reader, 'personExport'>, row: AnyRow, name: string | null, look: HtmlLook): ExportedMessage {
  const media = personExport.media(Number(row['id']));
  const wamid = typeof row['wamid'] === 'string' ? row['wamid'] : null;
  const hash = media && media['state'] === 'ready' && typeof media['hash'] === 'string' ? media['hash'] : null;
  const filename = safeFilename(String(media?.['filename'] ?? fileOf(media)));
  // Two may bear one name: the message's number tells them apart.
  const file = hash === null ? null : { hash, path: `files/${String(row['id'])}-${filename}` };
  const told = {
    ...describeRow(row),
    ...(media ? { media: { ...describeRow(media), file: file?.path ?? null } } : {}),
    reactions: wamid === null ? [] : personExport.reactions(wamid).map(describeRow),
    edits: wamid === null ? [] : personExport.edits(wamid).map(describeRow),
  };
  return { json: JSON.stringify(told), html: messageHtml(row, file && { path: file.path, name: filename }, name, look), file };
}

function fileOf(media: AnyRow | null): string {
  const ending = /^[a-z]+\/([a-z0-9]{2,5})\b/.exec(String(media?.['mime_type'] ?? ''))?.[1];
  return `${String(media?.['kind'] ?? 'file')}${ending === undefined ? '' : `.${ending}`}`;
}
