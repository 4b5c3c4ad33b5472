import type { InspectedWebhook } from '../../shared/contract/inspector.ts';
import type { Masker } from '../../shared/domain/mask-personal.ts';
import { inspect, type InspectDeps, type Understood } from './list-webhooks.ts';

/** A webhook's body as it came, and what is understood of it now, as JSON; null where it is not kept. */
export function viewWebhook(deps: InspectDeps, id: number, masker: Masker | null): { webhook: InspectedWebhook; raw: string; understood: string } | null {
  const row = deps.store.webhookLog.listed(id);
  const logged = deps.store.webhookLog.body(id);
  if (!row || !logged) return null;
  const raw = logged.body.toString('utf8');
  const read = deps.parse(raw);
  const webhook = inspect(deps, row, read);
  if (masker === null) return { webhook, raw, understood: JSON.stringify(read, null, 2) };
  return {
    webhook: { ...webhook, why: webhook.why === null ? null : masker.line(webhook.why) },
    raw: masker.json(raw),
    understood: JSON.stringify(maskUnderstood(read, masker), null, 2),
  };
}

/** A webhook as one line of a file for whoever helps: nothing personal in it. */
export function exportWebhook(deps: InspectDeps, id: number, masker: Masker): string | null {
  const row = deps.store.webhookLog.listed(id);
  const logged = deps.store.webhookLog.body(id);
  if (!row || !logged) return null;
  const raw = logged.body.toString('utf8');
  const read = deps.parse(raw);
  const { receivedAt, happenedAt, why, ...facts } = inspect(deps, row, read);
  return JSON.stringify({
    ...facts,
    receivedAt: new Date(receivedAt).toISOString(),
    happenedAt: happenedAt === null ? null : new Date(happenedAt).toISOString(),
    why: why === null ? null : masker.line(why),
    raw: maskRaw(raw, masker),
    understood: maskUnderstood(read, masker),
  });
}

/** Of what is no JSON the length alone is told. */
function maskRaw(raw: string, masker: Masker): unknown {
  try {
    return masker.body(JSON.parse(raw));
  } catch {
    return masker.json(raw);
  }
}

function maskUnderstood(read: Understood, masker: Masker): unknown {
  return { ...(masker.body(read) as object), problems: read.problems.map(masker.line) };
}
