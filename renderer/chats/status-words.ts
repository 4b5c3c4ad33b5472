import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { MessageStatus } from '../../shared/domain/message-status.ts';

const WORDS: Record<MessageStatus, MessageDescriptor> = {
  queued: msg`Waiting to be sent`,
  sending: msg`Being sent`,
  unknown: msg`Not known whether it was sent`,
  accepted: msg`Sent`,
  sent: msg`Sent`,
  failed: msg`Not sent`,
  delivered: msg`Delivered`,
  read: msg`Read`,
  played: msg`Played`,
};

/** What became of a message of ours, in words. */
export function statusWords(status: MessageStatus): MessageDescriptor {
  return WORDS[status];
}
