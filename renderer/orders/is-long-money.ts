/** An amount that wants smaller letters, so that no break parts its digits and makes another number of it. */
export function isLongMoney(words: string): boolean {
  return words.length > 12;
}
