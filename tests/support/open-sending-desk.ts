import { sendMessage, type SendInput } from '../../electron/commands/send-message.ts';
import { readContent } from '../../electron/store/stored-content.ts';
import type { TakenUpload } from '../../electron/commands/take-upload.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { Outgoing } from '../../shared/contract/chats.ts';
import type { News } from '../../shared/contract/live.ts';
import { openRooms, T } from './open-rooms.ts';

const HOUR = 60 * 60 * 1000;
const COMPONENTS = [
  { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
  { type: 'BODY', text: 'Hello {{1}}, it is {{2}}.' },
  { type: 'FOOTER', text: 'The bakery' },
  {
    type: 'BUTTONS',
    buttons: [
      { type: 'QUICK_REPLY', text: 'Thank you' },
      { type: 'URL', text: 'Look', url: 'https://example.com/o/{{1}}' },
    ],
  },
];

/** A shop with one chat that may be written to, a clock that stands at T, and a template of the account. Ends with the test. */
export function openSendingDesk() {
  const rooms = openRooms();
  const clock = { now: T };
  const news: News[] = [];
  let requests = 0;
  /** What the page handed over, by its id. */
  const uploads = new Map<string, TakenUpload>();
  const deps = {
    takeUpload: (uploadId: string): TakenUpload | Refused => uploads.get(uploadId) ?? { ok: false, reason: 'upload-lost' },
    store: rooms.store,
    now: () => clock.now,
    publish: (entries: readonly News[]) => void news.push(...entries),
    wakeOutbox: () => undefined,
    canSendFrom: () => true,
    newId: () => `again-${(requests += 1)}`,
  };
  const chat = rooms.conversation('16505550111', T - HOUR);
  const send = (content: Outgoing, over: Partial<SendInput> = {}) =>
    sendMessage(deps, { conversationId: chat, content, requestId: `page-${(requests += 1)}`, ...over });
  const idOf = (answer: ReturnType<typeof sendMessage>) => {
    if (!answer.ok) throw new Error(answer.reason);
    return answer.messageId;
  };
  const stored = (content: Outgoing, over: Partial<SendInput> = {}) => {
    const row = rooms.store.messages.get(idOf(send(content, over)));
    return { type: row?.type, quote: row?.context_wamid, content: row && readContent(row.content) };
  };
  const template = (over: object = {}) =>
    rooms.store.templates.replace([
      {
        name: 'order_update',
        language: 'en',
        wa_id: '1',
        category: 'UTILITY',
        status: 'APPROVED',
        format: 'POSITIONAL',
        components: JSON.stringify(COMPONENTS),
        rejected_reason: null,
        ...over,
      },
    ]);
  const reactions = () => rooms.db.prepare('SELECT target_wamid, customer_id, emoji FROM reactions').all();
  return { ...rooms, clock, news, deps, chat, send, idOf, stored, template, reactions, uploads };
}
