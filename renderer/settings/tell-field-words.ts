import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { TellField } from '../../shared/domain/tell.ts';

const WORDS: Record<TellField, MessageDescriptor> = {
  name: msg`Name`,
  number: msg`Order number`,
  total: msg`Total`,
  time: msg`Promised time`,
  reason: msg`Reason`,
  shop: msg`Shop`,
};

/** What a field of a text is called. */
export function tellFieldWords(field: TellField): MessageDescriptor {
  return WORDS[field];
}
