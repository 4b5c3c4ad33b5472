/** How many customers a day may be written to first, of Meta's name for it, such as TIER_2K; null where it is no number. */
export function readLimit(tier: string): number | null {
  const [, digits, thousands] = /^TIER_(\d+)(K?)$/.exec(tier) ?? [];
  return digits === undefined ? null : Number(digits) * (thousands === 'K' ? 1000 : 1);
}
