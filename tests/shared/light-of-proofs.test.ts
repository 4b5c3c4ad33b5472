import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FRESH_FOR, isStale, type LightInput, lightOfProofs, type Proof } from '../../shared/domain/light-of-proofs.ts';
import { type ProofKind, PROOFS, PROOF_STATES } from '../../shared/domain/link-proof.ts';

const NOW = Date.UTC(2026, 10, 25, 9);
const NEEDED = ['server', 'tunnel', 'loop', 'token', 'callback', 'subscribed', 'signature'] as const;
const RANK = { good: 0, warn: 1, bad: 2 } as const;

const good = (kind: ProofKind, at: number | null = NOW): Proof => ({ kind, state: 'good', at, reason: null });
const allGood = () => PROOFS.map((kind) => good(kind));
const light = (proofs: readonly Proof[], over: Partial<LightInput> = {}) => lightOfProofs({ proofs, wayIn: true, looking: false, pace: 1, now: NOW, ...over });
const but = (kind: ProofKind, over: Partial<Proof>) => allGood().map((proof) => (proof.kind === kind ? { ...proof, ...over } : proof));

const anyProof = (kind: ProofKind) =>
  fc.record({
    kind: fc.constant(kind),
    state: fc.constantFrom(...PROOF_STATES),
    at: fc.option(fc.integer({ min: NOW - 3 * 60 * 60_000, max: NOW })),
    reason: fc.constant(null),
  });
const anyProofs = fc.tuple(...PROOFS.map(anyProof)).chain((proofs) => fc.shuffledSubarray(proofs));

describe('the light', () => {
  test('is green where everything is good and fresh, and says the age of the oldest look', () => {
    expect(light(but('token', { at: NOW - 60_000 }))).toEqual({ tone: 'good', proof: null, reason: null, provedAt: NOW - 60_000, action: null });
  });

  test('is never green with a bad proof, whatever the others say and however they are ordered', () => {
    fc.assert(
      fc.property(anyProofs, fc.boolean(), (proofs, looking) => {
        const bad = proofs.some(({ state }) => state === 'bad');
        expect(light(proofs, { looking }).tone === 'bad').toBe(bad);
      }),
    );
  });

  test('is green only with every needed proof, each good and fresh, and nothing doubtful', () => {
    fc.assert(
      fc.property(anyProofs, (proofs) => {
        const proved = NEEDED.every((kind) =>
          proofs.some((proof) => proof.kind === kind && (proof.state === 'off' || (proof.state === 'good' && !isStale(proof, { now: NOW, pace: 1 })))),
        );
        const spoilt = proofs.some(({ state }) => state === 'bad' || state === 'warn');
        expect(light(proofs).tone === 'good').toBe(proved && !spoilt);
      }),
      { numRuns: 500 },
    );
  });

  test.each(NEEDED)('is amber without the proof %s, and names it', (kind) => {
    expect(light(allGood().filter((proof) => proof.kind !== kind))).toMatchObject({ tone: 'warn', proof: kind });
    if (kind !== 'tunnel') expect(light(but(kind, { state: 'unknown' }))).toMatchObject({ tone: 'warn', proof: kind });
  });

  test('is never better later, while nobody looks again', () => {
    fc.assert(
      fc.property(anyProofs, fc.nat(2 * 60 * 60_000), fc.nat(2 * 60 * 60_000), (proofs, sooner, more) => {
        const [first, second] = [light(proofs, { now: NOW + sooner }).tone, light(proofs, { now: NOW + sooner + more }).tone];
        fc.pre(first in RANK && second in RANK);
        expect(RANK[second as keyof typeof RANK]).toBeGreaterThanOrEqual(RANK[first as keyof typeof RANK]);
      }),
    );
  });

  test('turns amber when a look is older than it may be, at the pace of the looks', () => {
    for (const [kind, fresh] of Object.entries(FRESH_FOR) as [ProofKind, number][]) {
      const needed = (NEEDED as readonly string[]).includes(kind);
      expect(light(but(kind, { at: NOW - fresh })).tone).toBe('good');
      expect(light(but(kind, { at: NOW - fresh - 1 }))).toMatchObject(needed ? { tone: 'warn', proof: kind } : { tone: 'good' });
      expect(isStale(good(kind, NOW - fresh / 2 - 1), { now: NOW, pace: 2 })).toBe(true);
    }
    expect(light(but('loop', { at: NOW - 200_000 }), { loopFreshFor: 215_000 }).tone).toBe('good');
  });

  test('takes no look of the future: the clock was set back', () => {
    expect(light(but('loop', { at: NOW + 60_000 }))).toMatchObject({ tone: 'warn', proof: 'loop' });
  });

  test('names the first fault on the way, as it explains those behind it', () => {
    fc.assert(
      fc.property(anyProofs, (proofs) => {
        const { tone, proof } = light(proofs);
        fc.pre(tone === 'bad');
        const first = PROOFS.find((kind) => proofs.some((one) => one.kind === kind && one.state === 'bad'));
        expect(proof).toBe(first);
      }),
    );
    const two = but('tunnel', { state: 'bad', reason: 'tunnel-token' }).map((proof) => (proof.kind === 'loop' ? { ...proof, state: 'bad' as const } : proof));
    expect(light(two)).toMatchObject({ tone: 'bad', proof: 'tunnel', reason: 'tunnel-token', action: 'choose-way-in' });
  });

  test('shows first looks as such, but never hides a fault behind them', () => {
    expect(light(allGood(), { looking: true }).tone).toBe('busy');
    expect(light(but('tunnel', { state: 'unknown' })).tone).toBe('busy');
    expect(light(but('token', { state: 'bad', reason: 'token-expired' }), { looking: true })).toMatchObject({ tone: 'bad', action: 'enter-token' });
  });

  test('is off where nothing leads here, but for a port that is taken', () => {
    expect(light(allGood(), { wayIn: false })).toMatchObject({ tone: 'none', action: 'set-up' });
    expect(light(but('server', { state: 'bad', reason: 'port-in-use' }), { wayIn: false })).toMatchObject({ tone: 'bad', reason: 'port-in-use' });
  });
});
