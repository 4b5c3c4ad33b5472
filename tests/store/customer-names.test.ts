import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '../../electron/store/open-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What Meta told of one customer: by the number, by the business-scoped id, or by both, with or without name and username. */
const told = fc.record({
  by: fc.constantFrom('number' as const, 'id' as const, 'both' as const),
  name: fc.option(fc.constantFrom('Ana', 'Ana Duarte', 'A.')),
  username: fc.option(fc.constantFrom('ana', 'ana.duarte')),
  at: fc.integer({ min: 1, max: 4 }),
});
const NUMBER = { kind: 'wa_id', value: '33639981027' } as const;
const ID = { kind: 'user_id', value: 'FR.5512067398841230' } as const;

test('name and username are the newest that were told, each for itself, whatever came first and whoever was taken for two', () => {
  const folder = temporaryFolder();
  let files = 0;
  const endOf = (events: readonly (typeof told extends fc.Arbitrary<infer E> ? E : never)[]) => {
    const store = openStore(path.join(folder, `${(files += 1)}.db`));
    for (const { by, name, username, at } of [...events, { by: 'both' as const, name: null, username: null, at: 0 }]) {
      const { id } = store.customers.resolve(by === 'number' ? [NUMBER] : by === 'id' ? [ID] : [NUMBER, ID], at);
      store.customers.name(id, name, username, at);
    }
    const { id } = store.customers.resolve([NUMBER], 0);
    const row = store.customers.get(id);
    store.close();
    return { name: row?.name, username: row?.username };
  };
  const newest = (field: 'name' | 'username', events: readonly { name: string | null; username: string | null; at: number }[]) =>
    events
      .filter((event) => event[field] !== null)
      .toSorted((a, b) => b.at - a.at || (String(b[field]) > String(a[field]) ? 1 : -1))
      .at(0)?.[field] ?? null;
  fc.assert(
    fc.property(fc.array(told, { minLength: 1, maxLength: 5 }), (events) => {
      expect(endOf(events)).toEqual({ name: newest('name', events), username: newest('username', events) });
    }),
    { numRuns: 60 },
  );
});
