import type { MessageRow } from './messages.ts';
import type { Store } from './open-store.ts';
import { redactLog } from './redact-log.ts';
import { readContent } from './stored-content.ts';

/**
 * A message was deleted by who wrote it. It stays marked; where the shop keeps nothing of what customers delete, its words, its file and what arrived of
 * it go. An order stays: it is the shop's business too. Inside the caller's transaction.
 * @returns the message; null where nothing changed
 */
export function deleteMessage(
  store: Store,
  { wamid, at, direction }: { wamid: string; at: number; direction: 'in' | 'out' },
  remove: boolean,
): MessageRow | null {
  const message = store.messages.byWamid(wamid);
  if (!message) store.tickParking.parkDeletion(wamid, at);
  if (!message || message.direction !== direction || !store.messages.setDeleted(wamid, at)) return null;
  if (remove && direction === 'in') removeContent(store, message, wamid);
  return message;
}

function removeContent(store: Store, message: MessageRow, wamid: string): void {
  const { kind } = readContent(message.content);
  if (kind === 'order' || kind === 'removed') return;
  const edits = store.messageEdits.of(wamid).flatMap((edit) => (edit.wamid === wamid ? [] : (store.messages.byWamid(edit.wamid) ?? [])));
  const parts = [message, ...edits];
  for (const { id } of parts) store.messages.setContent(id, { kind: 'removed' });
  store.messageEdits.forget(wamid);
  store.media.remove(message.id);
  const logged = parts.flatMap(({ log_id }) => log_id ?? []);
  if (logged.length > 0)
    redactLog(
      store.webhookLog,
      parts.flatMap((part) => part.wamid ?? []),
      Math.min(...logged),
    );
}
