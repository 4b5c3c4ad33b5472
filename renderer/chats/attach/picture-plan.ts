/** What WhatsApp takes as a picture, in bytes. Source: Meta's page on media. */
export const PICTURE_LIMIT = 5 * 1024 * 1024;
/** The longest side that a picture which has to be made smaller keeps at first, in pixels; WhatsApp itself shows no more. */
const LONGEST_SIDE = 4096;
/** Smaller than this helps nobody. */
const SHORTEST_TRY = 512;

type Picture = { mimeType: string; size: number; width: number; height: number; hasAlpha: boolean };

/** How a picture becomes one that WhatsApp takes. `as-is`: it is one; else what is tried in turn until the result is small enough. */
export type PicturePlan = { do: 'as-is' } | { do: 'draw'; tries: { mimeType: 'image/jpeg' | 'image/png'; width: number; height: number }[] };

/** Plans what a picture becomes. JPEG and PNG stay as they are where they are small enough; transparency is kept as long as it fits. */
export function planPicture({ mimeType, size, width, height, hasAlpha }: Picture): PicturePlan {
  const isTaken = mimeType === 'image/jpeg' || mimeType === 'image/png';
  if (isTaken && size <= PICTURE_LIMIT) return { do: 'as-is' };
  const longest = Math.max(width, height);
  const tries: { mimeType: 'image/jpeg' | 'image/png'; width: number; height: number }[] = [];
  for (let side = Math.min(longest, LONGEST_SIDE); side >= Math.min(longest, SHORTEST_TRY); side = Math.floor(side * 0.7)) {
    const scale = side / longest;
    const measure = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    if (hasAlpha) tries.push({ mimeType: 'image/png', ...measure });
    else tries.push({ mimeType: 'image/jpeg', ...measure });
  }
  return { do: 'draw', tries };
}
