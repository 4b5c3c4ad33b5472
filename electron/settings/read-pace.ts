/**
 * The pace of the practice customers, from `SHOPBELL_PRACTICE_PACE`: their pauses are divided by it. Tests and screenshots hurry them.
 * @returns 1 where it is missing or no number from 0.1 to 1000
 */
export function readPace(text: string | undefined): number {
  const pace = Number(text ?? '1');
  return pace >= 0.1 && pace <= 1000 ? pace : 1;
}
