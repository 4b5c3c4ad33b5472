import path from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../electron/store/open-store.ts';
import { redactBody, redactLog, redactLogged } from '../../electron/store/redact-log.ts';
import { envelope, textMessage, tick } from '../support/post-webhook.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ANA = { kind: 'wa_id', value: '16505550111' } as const;
const body = JSON.stringify(
  envelope({
    contacts: [
      { wa_id: '16505550111', profile: { name: 'Ana' } },
      { wa_id: '16505550122', profile: { name: 'Ben' } },
    ],
    messages: [textMessage({ id: 'w/1=', text: { body: 'one' } }), textMessage({ id: 'w2', from: '16505550122', text: { body: 'two' } })],
    statuses: [tick('w3', 'sent', { recipient_id: '16505550111' })],
  }),
);

test('a message goes by its id, the rest stays as it stood', () => {
  const left = redactBody(body.replace('"two"', '"two","price":7.10'), { wamids: ['w/1='] });
  expect(left).not.toContain('"one"');
  expect(left).toContain('"price":7.10');
  expect(left).toContain('Ana');
  expect(redactBody(body, { wamids: ['w9'] })).toBeNull();
});

test('a person goes by every name: contact, message, tick, thread of the phone, address book', () => {
  const left = redactBody(body, { aliases: [ANA] });
  expect(left).not.toMatch(/16505550111|Ana|"one"|w3/);
  expect(left).toMatch(/Ben.*two/);
  const others = {
    history: [{ threads: [{ id: '+1 650 555 0111', messages: [{ id: 'x', text: { body: 'old' } }] }, { id: '16505550122' }] }],
    state_sync: [{ type: 'contact', contact: { full_name: 'Ana', phone_number: '16505550111' } }],
    user_id_update: [{ user_id: { previous: 'US.1', current: 'US.2' } }],
    message_echoes: [{ id: 'e', to: '16505550111', text: { body: 'hello' } }],
  };
  expect(redactBody(JSON.stringify(others), { aliases: [ANA, { kind: 'user_id', value: 'US.1' }] })).toBe(
    '{"history":[{"threads":[{"id":"16505550122"}]}],"state_sync":[],"user_id_update":[],"message_echoes":[]}',
  );
});

test('what is no JSON goes whole where it holds the word', () => {
  expect(redactBody('from 16505550111', { aliases: [ANA] })).toBe('{}');
  expect(redactBody('from nobody', { aliases: [ANA] })).toBeNull();
});

test('every body that holds it is changed and marked, and stays so whatever is read of it', () => {
  const store = openStore(path.join(temporaryFolder(), 'shopbell.db'));
  const add = (text: string) => store.webhookLog.add(Buffer.from(text), { shape: 'cloud', outcome: 'applied', reason: null }, 1, 1);
  const escaped = body.replaceAll('w/1=', String.raw`w\/1\u003d`);
  const [first, , third] = [add(body), add('{"messages":[]}'), add(escaped)];
  expect(redactLog(store.webhookLog, { wamids: ['w/1='] }, 0)).toBe(2);
  expect(redactLogged(store.webhookLog, first, { wamids: ['w/1='] })).toBe(false);
  store.webhookLog.settle(third, { shape: 'cloud', outcome: 'applied', reason: null }, 2);
  expect(store.webhookLog.unread().count).toBe(0);
  expect(store.webhookLog.body(third)?.body.toString()).not.toContain('"one"');
  store.close();
});
