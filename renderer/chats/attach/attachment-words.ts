import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { SentAs } from './attachments.ts';

/** WhatsApp's own limit of a caption, in characters. */
export const CAPTION_LIMIT = 1024;

const AS: Record<SentAs, MessageDescriptor> = {
  image: msg`As a picture`,
  video: msg`As a video`,
  audio: msg`As a sound file`,
  voice: msg`As a voice note`,
  document: msg`As a document`,
  sticker: msg`As a sticker`,
};

/** What a file is sent as, in words. */
export function sentAsWords(as: SentAs): MessageDescriptor {
  return AS[as];
}
