import type { LightView, ProofView } from '../../../shared/contract/connection.ts';
import { lightOfProofs, type Tone } from '../../../shared/domain/light-of-proofs.ts';
import type { LinkEvent, ProofKind } from '../../../shared/domain/link-proof.ts';
import type { Reason } from '../../../shared/domain/reason.ts';

export type KeepLightOptions = {
  metaAt: () => number | null;
  wayIn: () => boolean;
  loopFreshFor: () => number;
  tell: (event: LinkEvent, more?: { proof?: ProofKind | null; reason?: Reason | null; details?: string | null }) => void;
  /** What it shows is another. */
  changed: () => void;
  pace: number;
  now: () => number;
};

/** First looks that take longer than this are no first looks any more. */
const LOOKING_MS = 45_000;
const LEAST_LOOKING_MS = 10_000;
const EVENTS = { good: 'green', warn: 'amber', bad: 'red' } as const;
/** Faults of these stop what comes in; the others are red too, and nothing is missed by them. */
const HINDERING: ReadonlySet<ProofKind> = new Set(['server', 'tunnel', 'loop', 'verified', 'callback', 'subscribed', 'signature', 'number'] as const);

/** Holds the light: since when it has its tone, and what of it is told. */
export function keepLight(options: KeepLightOptions) {
  const { now, pace } = options;
  let lookingSince: number | null = now();
  let light: LightView = { tone: 'busy', proof: null, reason: null, since: now(), provedAt: null, metaAt: null, action: null };
  let proofs: readonly ProofView[] = [];
  let logged = '';
  let shown = '';

  function tellOf({ tone, proof, reason }: LightView): void {
    if (tone === 'busy' || tone === 'none') return;
    const told = `${tone} ${proof} ${reason}`;
    if (told === logged) return;
    logged = told;
    const details = proofs.find(({ kind }) => kind === proof)?.details ?? null;
    options.tell(EVENTS[tone], { proof, reason, details });
  }

  return {
    light: (): LightView => light,
    proofs: (): readonly ProofView[] => proofs,
    /** Begins anew: what was proved before counts no more. */
    lookAnew: (): void => void (lookingSince = now()),
    /** @param looked whether the first looks are over */
    show(next: readonly ProofView[], looked: boolean): void {
      if (looked || (lookingSince !== null && now() - lookingSince > Math.max(LOOKING_MS / pace, LEAST_LOOKING_MS))) lookingSince = null;
      proofs = next;
      const given = { proofs, wayIn: options.wayIn(), looking: lookingSince !== null, pace, loopFreshFor: options.loopFreshFor(), now: now() };
      const found = lightOfProofs(given);
      const since = found.tone === light.tone ? light.since : now();
      light = { ...found, since, metaAt: options.metaAt() };
      tellOf(light);
      // Ages alone are no news: a page counts them on by itself.
      const face = JSON.stringify([
        light.tone,
        light.proof,
        light.reason,
        light.action,
        proofs.map(({ kind, state, reason, details }) => [kind, state, reason, details]),
      ]);
      if (face !== shown) {
        shown = face;
        options.changed();
      }
    },
    /** Whether webhooks can come in, as far as is known; null: not known now. */
    reachable(): boolean | null {
      const ways: Record<Tone, boolean | null> = { good: true, warn: true, bad: null, busy: null, none: true };
      if (light.tone !== 'bad') return ways[light.tone];
      return !proofs.some(({ kind, state }) => state === 'bad' && HINDERING.has(kind));
    },
  };
}
