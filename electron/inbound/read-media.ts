import type { MediaKind } from '../../shared/contract/messages.ts';
import { type Fields, fieldsOf, textOf } from '../wire/tolerant.ts';
import type { InboundContent, InboundMedia } from './inbound-event.ts';

/** Meta's types that carry a file; `voice` is the On-Premises word for a voice note. */
const KINDS: Readonly<Record<string, MediaKind>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'document',
  sticker: 'sticker',
};

/** What is said of a file; null where the type carries none, or its object is missing. */
export function readMedia(type: string, message: Fields): { content: Extract<InboundContent, { kind: 'media' }>; file: InboundMedia | null } | null {
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  const own = fieldsOf(message[type]);
  if (kind === undefined || !own) return null;
  const content = {
    kind: 'media' as const,
    media: kind,
    caption: textOf(own['caption']),
    voice: type === 'voice' || own['voice'] === true,
    animated: own['animated'] === true,
  };
  const waId = textOf(own['id']);
  if (waId === null) return { content, file: null };
  const link = textOf(own['url']) ?? textOf(own['link']);
  return {
    content,
    file: {
      kind,
      waId,
      mimeType: textOf(own['mime_type']),
      filename: textOf(own['filename']),
      sha256: textOf(own['sha256']),
      // On-Premises bodies name a path of the shop's own server besides, or a link that is not Meta's.
      url: link?.startsWith('https://') === true ? link : null,
    },
  };
}
