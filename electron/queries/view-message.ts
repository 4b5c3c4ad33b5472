import type { MessageContent, MessageView, Pricing, Referral } from '../../shared/contract/messages.ts';
import type { Failure, MessageRow } from '../store/messages.ts';
import { readContent, wordsOf } from '../store/stored-content.ts';
import type { Store } from '../store/open-store.ts';
import { SHOP } from '../store/own-reactions.ts';
import { viewMedia } from './view-media.ts';
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
    origin: row.origin,
    sentAt: row.sent_at,
    receivedAt: row.received_at,
    late: row.late === 1,
    content: viewContent(store, row),
    // One that was taken back has no status any more: it never went.
    status: row.direction === 'out' && row.deleted_at !== null ? null : row.status,
    ticks: { sent: row.tick_sent_at, delivered: row.tick_delivered_at, read: row.tick_read_at, played: row.tick_played_at, failed: row.tick_failed_at },
    pricing: row.pricing === null ? null : (JSON.parse(row.pricing) as Pricing),
    failure,
    // What the whole outbox is held up by has no time of its own.
    retryAt: outboxRow && (outboxRow.attempts > 0 || failure?.reason === 'unreachable') ? outboxRow.next_at : null,
    takeBackUntil: outboxRow?.takeback_until ?? null,
    quoted: quotedOf(store, row),
    product: row.retailer_id === null ? null : viewProduct(store, row.catalog_id ?? '', row.retailer_id),
    forwarded: (['no', 'yes', 'often'] as const)[row.forwarded] ?? 'no',
    inGroup: row.group_id !== null,
    referral: row.referral === null ? null : (JSON.parse(row.referral) as Referral),
    reactions: reactionsOf(store, row),
    edits: editsOf(store, row),
    deleted: row.deleted_at !== null,
    sentAgainAs: row.sent_again_as,
    dismissed: row.dismissed_at !== null,
  };
}

function viewContent(store: Store, row: MessageRow): MessageContent {
  const content = readContent(row.content);
  switch (content.kind) {
    case 'buttons':
      return { ...content, buttons: content.buttons.map(({ title }) => title) };
    case 'template': {
      const { kind, name, language, header, body, footer, buttons } = content;
      return { kind, name, language, header, body, footer, buttons: [...buttons] };
    }
    case 'order': {
      const order = row.wamid === null ? null : store.orders.byWamid(row.wamid);
      if (!order) return { kind: 'card', type: 'order', facts: [] };
      return { kind: 'order', orderId: order.id, number: order.number, ...sumOrder(store, order.id) };
    }
    case 'reaction':
      return { kind: 'reaction', emoji: content.emoji === '' ? null : content.emoji };
    case 'edit':
      return { kind: 'edit', text: content.text };
    case 'products': {
      const { kind, form, header, body, footer, catalogId } = content;
      const sections = content.sections.map(({ title, retailerIds }) => ({ title, products: retailerIds.map((id) => viewProduct(store, catalogId, id)) }));
      return { kind, form, header, body, footer, sections };
    }
    case 'media':
      return viewMedia(store, row, content);
    case 'text':
    case 'location':
    case 'contacts':
    case 'answer':
    case 'system':
    case 'unsupported':
    case 'welcome':
    case 'payment':
    case 'removed':
    case 'location-request':
    case 'contact-request':
    case 'card':
      return content;
  }
}

function reactionsOf(store: Store, { wamid }: MessageRow): MessageView['reactions'] {
  if (wamid === null) return [];
  return store.reactions.of(wamid).map(({ emoji, customer_id, at }) => ({ emoji, at, by: customer_id === SHOP ? 'shop' : 'customer' }));
}

/** What it said before: each version but the one that is shown. */
function editsOf(store: Store, { wamid }: MessageRow): MessageView['edits'] {
  const versions = wamid === null ? [] : store.messageEdits.of(wamid);
  return versions
    .slice(0, -1)
    .map(({ at, content }, index) => ({ at, text: index === 0 ? (wordsOf(readContent(content)) ?? '') : (JSON.parse(content) as { text: string }).text }));
}

/** The quoted message. A product question quotes a pseudo id that is nobody's: that is no quote. */
function quotedOf(store: Store, row: MessageRow): MessageView['quoted'] {
  // A reaction or an edit names the message that it is about, and quotes nothing.
  if (row.context_wamid === null || ['reaction', 'edit', 'revoke'].includes(row.type)) return null;
  const quoted = store.messages.byWamid(row.context_wamid);
  if (!quoted) return row.retailer_id === null ? { messageId: null, text: null, type: null, mine: false } : null;
  const text = wordsOf(readContent(quoted.content))?.slice(0, 200) ?? null;
  return { messageId: quoted.id, text, type: quoted.type, mine: quoted.direction === 'out' };
}
