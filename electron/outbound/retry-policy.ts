import type { Reason } from '../../shared/domain/reason.ts';

/** How a try to send ended, as the policy needs to know it. */
export type TryOutcome = { kind: 'refused'; reason: Reason; code: number | null; retryAfterMs: number | null } | { kind: 'not-sent' } | { kind: 'unknown' };

/**
 * What follows a try that brought no acceptance.
 * - `again`: the message waits and is tried by itself
 * - `hold`: the whole outbox stands still until a person mends it; the message has lost nothing
 * - `unknown`: nobody knows; only the operator sends it again
 */
export type Verdict =
  | { next: 'again'; afterMs: number; reason: Reason }
  | { next: 'hold'; reason: Reason }
  | { next: 'fail'; reason: Reason }
  | { next: 'unknown' };

const SECOND = 1000;
const MINUTE = 60 * SECOND;

type Rule = { delays: readonly number[] };
const SOON: Rule = { delays: [2, 5, 15, 45, 120, 300, 600].map((s) => s * SECOND) };
const BRIEF: Rule = { delays: [2, 10, 60].map((s) => s * SECOND) };
const ONCE: Rule = { delays: [5 * SECOND] };
/** 4^X seconds, as Meta asks for the pair rate. */
const PAIR: Rule = { delays: [1, 4, 16, 64, 256, 1024].map((s) => s * SECOND) };
/** Conditions that a person or time has to change: tried through several hours, with the reason shown meanwhile. */
const LATER: Rule = { delays: [1, 5, 15, 30, 60, 120, 240].map((m) => m * MINUTE) };
const NETWORK: Rule = { delays: [1, 2, 5, 10, 20, 30, 60].map((s) => s * SECOND) };

/** By Meta's code; a code that is not here is a plain no. Source: Meta's error code page, column "retry" of docs/wire.md. */
const RULE_BY_CODE: Readonly<Record<number, Rule>> = {
  1: ONCE,
  2: SOON,
  131000: BRIEF,
  131016: SOON,
  133004: SOON,
  131057: SOON,
  2494100: SOON,
  130429: SOON,
  131056: PAIR,
  4: LATER,
  80007: LATER,
  80008: LATER,
  80009: LATER,
  80014: LATER,
  131042: LATER,
  131048: LATER,
  131064: LATER,
  133016: LATER,
};

/** A gateway may wish for days; the service window does not last that long. */
const LONGEST_WISH = 60 * MINUTE;

const HOLDING: ReadonlySet<Reason> = new Set(['token-refused', 'token-expired', 'permission-missing']);

/**
 * Decides what follows. Pure: the same try gives the same verdict.
 * @param attempt 1 for the first try
 * @param random 0 <= x < 1; spreads waiting messages by up to a fifth
 */
export function decideRetry(outcome: TryOutcome, attempt: number, random: number): Verdict {
  if (outcome.kind === 'unknown') return { next: 'unknown' };
  // Without a network nothing is lost by trying on: the last delay repeats for as long as the window is open.
  if (outcome.kind === 'not-sent') return again(NETWORK.delays[Math.min(attempt, NETWORK.delays.length) - 1] ?? MINUTE, 'unreachable', random);
  if (HOLDING.has(outcome.reason)) return { next: 'hold', reason: outcome.reason };
  const delay = outcome.code === null ? undefined : RULE_BY_CODE[outcome.code]?.delays[attempt - 1];
  if (delay === undefined) return { next: 'fail', reason: outcome.reason };
  return again(Math.max(delay, Math.min(outcome.retryAfterMs ?? 0, LONGEST_WISH)), outcome.reason, random);
}

function again(afterMs: number, reason: Reason, random: number): Verdict {
  return { next: 'again', afterMs: Math.floor(afterMs * (1 + random / 5)), reason };
}
