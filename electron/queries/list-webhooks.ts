import type { InspectedWebhook } from '../../shared/contract/inspector.ts';
import type { Store } from '../store/open-store.ts';
import type { LoggedWebhook } from '../store/webhook-log.ts';

/** What a body says, as its reader understands it. */
export type Understood = {
  shape: InspectedWebhook['shape'];
  events: readonly { kind: string; content?: { kind: string }; status?: string | null; sentAt?: number | null; at?: number | null }[];
  problems: readonly string[];
  silent: number;
};
export type InspectDeps = {
  store: Pick<Store, 'webhookLog'>;
  /** Reads a body, and never throws. */
  parse: (body: string) => Understood;
  /** How long a webhook took to be answered, ms; null: not known. */
  msOf: (id: number) => number | null;
};

/** Bytes of bodies that are read for one page; it ends early then. */
const MOST_READ = 6 * 1024 * 1024;

/** The newest webhooks first, each with what was understood of it. */
export function listWebhooks(
  deps: InspectDeps,
  { before, limit, only }: { before?: number | undefined; limit: number; only: 'all' | 'troubled' },
): { webhooks: InspectedWebhook[]; more: boolean } {
  const rows = deps.store.webhookLog.list({ before: before ?? null, limit: limit + 1, open: only === 'troubled' });
  let read = 0;
  let count = 0;
  for (const { bytes } of rows.slice(0, limit)) {
    read += bytes;
    if (count > 0 && read > MOST_READ) break;
    count += 1;
  }
  return { webhooks: rows.slice(0, count).map((row) => inspect(deps, row, understand(deps, row.id))), more: rows.length > count };
}

/** What stands in a row of the list. */
export function inspect({ msOf }: Pick<InspectDeps, 'msOf'>, row: LoggedWebhook, understood: Understood | null): InspectedWebhook {
  const { id, shape, outcome, bytes, proof } = row;
  const happenedAt = Math.max(0, ...(understood?.events ?? []).map((event) => event.sentAt ?? event.at ?? 0)) || null;
  return { id, receivedAt: row.received_at, happenedAt, shape, outcome, why: row.reason, bytes, proof, ms: msOf(id), events: countKinds(understood) };
}

function understand({ store, parse }: InspectDeps, id: number): Understood | null {
  const logged = store.webhookLog.body(id);
  return logged && parse(logged.body.toString('utf8'));
}

/**
 * How often each kind of event occurs: "order", "reaction", "edit" and "message" are messages, "tick-read" a tick of that state, "silent" what
 * changes nothing here.
 */
function countKinds(understood: Understood | null): InspectedWebhook['events'] {
  const counts = new Map<string, number>();
  for (const event of understood?.events ?? []) counts.set(kindOf(event), (counts.get(kindOf(event)) ?? 0) + 1);
  if (understood && understood.silent > 0) counts.set('silent', understood.silent);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

function kindOf({ kind, content, status }: Understood['events'][number]): string {
  if (kind === 'tick') return typeof status === 'string' ? `tick-${status}` : kind;
  if (kind !== 'message') return kind;
  return content !== undefined && ['order', 'reaction', 'edit'].includes(content.kind) ? content.kind : kind;
}
