import type { Sendable } from '../../shared/domain/send-limits.ts';
import type { SendKind } from '../wire/send-types.ts';
import { writeInteractive } from './write-interactive.ts';
import { writeTemplate } from './write-template.ts';

/** A file that lies at Meta already. */
export type UploadedFile = { mediaId: string | null; filename: string | null };

/**
 * A message in the object that is named as its type. Source: Meta's pages on each kind, and its OpenAPI file (docs/wire.md).
 * @throws Error where a file was not uploaded: whoever sends has to see to that first
 */
export function writeKind(content: Sendable, { mediaId, filename }: UploadedFile): SendKind {
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: { body: content.body, preview_url: true } };
    case 'media':
      return writeMedia(content, uploaded(mediaId), filename);
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: content.targetWamid, emoji: content.emoji } };
    case 'location': {
      const { latitude, longitude, name, address } = content;
      return { type: 'location', location: { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) } };
    }
    case 'buttons':
    case 'location-request':
    case 'contact-request':
    case 'products':
      return { type: 'interactive', interactive: writeInteractive(content) };
    case 'template':
      return { type: 'template', template: writeTemplate(content, content.headerMedia === null ? null : { id: uploaded(mediaId), filename }) };
  }
}

function writeMedia({ media, voice, caption }: Extract<Sendable, { kind: 'media' }>, id: string, filename: string | null): SendKind {
  const captioned = { id, ...(caption === null ? {} : { caption }) };
  switch (media) {
    case 'image':
      return { type: 'image', image: captioned };
    case 'video':
      return { type: 'video', video: captioned };
    case 'document':
      return { type: 'document', document: { ...captioned, ...(filename === null ? {} : { filename }) } };
    case 'audio':
      return { type: 'audio', audio: { id, ...(voice ? { voice: true } : {}) } };
    case 'sticker':
      return { type: 'sticker', sticker: { id } };
  }
}

function uploaded(mediaId: string | null): string {
  if (mediaId === null) throw new Error('a file that was not uploaded');
  return mediaId;
}
