import type { MessageRow } from './messages.ts';
import type { Store } from './open-store.ts';
import { SHOP } from './own-reactions.ts';
import { redactLogged } from './redact-log.ts';
import { readContent, type StoredContent } from './stored-content.ts';

/**
 * A reaction, an edit or a deletion that has arrived stands at the message that it is about, instead of in the thread; where that is not known here it
 * waits in the thread. Inside the caller's transaction.
 * @returns the message that it stands at now; null where it waits
 */
export function foldMessage(store: Store, message: MessageRow): MessageRow | null {
  const { context_wamid: targetWamid, wamid } = message;
  if (targetWamid === null || wamid === null) return null;
  const content = readContent(message.content);
  const customer = store.conversations.get(message.conversation_id)?.customer_id;
  if (content.kind === 'reaction' && customer !== undefined)
    store.reactions.put(targetWamid, message.direction === 'out' ? SHOP : customer, content.emoji, message.sent_at, wamid);
  const target = store.messages.byWamid(targetWamid);
  // Nobody edits or deletes what another wrote.
  if (!target || (content.kind !== 'reaction' && target.direction !== message.direction)) {
    store.messages.awaitTarget(targetWamid);
    return null;
  }
  if (content.kind === 'edit') applyEdit(store, target, message, content.text);
  store.messages.setFolded(message.id, target.id);
  return target;
}

/** What waited for a message that is known from now on. */
export function foldWaiting(store: Store, wamid: string): void {
  for (const waiting of store.messages.waitingFor(wamid)) foldMessage(store, waiting);
}

function applyEdit(store: Store, target: MessageRow, edit: MessageRow, text: string): void {
  const targetWamid = target.wamid ?? '';
  if (readContent(target.content).kind === 'removed') {
    store.messages.setContent(edit.id, { kind: 'removed' });
    if (edit.log_id !== null && edit.wamid !== null) redactLogged(store.webhookLog, edit.log_id, [edit.wamid]);
    return;
  }
  store.messageEdits.put(targetWamid, targetWamid, target.sent_at, target.content);
  store.messageEdits.put(edit.wamid ?? '', targetWamid, edit.sent_at, JSON.stringify({ text }));
  refreshEdited(store, target.id, targetWamid);
}

/** The newest edit is what a message says. */
export function refreshEdited(store: Store, messageId: number, wamid: string): void {
  const [original, ...edits] = store.messageEdits.of(wamid);
  const newest = edits.at(-1);
  if (!original || !newest) return;
  store.messages.setContent(messageId, saying(readContent(original.content), (JSON.parse(newest.content) as { text: string }).text));
}

function saying(content: StoredContent, text: string): StoredContent {
  if (content.kind === 'text') return { ...content, body: text };
  return content.kind === 'media' ? { ...content, caption: text === '' ? null : text } : content;
}
