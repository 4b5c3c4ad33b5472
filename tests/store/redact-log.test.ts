import path from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../electron/store/open-store.ts';
import { redactBody, redactLog, redactLogged } from '../../electron/store/redact-log.ts';
import { envelope, textMessage, tick } from '../support/post-webhook.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

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
  const left = redactBody(body.replace('"two"', '"two","price":7.10'), ['w/1=']);
  expect(left).not.toContain('"one"');
  expect(left).toContain('"price":7.10');
  expect(left).toContain('Ana');
  expect(redactBody(body, ['w9'])).toBeNull();
});

test('what is no JSON goes whole where it holds the word', () => {
  expect(redactBody('about w9', ['w9'])).toBe('{}');
  expect(redactBody('about none', ['w9'])).toBeNull();
});

test('every body that holds it is changed and marked, and stays so whatever is read of it', () => {
  const store = openStore(path.join(temporaryFolder(), 'shopbell.db'));
  const add = (text: string) => store.webhookLog.add(Buffer.from(text), { shape: 'cloud', outcome: 'applied', reason: null }, 1, 1);
  const escaped = body.replaceAll('w/1=', String.raw`w\/1\u003d`);
  const [first, , third] = [add(body), add('{"messages":[]}'), add(escaped)];
  expect(redactLog(store.webhookLog, ['w/1='], 0)).toBe(2);
  expect(redactLogged(store.webhookLog, first, ['w/1='])).toBe(false);
  store.webhookLog.settle(third, { shape: 'cloud', outcome: 'applied', reason: null }, 2);
  expect(store.webhookLog.unread().count).toBe(0);
  expect(store.webhookLog.body(third)?.body.toString()).not.toContain('"one"');
  store.close();
});
