import { msg } from '@lingui/core/macro';
import type { ShopKind } from '../../shared/contract/common.ts';
import type { LightView } from '../../shared/contract/connection.ts';
import { LIGHT_WORDS } from '../../shared/wording/light-words.ts';
import { reasonWords } from '../../shared/wording/reason-words.ts';
import type { LightNotice } from './judge-light.ts';
import type { NotificationText, Wording } from './notification-text.ts';

type ShownLight = Pick<LightView, 'tone' | 'reason'>;

/** The light for the tray: in a few words, and where something is the matter the one sentence that says what. */
export function lightLines(shop: ShopKind, { tone, reason }: ShownLight, i18n: Wording['i18n']): string[] {
  const words = i18n._(LIGHT_WORDS[tone]);
  const first = shop === 'practice' ? i18n._(msg`Practice shop: ${words}`) : words;
  return reason === null || tone === 'good' ? [first] : [first, i18n._(reasonWords(reason).title)];
}

/** What a notification says of the light. */
export function lightNoticeText(notice: LightNotice, { tone, reason }: ShownLight, { i18n, locale }: Wording): NotificationText {
  const words = reason === null ? null : reasonWords(reason);
  const why = words === null ? [] : [i18n._(words.title), i18n._(words.todo)];
  if (notice.what === 'silent') return { title: why[0] ?? '', body: why[1] ?? '' };
  if (notice.what === 'red') return { title: i18n._(LIGHT_WORDS.bad), body: sentences(why) };
  const time = (at: number) => new Date(at).toLocaleTimeString(locale, { timeStyle: 'short' });
  const [from, to] = [time(notice.from), time(notice.to)];
  const lasted = i18n._(msg`The light was red from ${from} to ${to}. What customers sent meanwhile comes by itself.`);
  return tone === 'good'
    ? { title: i18n._(msg`Meta reaches this shop again`), body: lasted }
    : { title: i18n._(LIGHT_WORDS[tone]), body: sentences([...why.slice(0, 1), lasted]) };
}

/** A title has no full stop of its own. */
function sentences(parts: readonly string[]): string {
  return parts.map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(' ');
}
