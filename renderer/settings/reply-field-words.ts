import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ReplyField } from '../../shared/domain/reply-text.ts';

const WORDS: Record<ReplyField, MessageDescriptor> = {
  name: msg`Name`,
  number: msg`Order number`,
  total: msg`Total`,
  time: msg`Promised time`,
  shop: msg`Shop`,
  address: msg`Address`,
};

/** What a field of a ready text is called. */
export function replyFieldWords(field: ReplyField): MessageDescriptor {
  return WORDS[field];
}
