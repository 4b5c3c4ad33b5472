import { onTestFinished } from 'vitest';
import type { Api } from '../../shared/contract.ts';
import type { BellEvent } from '../../shared/contract/live.ts';
import { until } from './until.ts';

export type HeardBell = {
  /** All that came, the oldest first. */
  heard: BellEvent[];
  rings: () => number;
  last: () => BellEvent | undefined;
};

/** A screen of a shop: listens to the bell through the contract until the test ends. */
export async function listenToBell(api: Api, screenId: string): Promise<HeardBell> {
  const heard: BellEvent[] = [];
  const left = new AbortController();
  onTestFinished(() => left.abort());
  const stream = await api.live.bell({ screenId }, { signal: left.signal });
  void (async () => {
    for await (const event of stream) heard.push(event);
  })().catch(() => undefined);
  await until('the first word of the bell', () => heard.length > 0);
  return { heard, rings: () => heard.filter((event) => event.ring).length, last: () => heard.at(-1) };
}

/** A clock that runs from a moment on. */
export function clockFrom(iso: string): () => number {
  const ahead = Date.parse(iso) - Date.now();
  return () => Date.now() + ahead;
}
