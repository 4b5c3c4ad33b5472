import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Alias, canonicalNumber, spellingsOf } from '../../shared/domain/customer-identity.ts';
import { openRooms, T } from '../support/open-rooms.ts';

const ALIASES: readonly Alias[] = [
  { kind: 'wa_id', value: '5511987650001' },
  { kind: 'wa_id', value: '16505550155' },
  { kind: 'user_id', value: 'BR.1' },
  { kind: 'user_id', value: 'BR.2' },
  { kind: 'parent_user_id', value: 'BR.ENT.1' },
];
const HOUR = 60 * 60 * 1000;
const PHONES = ['106540352242922', '106540352242923'];

/** Ways in which Meta may tell that these are one person: links that join all of them, in any order, some of them twice. */
const tellings = fc.tuple(...ALIASES.slice(1).map((_, index) => fc.nat(index)), fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 3 })).chain((drawn) => {
  const more = drawn.at(-1) as [number, number][];
  const links = [...drawn.slice(0, -1).map((to, index): [number, number] => [index + 1, to as number]), ...more];
  return fc.shuffledSubarray(links, { minLength: links.length });
});

test('told in whatever order, all aliases end in one customer with everything that each half had', () => {
  fc.assert(
    fc.property(tellings, (links) => {
      const { store, db, inbound, outgoing, order } = openRooms();
      ALIASES.forEach((alias, index) => {
        const { id } = store.customers.resolve([alias], T);
        store.customers.name(id, `Name ${index}`, null, T + index);
        store.customers.save(id, { note: `Note ${index}`, tags: [`tag ${index}`, 'all'] });
        const chat = store.conversations.customerWrote(id, PHONES[index % 2] ?? '', T + index);
        db.prepare('UPDATE conversations SET draft = ? WHERE id = ?').run(`Draft ${index}`, chat);
        const message = inbound(chat, { type: 'image' });
        store.media.want(message, { kind: 'image', waId: `${index}`, mimeType: null, filename: null, sha256: null, url: null }, T);
        const put = db.prepare("INSERT INTO reactions (target_wamid, customer_id, emoji, at, wamid) VALUES (?, ?, '🥖', ?, ?)");
        put.run('wamid.both', id, T + index, `r${index}`);
        put.run(`wamid.own.${index}`, id, T, `o${index}`);
        db.prepare("INSERT INTO auto_answers (customer_id, kind, day, message_id) VALUES (?, 'away', ?, ?), (?, 'greeting', 'same', ?)").run(
          id,
          `day ${index}`,
          message,
          id,
          message,
        );
        outgoing(chat);
        order(chat);
      });
      for (const [one, other] of links)
        store.customers.resolve(
          [ALIASES[one], ALIASES[other]].filter((alias) => alias !== undefined),
          T + HOUR,
        );

      const [customer, ...others] = db.prepare<[], number>('SELECT id FROM customers').pluck().all();
      expect(others).toEqual([]);
      const rows = (sql: string) => db.prepare<[], unknown[]>(sql).raw().all();
      const row = store.customers.get(customer ?? 0);
      expect(row?.name).toBe('Name 4');
      expect(row?.note?.split('\n').toSorted()).toEqual(['Note 0', 'Note 1', 'Note 2', 'Note 3', 'Note 4']);
      expect((JSON.parse(row?.tags ?? '[]') as string[]).toSorted()).toEqual(['all', 'tag 0', 'tag 1', 'tag 2', 'tag 3', 'tag 4']);
      expect(rows('SELECT count(*) FROM customer_aliases')).toEqual([[5]]);
      expect(rows('SELECT phone_number_id, last_inbound_at FROM conversations ORDER BY 1')).toEqual([
        [PHONES[0], T + 4],
        [PHONES[1], T + 3],
      ]);
      expect(
        rows('SELECT draft FROM conversations')
          .flatMap(([draft]) => String(draft).split('\n'))
          .toSorted(),
      ).toEqual(['Draft 0', 'Draft 1', 'Draft 2', 'Draft 3', 'Draft 4']);
      expect(
        rows('SELECT (SELECT count(*) FROM messages), (SELECT count(*) FROM media), (SELECT count(*) FROM orders), (SELECT count(*) FROM outbox)'),
      ).toEqual([[15, 5, 5, 5]]);
      expect(rows("SELECT wamid FROM reactions WHERE target_wamid = 'wamid.both'")).toEqual([['r4']]);
      expect(rows("SELECT count(*) FROM reactions WHERE target_wamid LIKE 'wamid.own.%'")).toEqual([[5]]);
      expect(rows('SELECT kind, count(*) FROM auto_answers GROUP BY kind ORDER BY kind')).toEqual([
        ['away', 5],
        ['greeting', 1],
      ]);
      for (const table of ['orders', 'conversations', 'auto_answers', 'reactions'])
        expect(rows(`SELECT DISTINCT customer_id FROM ${table}`)).toEqual([[customer]]);
      for (const table of ['messages', 'orders', 'outbox'])
        expect(rows(`SELECT 1 FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM conversations c WHERE c.id = t.conversation_id)`)).toEqual([]);
      expect(rows('PRAGMA foreign_key_check')).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const area = fc.tuple(fc.constantFrom(...'123456789'), fc.constantFrom(...'123456789')).map((pair) => pair.join(''));
/** Both spellings of a mobile number. */
const mobile = fc.oneof(
  fc.tuple(area, fc.constantFrom(...'6789'), digits(7)).map(([ddd, head, rest]) => [`55${ddd}9${head}${rest}`, `55${ddd}${head}${rest}`]),
  fc.tuple(fc.constantFrom(...'23456789'), digits(9)).map(([head, rest]) => [`52${head}${rest}`, `521${head}${rest}`]),
  fc.tuple(fc.constantFrom(...'123'), digits(9)).map(([head, rest]) => [`549${head}${rest}`, `54${head}${rest}`]),
);

test('a Brazilian, Mexican or Argentine mobile number is one in both spellings, and no other', () => {
  fc.assert(
    fc.property(mobile, mobile, ([one = '', two = ''], [other = '']) => {
      expect(canonicalNumber(one)).toBe(canonicalNumber(two));
      expect(canonicalNumber(one)).not.toBeNull();
      expect(spellingsOf(one).toSorted()).toEqual([one, two].toSorted());
      expect(spellingsOf(two)[0]).toBe(two);
      expect(spellingsOf(one).includes(other)).toBe(canonicalNumber(one) === canonicalNumber(other));
    }),
  );
  // Landlines of Brazil have no ninth digit, and other countries one spelling.
  for (const number of ['551132345678', '16505550111', '4930123456', '5411']) expect([canonicalNumber(number), spellingsOf(number)]).toEqual([null, [number]]);
});

test('whoever writes in the other spelling is the same customer, in the same chat', () => {
  const { store, db, conversation } = openRooms();
  const chats = ['5511987650001', '551187650001', '525512345678', '5215512345678', '5491112345678', '541112345678'].map((number) => conversation(number));
  expect(chats).toEqual([chats[0], chats[0], chats[2], chats[2], chats[4], chats[4]]);
  expect(db.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(3);
  expect(store.customers.find({ kind: 'wa_id', value: '551187650001' })).toBe(store.customers.find({ kind: 'wa_id', value: '5511987650001' }));
});
