import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { searchAll } from '../../electron/queries/search-all.ts';
import { searchMessages } from '../../electron/queries/search-messages.ts';
import { foldMessage } from '../../electron/store/fold-message.ts';
import { openReader } from '../../electron/store/open-reader.ts';
import type { StoredContent } from '../../electron/store/stored-content.ts';
import { startIndexing } from '../../electron/upkeep/index-messages.ts';
import { foldText } from '../../shared/domain/fold-text.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function open() {
  const file = path.join(temporaryFolder(), 'shopbell.db');
  const rooms = openRooms(file);
  const reader = openReader(file);
  const indexing = startIndexing({ store: rooms.store, log: () => undefined });
  onTestFinished(() => {
    indexing.stop();
    reader.close();
  });
  const chat = rooms.conversation('16505550111');
  const say = (content: StoredContent | string, over: Parameters<typeof rooms.inbound>[1] = {}) =>
    rooms.inbound(over.conversationId ?? chat, { content: typeof content === 'string' ? { kind: 'text', body: content } : content, ...over });
  const find = (text: string, conversationId: number | null = null) => searchMessages(reader, text, conversationId, 50).hits.map(({ messageId }) => messageId);
  return { ...rooms, reader, indexing, chat, say, find };
}

test('words are found as parts, in any script, whatever case and marks, indexed or not yet, newest first', () => {
  const { say, find, indexing } = open();
  const walnut = say('Do you have the Walnut cake on Friday?');
  const cafe = say('Un café, s’il vous plaît');
  const turkish = say('Öztürk için çikolatalı pasta');
  const chinese = say('请问蛋糕有货吗?');
  const arabic = say('هل الكعكة متوفرة؟');
  const again = say('walnut cake please', { sentAt: T + 1000 });
  const check = () => {
    expect(find('walnut')).toEqual([again, walnut]);
    expect(find('FRI wal')).toEqual([walnut]);
    expect(find('cafe')).toEqual([cafe]);
    expect(find('ozturk')).toEqual([turkish]);
    expect(find('蛋糕')).toEqual([chinese]);
    expect(find('蛋糕有')).toEqual([chinese]);
    expect(find('الكعكة')).toEqual([arabic]);
    expect(find('vo')).toEqual([cafe]);
    expect(find('nowhere')).toEqual([]);
    expect(find('"walnut" OR')).toEqual([]);
    expect(find('  ')).toEqual([]);
  };
  check();
  indexing.finish();
  check();
});

test('what stands in other kinds is found too, and what nobody can see is not', () => {
  const { say, find, indexing, store, outgoing, chat, db } = open();
  const place = say({ kind: 'location', latitude: '1', longitude: '2', name: 'North pier', address: '3 Harbour Walk', url: null });
  const card = say({
    kind: 'contacts',
    asked: false,
    cards: [
      {
        name: 'Ben Okafor',
        phones: [{ phone: '+16505550123', waId: null, type: null }],
        emails: [],
        addresses: [],
        urls: [],
        organisation: 'Mill',
        birthday: null,
      },
    ],
  });
  const photo = say({ kind: 'media', media: 'image', caption: 'Mia turns five', voice: false, animated: false });
  const reaction = say({ kind: 'reaction', emoji: '👍', targetWamid: 'wamid.x' }, { type: 'reaction' });
  const back = outgoing(chat, { content: { kind: 'text', body: 'harbour opens at eight' } });
  store.messages.setTakenBack(back, T);
  const folded = say('harbour folded');
  db.prepare('UPDATE messages SET folded_into = ? WHERE id = ?').run(place, folded);
  indexing.finish();
  expect([find('harbour'), find('okafor'), find('5550123'), find('five'), find('mill')]).toEqual([[place], [card], [card], [photo], [card]]);
  expect(find('👍')).not.toContain(reaction);
});

test('an edit is found by what it says now, a removed message by nothing', () => {
  const { say, find, indexing, db, store } = open();
  const id = say('two sourdough loaves', { wamid: 'wamid.edited' });
  const gone = say('my secret address');
  indexing.finish();
  const edit = say({ kind: 'edit', text: 'three rye loaves', targetWamid: 'wamid.edited' }, { wamid: 'wamid.e', type: 'edit', contextWamid: 'wamid.edited' });
  const row = store.messages.get(edit);
  if (row) foldMessage(store, row);
  db.prepare('UPDATE messages SET content = ? WHERE id = ?').run(JSON.stringify({ kind: 'removed' }), gone);
  for (const indexed of [false, true]) {
    if (indexed) indexing.finish();
    expect([find('rye'), find('sourdough'), find('secret')]).toEqual([[id], [], []]);
  }
  expect(db.prepare('SELECT count(*) AS n FROM messages_unindexed').get()).toEqual({ n: 0 });
  db.prepare('DELETE FROM messages WHERE id IN (?, ?)').run(id, edit);
  expect(db.prepare("SELECT count(*) AS n FROM messages_search WHERE messages_search MATCH 'rye'").get()).toEqual({ n: 0 });
});

test('one chat can be searched alone', () => {
  const { say, find, conversation, chat } = open();
  const other = conversation('16505550122');
  const mine = say('pretzels tomorrow');
  const theirs = say('pretzels today', { conversationId: other });
  expect([find('pretzel', chat), find('pretzel', other), new Set(find('pretzel'))]).toEqual([[mine], [theirs], new Set([mine, theirs])]);
});

test('whatever is written, each of its words finds it, whether the index knows it or not', () => {
  const { say, find, indexing, store } = open();
  const text = fc.string({ unit: fc.constantFrom(...'abcäöüßñÇİıłž 蛋糕сыршар"*()-:\'ﬁ'), minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(text, fc.boolean(), (body, indexed) => {
      const id = say(body);
      if (indexed) indexing.finish();
      const words = body.split(/\s+/u).filter((word) => foldText(word.normalize('NFC')) !== '');
      for (const word of words) expect(find(word)).toContain(id);
      store.transaction(() => undefined);
    }),
    { numRuns: 60 },
  );
});

test('the search in everything gives orders, customers, messages and products', () => {
  const { say, store, reader, chat, order } = open();
  const customerId = store.conversations.get(chat)?.customer_id ?? 0;
  store.customers.name(customerId, 'Walda Nutbrown', 'walnut_fan', T);
  order(chat, { note: 'with walnuts' });
  say('any walnut left?');
  store.products.want('c', 'walnut-cake', T, T);
  const found = searchAll(reader, 'walnut');
  expect(found.orders.map(({ where }) => where)).toEqual(['customer']);
  expect(found.customers).toMatchObject([{ customer: { id: customerId }, conversationId: chat, where: 'username', text: '@walnut_fan', start: 1, length: 6 }]);
  expect(found.messages).toMatchObject([{ conversationId: chat, text: 'any walnut left?', start: 4, length: 6 }]);
  expect(found.products.map(({ product }) => product.retailerId)).toEqual(['walnut-cake']);
  expect(searchAll(reader, '555-0111').customers).toMatchObject([{ where: 'phone', text: '+16505550111' }]);
});
