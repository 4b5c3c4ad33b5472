import { expect, test } from 'vitest';
import { sendAgain } from '../../electron/commands/send-again.ts';
import { takeBack } from '../../electron/commands/take-back.ts';
import { applyStatus, applyTick } from '../../electron/store/apply-tick.ts';
import type { Outgoing } from '../../shared/contract/chats.ts';
import { T } from '../support/open-rooms.ts';
import { openSendingDesk as openDesk } from '../support/open-sending-desk.ts';

const DAY = 24 * 60 * 60 * 1000;
const react = (messageId: number, emoji = '👍'): Outgoing => ({ kind: 'reaction', messageId, emoji });

test('stands at its message at once, instead of the earlier one, and is quoted by nothing', () => {
  const { store, send, idOf, inbound, chat, reactions, clock } = openDesk();
  const target = inbound(chat, { wamid: 'wamid.t' });
  const first = idOf(send(react(target), { quoteMessageId: target }));
  expect(store.messages.get(first)).toMatchObject({ type: 'reaction', folded_into: target, context_wamid: null });
  clock.now += 1000;
  send(react(target, '❤️'));
  expect(reactions()).toEqual([{ target_wamid: 'wamid.t', customer_id: 0, emoji: '❤️' }]);
  clock.now += 1000;
  send(react(target, ''));
  expect(reactions()).toEqual([{ target_wamid: 'wamid.t', customer_id: 0, emoji: '' }]);
});

test('that fails for good gives way to the one before it, or to nothing; sent again it stands there anew', () => {
  const { store, send, idOf, inbound, chat, reactions, clock, deps } = openDesk();
  const target = inbound(chat, { wamid: 'wamid.t' });
  const first = idOf(send(react(target)));
  clock.now += 1000;
  const second = idOf(send(react(target, '❤️')));
  applyStatus(store, { id: second }, { by: 'outbox', status: 'failed' }, { reason: 'window-closed', code: 131047, details: null });
  expect(reactions()).toEqual([{ target_wamid: 'wamid.t', customer_id: 0, emoji: '👍' }]);
  store.messages.setWamid(first, 'wamid.r');
  applyTick(store, { wamid: 'wamid.r', callbackId: null, status: 'failed', at: T, failure: { reason: 'bad-parameter', code: 131009, details: null } });
  expect(reactions()).toEqual([]);
  const again = sendAgain(deps, second);
  expect(again.ok && store.messages.get(again.messageId)?.folded_into).toBe(target);
  expect(reactions()).toEqual([{ target_wamid: 'wamid.t', customer_id: 0, emoji: '❤️' }]);
});

test('that is taken back in time stands there no more; a newer one from the phone stays', () => {
  const { db, send, idOf, inbound, chat, reactions, deps } = openDesk();
  const [target, other] = [inbound(chat, { wamid: 'wamid.t' }), inbound(chat, { wamid: 'wamid.o' })];
  const [one, two] = [idOf(send(react(target))), idOf(send(react(other)))];
  db.prepare("UPDATE reactions SET emoji = '🥐', at = at + 5, wamid = 'wamid.phone' WHERE target_wamid = 'wamid.o'").run();
  expect([takeBack(deps, one), takeBack(deps, two)]).toEqual([{ ok: true }, { ok: true }]);
  expect(reactions()).toEqual([{ target_wamid: 'wamid.o', customer_id: 0, emoji: '🥐' }]);
});

test('needs a message of this chat that Meta knows, not older than 30 days, and exactly one emoji', () => {
  const { send, inbound, outgoing, conversation, chat, store, reactions } = openDesk();
  const said = (messageId: number, emoji?: string) => send(react(messageId, emoji));
  const old = inbound(chat, { sentAt: T - 30 * DAY - 1 });
  const gone = inbound(chat, { wamid: 'wamid.gone' });
  store.messages.setDeleted('wamid.gone', T);
  const reaction = inbound(chat, { type: 'reaction', content: { kind: 'reaction', emoji: '👍', targetWamid: 'wamid.x' } });
  const good = inbound(chat);
  expect([said(inbound(conversation('2'))), said(999), said(gone)].map((answer) => !answer.ok && answer.reason)).toEqual([
    'not-found',
    'not-found',
    'not-found',
  ]);
  expect([said(outgoing(chat)), said(reaction)].map((answer) => !answer.ok && answer.reason)).toEqual(['not-supported', 'not-supported']);
  expect(said(old)).toEqual({ ok: false, reason: 'too-old' });
  expect(said(good, 'ok')).toEqual({ ok: false, reason: 'bad-emoji' });
  expect(reactions()).toEqual([]);
});
