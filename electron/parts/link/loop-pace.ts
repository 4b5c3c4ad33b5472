import { FRESH_FOR } from '../../../shared/domain/light-of-proofs.ts';
import { LOOP_EVERY_MS } from '../../upkeep/watch-loop.ts';

/**
 * ngrok's free plan ends after 20,000 requests a month (2026), and then nothing reaches the shop at all; a look a minute would use up twice that. Its own
 * session, whose heartbeat is seen every ten seconds, tells a cut there.
 */
const SPARING_EVERY_MS = 3 * 60_000;
const FREE_DOMAIN = /\.ngrok-free\.(app|dev)$/;

/** How often the public address is asked, and for how long an answer is fresh, ms. */
export function loopPace(address: string | null): { every: number; freshFor: number } {
  const free = address !== null && URL.canParse(address) && FREE_DOMAIN.test(new URL(address).hostname);
  const fresh = FRESH_FOR.loop ?? 0;
  return free ? { every: SPARING_EVERY_MS, freshFor: fresh + SPARING_EVERY_MS - LOOP_EVERY_MS } : { every: LOOP_EVERY_MS, freshFor: fresh };
}
