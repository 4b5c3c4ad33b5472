const WIDEST = 320;
const TALLEST = 340;
const NARROWEST = 120;

/** The room that a picture or film gets in a bubble before it is there, px; the same once it is, so that nothing moves. */
export function placeForMedia(width: number | null, height: number | null): { inlineSize: number; aspectRatio: string } {
  const ratio = width !== null && height !== null && width > 0 && height > 0 ? width / height : 4 / 3;
  // Very long ones are cut in the bubble; the viewer shows all of them.
  const shown = Math.min(3, Math.max(0.5, ratio));
  return {
    inlineSize: Math.round(Math.max(NARROWEST, Math.min(WIDEST, TALLEST * shown, width === null ? WIDEST : Math.max(width, 200)))),
    aspectRatio: String(shown),
  };
}
