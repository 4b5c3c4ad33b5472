import { describe, expect, it } from 'vitest';
import { readLimit } from '../../renderer/connection/read-limit.ts';

describe('the limit of a number', () => {
  it.each([
    ['TIER_250', 250],
    ['TIER_2K', 2000],
    ['TIER_100K', 100_000],
    ['TIER_UNLIMITED', null],
    ['GREEN', null],
  ])('%s is %s', (tier, limit) => {
    expect(readLimit(tier)).toBe(limit);
  });
});
