import type { LinkOptions } from './link-options.ts';
import { mismatchesOf } from '../../upkeep/judge-signatures.ts';
import { gatherProofs } from './gather-proofs.ts';
import type { keepLight } from './keep-light.ts';
import { warnOfToken } from './warn-of-token.ts';
import type { Tell, watchWay } from './watch-way.ts';

type Given = {
  options: Pick<LinkOptions, 'access' | 'door' | 'pace' | 'now'>;
  way: ReturnType<typeof watchWay>;
  light: ReturnType<typeof keepLight>;
  tell: Tell;
  secretSince: () => number;
};

/** A request under Meta's name with a wrong signature has Meta asked for the secret; not more often than that. */
const SUSPECT_EVERY_MS = 3 * 60_000;

/** One turn of thought: what is seen becomes proofs, the proofs the light, and what is missing is mended and told. */
export function createThought({ options, way: all, light, tell, secretSince }: Given): () => void {
  const { access, door, pace, now } = options;
  const { way, loop, meta, gaps, repair, facts, gathered } = all;
  const startedAt = now();
  let suspectedAt = 0;
  let silenceOf: number | null = null;
  let stoodAt: number | null = null;

  function suspect(): void {
    const refused = mismatchesOf({ refusals: door.refusals(), signedAt: gathered.provedAt(), since: secretSince() });
    if (!refused.some(({ at }) => at > suspectedAt) || now() - suspectedAt < SUSPECT_EVERY_MS / pace) return;
    suspectedAt = now();
    void meta.look();
  }

  function keepGap(): void {
    const reachable = light.reachable();
    if (reachable === null) return;
    const { fault, goodAt } = loop.state();
    // A cut is noticed a little after it began.
    const since = stoodAt === null ? startedAt : fault === null ? stoodAt : Math.min(stoodAt, goodAt ?? stoodAt);
    gaps.stands(reachable, since);
    if (reachable) stoodAt = now();
  }

  return () => {
    const { addressChanged, cameUp } = way.follow();
    if (addressChanged) {
      light.lookAnew();
      repair.hurry();
    }
    // What was started anew shows at once whether it leads here; at the next look that would be a while later.
    if (addressChanged || cameUp) void loop.look();
    const proofs = gatherProofs(gathered);
    const looked = (way.address() === null || loop.state().at !== null) && (meta.looked() || access() === null);
    light.show(proofs, looked);
    repair.mend(proofs);
    suspect();
    for (const proof of proofs) {
      if (proof.kind === 'token') warnOfToken(proof, { facts, tell, now });
      else if (proof.kind === 'arrivals' && proof.state === 'warn' && silenceOf !== proof.at) {
        silenceOf = proof.at;
        tell('silence', { proof: 'arrivals', reason: proof.reason, details: proof.details });
      }
    }
    keepGap();
  };
}
