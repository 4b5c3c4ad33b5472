import { expect, test } from 'vitest';
import type { WebhookProof } from '../../electron/store/webhook-log.ts';
import { REHEARSAL_NUMBER } from '../../shared/domain/rehearsal.ts';
import { openRooms, T } from '../support/open-rooms.ts';

const APPLIED = { shape: 'cloud', outcome: 'applied', reason: null } as const;

test('the last sign of Meta is the newest signed body; what proves the secret in force is told apart', () => {
  const { store } = openRooms();
  const add = (at: number, proof: WebhookProof, body = '{}') => store.webhookLog.add(Buffer.from(body), APPLIED, 1, at, proof);
  const signs = () => [store.lastSigns.signedAt(), store.lastSigns.provedAt()];
  expect(signs()).toEqual([null, null]);
  add(T, 'secret');
  expect(signs()).toEqual([T, T]);
  add(T + 1, 'previous');
  expect(signs()).toEqual([T + 1, T]);
  add(T + 2, 'path');
  add(T + 3, 'import');
  add(T + 4, 'secret', `{"metadata":{"phone_number_id":"${REHEARSAL_NUMBER}"}}`);
  expect(signs()).toEqual([T + 1, T]);
  add(T + 5, 'secret');
  expect(signs()).toEqual([T + 5, T + 5]);
});
