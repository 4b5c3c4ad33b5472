import type { MediaView, MessageView } from '../../../shared/contract/messages.ts';

/** The photos among messages that are here, in their order. */
export function picturesOf(messages: readonly MessageView[]): MediaView[] {
  return messages.flatMap(({ content }) => (content.kind === 'media' && content.media.media === 'image' && content.media.url !== null ? [content.media] : []));
}
