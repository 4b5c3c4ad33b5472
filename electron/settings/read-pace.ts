/**
 * A pace by which pauses are divided: of the practice customers from `SHOPBELL_PRACTICE_PACE`, of the looks at the connection from `SHOPBELL_WATCH_PACE`.
 * Tests and screenshots hurry them.
 * @returns 1 where it is missing or no number from 0.1 to 1000
 */
export function readPace(text: string | undefined): number {
  const pace = Number(text ?? '1');
  return pace >= 0.1 && pace <= 1000 ? pace : 1;
}
