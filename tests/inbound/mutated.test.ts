import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openReceiver } from '../support/answers.ts';
import { openRooms } from '../support/open-rooms.ts';
import { ARRIVED, FIXTURE_NAMES, readFixture } from '../support/show-fixture.ts';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Every place of a body that holds something. */
function placesOf(value: unknown): { holder: Json; key: string }[] {
  return isObject(value) ? Object.keys(value).flatMap((key) => [{ holder: value, key }, ...placesOf(value[key])]) : [];
}

const CHANGES = {
  drop: (holder: Json, key: string) => (Array.isArray(holder) ? void holder.splice(Number(key), 1) : void Reflect.deleteProperty(holder, key)),
  nothing: (holder: Json, key: string) => void (holder[key] = null),
  retype: (holder: Json, key: string, other: unknown) => void (holder[key] = other),
  nest: (holder: Json, key: string) => void (holder[key] = { nested: holder[key] }),
  wrap: (holder: Json, key: string) => void (holder[key] = [holder[key]]),
  double: (holder: Json, key: string) =>
    Array.isArray(holder) ? void holder.push(structuredClone(holder[Number(key)])) : void (holder[`${key}2`] = holder[key]),
};
const mutation = fc.record({
  at: fc.nat(),
  how: fc.constantFrom(...Object.values(CHANGES)),
  other: fc.oneof(fc.constantFrom('', 0, -1, 1e300, true, 'x', '\u0000', '__proto__', 'messages'), fc.jsonValue({ maxDepth: 2 })),
});

/** The ids of all that looks like a message, wherever it stands. */
function messageIdsOf(body: unknown): string[] {
  return placesOf({ body }).flatMap(({ holder, key }) => {
    const one = holder[key];
    if (!isObject(one) || Array.isArray(one) || 'status' in one || !('timestamp' in one)) return [];
    return typeof one['id'] === 'string' && one['id'].startsWith('wamid.') ? [one['id']] : [];
  });
}

test.each([true, false])(
  'a changed body throws nothing: its messages are stored, or it is kept and says what is wrong (removes what is deleted: %s)',
  async (removesDeleted) => {
    const { store, db } = openRooms();
    const receiver = openReceiver(store, () => ARRIVED, { removesDeleted });
    const newest = db.prepare<[], { body: string; outcome: string; reason: string | null }>(
      'SELECT CAST(body AS TEXT) AS body, outcome, reason FROM webhook_log ORDER BY id DESC LIMIT 1',
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FIXTURE_NAMES), fc.array(mutation, { minLength: 1, maxLength: 4 }), async (name, mutations) => {
        count += 1;
        const body = JSON.parse(JSON.stringify(readFixture(name)).replaceAll('"wamid.', `"wamid.${count}.`)) as Json;
        for (const { at, how, other } of mutations) {
          const places = placesOf(body);
          const place = places[at % Math.max(1, places.length)];
          if (place) how(place.holder, place.key, structuredClone(other));
        }
        await receiver.receive(body);
        expect(store.webhookLog.countSince(0)).toBe(count);
        const logged = newest.get();
        expect(logged?.reason ?? '').not.toContain('memory refused');
        if (logged?.outcome === 'partly' || logged?.outcome === 'unread') {
          expect(logged.body).toBe(JSON.stringify(body));
          expect(logged.reason).not.toBe('');
          expect(logged.reason).not.toBeNull();
        } else for (const id of messageIdsOf(body)) expect([id, store.messages.byWamid(id) !== null]).toEqual([id, true]);
      }),
      { numRuns: 1500 },
    );
  },
);
