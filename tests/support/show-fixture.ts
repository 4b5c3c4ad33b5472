import fs from 'node:fs';
import path from 'node:path';
import { viewMessage } from '../../electron/queries/view-message.ts';
import type { MessageView } from '../../shared/contract/messages.ts';
import { openReceiver } from './answers.ts';
import { openRooms } from './open-rooms.ts';

const FOLDER = path.join(import.meta.dirname, '../fixtures/webhooks');

/** When the bodies of tests/fixtures/webhooks arrive: a hundred seconds after most were written. */
export const ARRIVED = 1_750_000_100_000;
/** When most of them were written. */
export const WRITTEN = 1_750_000_000_000;

export const FIXTURE_NAMES: readonly string[] = fs
  .readdirSync(FOLDER)
  .map((file) => path.parse(file).name)
  .toSorted();

export function readFixture(name: string): object {
  return JSON.parse(fs.readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')) as object;
}

/** Brings a body into a memory of its own, and gives what the page shows of it: the messages that stand in threads, and what the log says of the body. */
export async function showFixture(name: string, rooms = openRooms()) {
  const receiver = openReceiver(rooms.store, () => ARRIVED);
  await receiver.receive(readFixture(name));
  const ids = rooms.db.prepare<[], number>('SELECT id FROM messages WHERE folded_into IS NULL ORDER BY id').pluck().all();
  const shown = ids.flatMap((id): MessageView[] => {
    const row = rooms.store.messages.get(id);
    return row ? [viewMessage(rooms.store, row)] : [];
  });
  const log = rooms.db.prepare<[], { shape: string; outcome: string; reason: string | null }>('SELECT shape, outcome, reason FROM webhook_log').get();
  return { shown, log, news: receiver.news, ...rooms };
}
