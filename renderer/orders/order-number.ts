import { msg } from '@lingui/core/macro';
import type { I18n } from '@lingui/core';

/** "#14"; a rehearsal, counted below zero, is "Test 1". */
export function orderNumber(number: number, i18n: I18n): string {
  return number < 0 ? i18n._(msg`Test ${-number}`) : `#${number}`;
}
