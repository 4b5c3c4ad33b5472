import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptsPreviousSecret, isPreviousSecretOver } from '../../shared/domain/secret-rotation.ts';

const DAY = 24 * 60 * 60_000;
const T = Date.UTC(2026, 10, 25, 9);

test('the secret before this one holds for a day, to the millisecond', () => {
  expect([0, DAY - 1, DAY, 30 * DAY].map((later) => acceptsPreviousSecret(T, T + later))).toEqual([true, true, false, false]);
  expect([0, DAY - 1, DAY].map((later) => isPreviousSecretOver(T, T + later))).toEqual([false, false, true]);
});

test('without a change there is none, and a clock that is set far back does not make the day longer', () => {
  expect(acceptsPreviousSecret(0, T)).toBe(false);
  expect(isPreviousSecretOver(0, T)).toBe(false);
  expect([acceptsPreviousSecret(T, T - 60_000), acceptsPreviousSecret(T, T - DAY)]).toEqual([true, false]);
});

test('what is over is never accepted', () => {
  fc.assert(fc.property(fc.nat(T), fc.nat(2 * T), (changedAt, now) => !(acceptsPreviousSecret(changedAt, now) && isPreviousSecretOver(changedAt, now))));
});
