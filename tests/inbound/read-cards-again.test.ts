import { expect, test } from 'vitest';
import { viewMessage } from '../../electron/queries/view-message.ts';
import { openReceiver } from '../support/answers.ts';
import { openRooms } from '../support/open-rooms.ts';
import { ARRIVED, FIXTURE_NAMES, readFixture } from '../support/show-fixture.ts';

/** What reader 1 would have left of it: texts and orders, and cards for all else. Nothing was wrong with most bodies. */
const AS_READER_1_LEFT_IT = `
  UPDATE messages SET content = (SELECT content FROM message_edits e WHERE e.wamid = messages.wamid)
    WHERE direction = 'in' AND wamid IN (SELECT wamid FROM message_edits WHERE wamid = target_wamid);
  UPDATE messages SET content = '{"kind":"card","type":"' || type || '","facts":[]}', folded_into = NULL, forwarded = 0, group_id = NULL, referral = NULL
    WHERE direction = 'in' AND json_extract(content, '$.kind') NOT IN ('text', 'order');
  UPDATE messages SET deleted_at = NULL WHERE wamid IN (SELECT context_wamid FROM messages WHERE type = 'revoke' AND direction = 'in');
  DELETE FROM message_edits WHERE target_wamid IN (SELECT wamid FROM messages WHERE direction = 'in');
  DELETE FROM reactions; DELETE FROM media;
  UPDATE webhook_log SET reader = 1;
`;

test.each(FIXTURE_NAMES)('%s becomes after an update what it would have been, and nothing is announced', async (name) => {
  const { store, db } = openRooms();
  const { receive, readAgain, readCardsAgain, news } = openReceiver(store, () => ARRIVED);
  await receive(readFixture(name));
  const ids = db.prepare<[], number>('SELECT id FROM messages ORDER BY id').pluck();
  const state = () => ({
    messages: ids.all().flatMap((id) => {
      const row = store.messages.get(id);
      return row ? [{ ...viewMessage(store, row), folded: row.folded_into }] : [];
    }),
    chats: store.conversations.page(null, 10),
    files: db.prepare('SELECT message_id, kind, wa_id, mime_type, state FROM media ORDER BY message_id').all(),
    orders: db.prepare('SELECT message_wamid, state FROM orders').all(),
  });
  const fresh = state();
  db.exec(AS_READER_1_LEFT_IT);
  news.length = 0;

  await readAgain();
  await readCardsAgain();
  expect(state()).toEqual(fresh);
  expect(news.filter(({ kind }) => kind === 'arrived')).toEqual([]);
  expect(await readCardsAgain()).toBe(0);
});
