import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { News } from '../../shared/contract/live.ts';
import { announce } from '../ui/announce.ts';

/** Tells those who hear the page of a message; a new order is told by the bar that rings. */
export function sayArrival(news: Extract<News, { kind: 'arrived' }>): void {
  if (news.what === 'message') announce(i18n._(msg`New message`), 'polite');
}
