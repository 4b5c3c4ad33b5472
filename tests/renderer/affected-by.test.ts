import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { affectedBy } from '../../renderer/feed/affected-by.ts';
import { queryKeys } from '../../renderer/feed/query-keys.ts';

test('a product that got its name makes old all that names articles, and nothing else', async () => {
  const queries = new QueryClient();
  const named = [[...queryKeys.articles, 'loaf'], [...queryKeys.search, 'loaf'], [...queryKeys.dayBook, 'now'], queryKeys.order(1), queryKeys.thread(1)];
  const others = [queryKeys.settings, queryKeys.bell, queryKeys.printing];
  for (const key of [...named, ...others]) queries.setQueryData(key, {});
  await Promise.all(affectedBy({ kind: 'product', catalogId: '77', retailerId: 'loaf' }).map((queryKey) => queries.invalidateQueries({ queryKey })));
  expect(named.map((key) => queries.getQueryState(key)?.isInvalidated)).toEqual(named.map(() => true));
  expect(others.map((key) => queries.getQueryState(key)?.isInvalidated)).toEqual([false, false, false]);
});

test('an order that went a step on makes old what names its state beside the board: the customer, and the chats with an open order', async () => {
  const queries = new QueryClient();
  const named = [queryKeys.board, queryKeys.order(1), queryKeys.customer(7), [...queryKeys.conversations, 'with-order']];
  for (const key of named) queries.setQueryData(key, {});
  await Promise.all(affectedBy({ kind: 'order', orderId: 1 }).map((queryKey) => queries.invalidateQueries({ queryKey })));
  expect(named.map((key) => queries.getQueryState(key)?.isInvalidated)).toEqual(named.map(() => true));
});
