/** Asks again until the answer is neither null, undefined nor false; fails with what was waited for. */
export async function until<T>(what: string, ask: () => T | Promise<T>, ms = 10_000): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer as NonNullable<Exclude<T, false>>;
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
