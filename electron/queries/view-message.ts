import type { MessageContent, MessageView } from '../../shared/contract/chats.ts';
import { isSendable } from '../../shared/domain/send-limits.ts';
import type { Failure, MessageRow, StoredContent } from '../store/messages.ts';
import type { Store } from '../store/open-store.ts';
import { sumOrder } from './view-order.ts';
import { viewProduct } from './view-product.ts';

/** A message as the page shows it. */
export function viewMessage(store: Store, row: MessageRow): MessageView {
  const outboxRow = row.status === 'queued' ? store.outbox.of(row.id) : null;
  const failure = row.failure === null ? null : (JSON.parse(row.failure) as Failure);
  return {
    id: row.id,
    direction: row.direction,
    type: row.type,
    sentAt: row.sent_at,
    receivedAt: row.received_at,
    late: row.late === 1,
    content: viewContent(store, row),
    // One that was taken back has no status any more: it never went.
    status: row.direction === 'out' && row.deleted_at !== null ? null : row.status,
    ticks: { sent: row.tick_sent_at, delivered: row.tick_delivered_at, read: row.tick_read_at, played: row.tick_played_at, failed: row.tick_failed_at },
    failure,
    // What the whole outbox is held up by has no time of its own.
    retryAt: outboxRow && (outboxRow.attempts > 0 || failure?.reason === 'unreachable') ? outboxRow.next_at : null,
    takeBackUntil: outboxRow?.takeback_until ?? null,
    quoted: quotedOf(store, row),
    product: row.retailer_id === null ? null : viewProduct(store, row.catalog_id ?? '', row.retailer_id),
    deleted: row.deleted_at !== null,
    sentAgainAs: row.sent_again_as,
  };
}

function viewContent(store: Store, row: MessageRow): MessageContent {
  const content = JSON.parse(row.content) as StoredContent;
  if (content.kind === 'buttons') return { ...content, buttons: content.buttons.map(({ title }) => title) };
  if (content.kind === 'template') {
    const { kind, name, language, body } = content;
    return { kind, name, language, body };
  }
  if (content.kind !== 'order') return content;
  const order = row.wamid === null ? null : store.orders.byWamid(row.wamid);
  if (!order) return { kind: 'card', type: 'order', facts: [] };
  return { kind: 'order', orderId: order.id, number: order.number, ...sumOrder(store, order.id) };
}

/** The quoted message. A product question quotes a pseudo id that is nobody's: that is no quote. */
function quotedOf(store: Store, row: MessageRow): MessageView['quoted'] {
  if (row.context_wamid === null) return null;
  const quoted = store.messages.byWamid(row.context_wamid);
  if (!quoted) return row.retailer_id === null ? { messageId: null, text: null } : null;
  const content = JSON.parse(quoted.content) as StoredContent;
  return { messageId: quoted.id, text: isSendable(content) ? content.body.slice(0, 200) : null };
}
