import type { ConnectionView, ProofView } from '../../../shared/contract/connection.ts';
import type { LinkEvent } from '../../../shared/domain/link-proof.ts';
import type { Reason } from '../../../shared/domain/reason.ts';
import { callbackInForce, isSameAddress } from '../../upkeep/judge-callback.ts';
import type { MetaState } from '../../upkeep/read-meta-state.ts';
import type { LoopState } from '../../upkeep/watch-loop.ts';
import type { LinkFacts } from './keep-link-facts.ts';
import type { Registrar } from './registrar.ts';

export type RepairOptions = {
  /** Whether anything may be written at Meta unasked. */
  allowed: () => boolean;
  kind: () => ConnectionView['tunnelKind'];
  address: () => string | null;
  loop: () => LoopState;
  meta: () => MetaState;
  /** Who answers at the callback that stands at Meta, where it is another address; null: not asked. */
  foreignIsOwn: () => boolean;
  facts: LinkFacts;
  registrar: Pick<Registrar, 'again' | 'forgive'>;
  restartTunnel: () => Promise<void>;
  /** Something was written at Meta: it is looked at anew. */
  lookAgain: () => Promise<void>;
  tell: (event: LinkEvent, more?: { reason?: Reason | null; details?: string | null }) => void;
  pace: number;
  now: () => number;
  log: (line: string) => void;
};

/** Ms until a repair that did not help is tried again; doubled each time. Meta locks out who fails too often. */
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** Looks in a row that a tunnel which says that it stands may fail. */
const DEAD_AFTER = 2;

/** Lets something be tried, each time later after the last. */
function createPatience(pace: number, now: () => number) {
  let tries = 0;
  let notBefore = 0;
  return {
    may: () => now() >= notBefore,
    tried(): void {
      notBefore = now() + Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS) / pace;
      tries += 1;
    },
    helped(): void {
      tries = 0;
      notBefore = 0;
    },
  };
}

/** Mends what can be mended without asking: only what this shop set itself. */
export function createRepair(options: RepairOptions) {
  const { facts, now, pace, tell } = options;
  const tunnelPatience = createPatience(pace, now);
  const metaPatience = createPatience(pace, now);
  let busy = false;
  let lost = false;
  /** Failed looks at the time of the last restart: those before it say nothing of the new one. */
  let judged = 0;

  /** A tunnel that says it stands, and leads nowhere. One that Meta came through meanwhile leads here, whatever this computer can see of it. */
  function mendTunnel(proof: ProofView): void {
    const { fault, failures, address, at } = options.loop();
    if (failures < judged) judged = 0;
    if (address !== null && at !== null && fault === null) tunnelPatience.helped();
    const dead = proof.state === 'bad' && failures - judged >= DEAD_AFTER && (fault === 'unreachable' || fault === 'other');
    if (!dead || options.kind() === 'own' || options.address() !== address || !tunnelPatience.may()) return;
    tunnelPatience.tried();
    judged = failures;
    tell('tunnel-restarted', { reason: 'loop-unreachable' });
    options
      .restartTunnel()
      .catch((error: unknown) => options.log(`the tunnel could not be started anew: ${error instanceof Error ? error.message : 'unknown'}`));
  }

  /** A callback at Meta that is this very address was set by this shop, or in its favour. */
  function adopt(): void {
    const address = options.address();
    const { callback } = callbackInForce(options.meta());
    const registered = facts.registered();
    if (address === null || callback === null || !isSameAddress(callback.url, address)) return;
    options.registrar.forgive();
    if (registered !== null && isSameAddress(registered.callbackUrl, address) && registered.level === callback.level) return;
    // Nothing older than what was last written may speak against it.
    if (registered !== null && registered.at >= callback.at) return;
    // As of the look that saw it: of now, the look would count as older than the writing, and a new address would wait for the next one.
    facts.setRegistered({ level: callback.level, callbackUrl: address, at: callback.at, verifiedAt: null });
  }

  /** What of this shop's is missing at Meta; null: nothing, or nothing that is its to mend. */
  function wanted(callback: ProofView, subscribed: ProofView): 'registered-again' | 'subscription-restored' | null {
    const registered = facts.registered();
    const address = options.address();
    if (!options.allowed() || registered === null || address === null) return null;
    // Meta would call an address that does not answer; of one's own nobody here can tell.
    const { fault, at } = options.loop();
    if (at === null || (fault !== null && options.kind() !== 'own')) return null;
    // What was seen before the last writing says nothing of it.
    const { phone, apps } = options.meta();
    if ((phone.at ?? apps.at ?? 0) < registered.at) return null;
    const mine = callback.reason === 'not-registered' || callback.reason === 'callback-stale' || options.foreignIsOwn();
    if (callback.state === 'bad' && mine) return 'registered-again';
    const unsubscribed = subscribed.state === 'bad' && (subscribed.reason === 'not-subscribed' || subscribed.reason === 'fields-missing');
    return callback.state === 'good' && unsubscribed ? 'subscription-restored' : null;
  }

  function mendAtMeta(callback: ProofView, subscribed: ProofView): void {
    const event = wanted(callback, subscribed);
    const registered = facts.registered();
    // Told once, however often it is tried; and never of what was seen before it was written down.
    if (callback.state === 'bad' && !lost && registered !== null && (callback.at ?? 0) >= registered.at && callback.reason !== 'callback-stale') {
      lost = true;
      tell('callback-lost', { reason: callback.reason, details: callback.details });
    }
    if (callback.state === 'good') lost = false;
    if (callback.state === 'good' && subscribed.state === 'good') metaPatience.helped();
    if (event === null || registered === null || busy || !metaPatience.may()) return;
    busy = true;
    metaPatience.tried();
    void options.registrar
      .again(registered, event)
      .then(() => options.lookAgain())
      .catch((error: unknown) => options.log(`the callback could not be registered again: ${error instanceof Error ? error.message : 'unknown'}`))
      .finally(() => (busy = false));
  }

  return {
    mend(proofs: readonly ProofView[]): void {
      const of = (kind: ProofView['kind']) => proofs.find((proof) => proof.kind === kind);
      const callback = of('callback');
      const subscribed = of('subscribed');
      const loop = of('loop');
      if (loop) mendTunnel(loop);
      adopt();
      if (callback && subscribed) mendAtMeta(callback, subscribed);
    },
    /** The address is another, or a setting: what had to wait is tried now. */
    hurry(): void {
      metaPatience.helped();
      tunnelPatience.helped();
    },
  };
}
