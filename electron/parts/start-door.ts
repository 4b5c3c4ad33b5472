import { randomBytes } from 'node:crypto';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { InspectedRefusal } from '../../shared/contract/inspector.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { startWebhookServer, type WebhookSecrets } from '../inbound/webhook-server.ts';
import type { Store } from '../store/open-store.ts';
import type { WebhookProof } from '../store/webhook-log.ts';
import { keepTimings } from './keep-timings.ts';

export type DoorOptions = {
  store: Store;
  /** 0 picks a free one. */
  webhookPort: number;
  secrets: () => WebhookSecrets;
  receive: (body: Buffer, proof: WebhookProof) => Promise<number>;
  /** Something was turned away. */
  onRefused: () => void;
  /** Somebody who knows the verify token has asked whether this is the callback. */
  onVerified: () => void;
  now: () => number;
  log: (line: string) => void;
};

/** So many refused requests are remembered, without their bodies. */
const REMEMBERED = 50;

/** A line's webhook server, with what it turned away. A port in use is no error, but a `problem`. */
export async function startDoor({ store, webhookPort, secrets, receive, onRefused, onVerified, now, log }: DoorOptions) {
  const probeKey = store.facts.get('probe_key') ?? randomBytes(32).toString('hex');
  store.facts.set('probe_key', probeKey);
  let count = 0;
  let likeMeta = 0;
  const timings = keepTimings();
  const refusals: InspectedRefusal[] = [];
  let server: { port: number; stop(): Promise<void> } | null = null;
  let problem: Reason | null = null;
  try {
    server = await startWebhookServer(webhookPort, {
      secrets,
      receive,
      onAnswered: timings.keep,
      probeKey,
      now,
      onVerified,
      onRefused: (refusal) => {
        count += 1;
        if (refusal.likeMeta) likeMeta += 1;
        refusals.unshift({ at: now(), ...refusal });
        refusals.splice(REMEMBERED);
        onRefused();
      },
    });
  } catch (error) {
    log(`the webhook server cannot listen on port ${webhookPort}: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}`);
    problem = 'port-in-use';
  }
  return {
    /** Null where it could not listen. */
    port: server?.port ?? null,
    problem,
    /** Hex; what a probe is answered with is an HMAC-SHA256 by it. */
    probeKey,
    refused: (): ConnectionView['refused'] => ({ count, likeMeta, lastAt: refusals[0]?.at ?? null, lastWhy: refusals[0]?.why ?? null }),
    /** How long after its request began a webhook was answered, ms; null where that is not known any more. */
    msOf: timings.of,
    /** The newest first, at most 50. */
    refusals: (): readonly InspectedRefusal[] => refusals,
    stop: async (): Promise<void> => server?.stop(),
  };
}
export type Door = Awaited<ReturnType<typeof startDoor>>;
