import { expect, test } from 'vitest';
import type { Alias } from '../../shared/domain/customer-identity.ts';
import { cutPerson, namesPerson } from '../../electron/store/cut-person.ts';
import { envelope, textMessage, tick } from '../support/post-webhook.ts';

const ANA: Alias = { kind: 'wa_id', value: '16505550111' };
const cut = (body: object | string, ...aliases: Alias[]) => {
  const parts: string[] = [];
  const left = cutPerson(typeof body === 'string' ? body : JSON.stringify(body), namesPerson(aliases), (part) => parts.push(part));
  return { left, parts: parts.map((part) => JSON.parse(part) as unknown) };
};

test('a person goes by every name: contact, message, tick, thread of the phone, address book; what is cut is told', () => {
  const contacts = [
    { wa_id: '16505550111', profile: { name: 'Ana' } },
    { wa_id: '16505550122', profile: { name: 'Ben' } },
  ];
  const messages = [textMessage({ id: 'w1', text: { body: 'one' } }), textMessage({ id: 'w2', from: '16505550122', text: { body: 'two' } })];
  const statuses = [tick('w3', 'sent', { recipient_id: '16505550111' })];
  const { left, parts } = cut(envelope({ contacts, messages, statuses }), ANA);
  expect(left).not.toMatch(/16505550111|Ana|"one"|w3/);
  expect(left).toMatch(/Ben.*two/);
  expect(parts).toEqual([contacts[0], messages[0], statuses[0]]);
  const others = {
    history: [{ threads: [{ id: '+1 650 555 0111', messages: [{ id: 'x', text: { body: 'old' } }] }, { id: '16505550122' }] }],
    state_sync: [{ type: 'contact', contact: { full_name: 'Ana', phone_number: '16505550111' } }],
    user_id_update: [{ user_id: { previous: 'US.1', current: 'US.2' } }],
    message_echoes: [{ id: 'e', to: '16505550111', text: { body: 'hello' } }],
  };
  expect(cut(others, ANA, { kind: 'user_id', value: 'US.1' }).left).toBe(
    '{"history":[{"threads":[{"id":"16505550122"}]}],"state_sync":[],"user_id_update":[],"message_echoes":[]}',
  );
});

test('what is another’s stays to the letter, and who is not named is not cut', () => {
  expect(cut('{"a":[{"from":"16505550122","n":1.50,"big":12345678901234567890}, {"from":"16505550111"}]}', ANA).left).toBe(
    '{"a":[{"from":"16505550122","n":1.50,"big":12345678901234567890}]}',
  );
  expect(cut({ messages: [{ from: '16505550122', text: { body: 'call 165055501112' } }] }, ANA)).toEqual({ left: null, parts: [] });
});

test('every spelling of the number is theirs; a body that is about nobody else goes whole', () => {
  const number: Alias = { kind: 'wa_id', value: '5511987650001' };
  expect(cut({ statuses: [{ recipient_id: '551187650001' }, { recipient_id: '+55 11 98765-0001' }] }, number).left).toBe('{"statuses":[]}');
  expect(cut({ from: '5511987650001', id: 'w' }, number)).toEqual({ left: '{}', parts: [{ from: '5511987650001', id: 'w' }] });
  expect(() => cut('no JSON', number)).toThrow(SyntaxError);
});
