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
  /** It listens, after it could not at first. */
  onListening: () => void;
  /** Divides the pause between tries. */
  watchPace: number;
  now: () => number;
  log: (line: string) => void;
};

/** So many refused requests are remembered, without their bodies. */
const REMEMBERED = 50;
/** Until a port that another program used is tried again. */
const AGAIN_MS = 5_000;
const LEAST_AGAIN_MS = 250;

/** A line's webhook server, with what it turned away. A port in use is no error, but a `problem`, until it is free. */
export async function startDoor(options: DoorOptions) {
  const { store, webhookPort, now, log } = options;
  const probeKey = store.facts.get('probe_key') ?? randomBytes(32).toString('hex');
  store.facts.set('probe_key', probeKey);
  let count = 0;
  let likeMeta = 0;
  const timings = keepTimings();
  const refusals: InspectedRefusal[] = [];
  let server: { port: number; stop(): Promise<void> } | null = null;
  let problem: Reason | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let underWay: Promise<void> | null = null;

  async function open(): Promise<void> {
    const { secrets, receive, onVerified } = options;
    try {
      const opened = await startWebhookServer(webhookPort, {
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
          options.onRefused();
        },
      });
      if (stopped) await opened.stop();
      else server = opened;
      problem = null;
    } catch (error) {
      // Said once, however often it is tried.
      if (problem === null)
        log(`the webhook server cannot listen on port ${webhookPort}: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}`);
      problem = 'port-in-use';
    }
  }

  /** Listens where it could not. A second call while one is under way waits for that. */
  function tryAgain(): Promise<void> {
    if (server !== null || stopped) return Promise.resolve();
    clearTimeout(timer);
    underWay ??= open().finally(() => {
      underWay = null;
      if (server === null) plan();
      else {
        log(`the webhook server listens on port ${server.port} now`);
        options.onListening();
      }
    });
    return underWay;
  }
  function plan(): void {
    if (!stopped) timer = setTimeout(() => void tryAgain(), Math.max(AGAIN_MS / options.watchPace, LEAST_AGAIN_MS));
  }

  await open();
  if (problem !== null) plan();
  return {
    /** Null while it cannot listen. */
    get port(): number | null {
      return server?.port ?? null;
    },
    get problem(): Reason | null {
      return problem;
    },
    tryAgain,
    /** Hex; what a probe is answered with is an HMAC-SHA256 by it. */
    probeKey,
    refused: (): ConnectionView['refused'] => ({ count, likeMeta, lastAt: refusals[0]?.at ?? null, lastWhy: refusals[0]?.why ?? null }),
    /** How long after its request began a webhook was answered, ms; null where that is not known any more. */
    msOf: timings.of,
    /** The newest first, at most 50. */
    refusals: (): readonly InspectedRefusal[] => refusals,
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      await underWay;
      await server?.stop();
    },
  };
}
export type Door = Awaited<ReturnType<typeof startDoor>>;
