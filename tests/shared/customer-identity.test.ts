import { expect, test } from 'vitest';
import { cleanName, displayName, normaliseWaId } from '../../shared/domain/customer-identity.ts';

test('a name cannot turn the page’s own words around', () => {
  expect(cleanName('  Ana\u202Eetraud\u200f ')).toBe('Anaetraud');
  expect(cleanName('x'.repeat(500))).toHaveLength(120);
});

test('a number is the same with and without its ornaments', () => {
  expect(['+1 650 555 0111', '1-650-555-0111', '16505550111'].map(normaliseWaId)).toEqual(['16505550111', '16505550111', '16505550111']);
});

test('a customer is called by name, else username, else number, else by nothing', () => {
  expect(displayName({ called: null, name: 'Ana', username: 'ana', phone: '1' })).toBe('Ana');
  expect(displayName({ called: null, name: null, username: 'ana', phone: '1' })).toBe('@ana');
  expect(displayName({ called: null, name: null, username: null, phone: '49' })).toBe('+49');
  expect(displayName({ called: null, name: null, username: null, phone: null })).toBeNull();
});
