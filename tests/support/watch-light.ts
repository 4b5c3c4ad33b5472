import { expect } from 'vitest';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { TestShop } from './start-shop.ts';
import { until } from './until.ts';

type Light = ConnectionView['light'];
type Api = Pick<TestShop, 'api'>;

/** Waits until the light of a shop is as wanted, and gives the connection as it is then; where it never is, says what it was. */
export async function lightOf({ api }: Api, what: string, is: (light: Light) => boolean, ms = 25_000): Promise<ConnectionView> {
  let last: ConnectionView | null = null;
  return until(
    what,
    async () => {
      last = await api.connection.get();
      return is(last.light) && last;
    },
    ms,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${JSON.stringify({ light: last?.light, not: last?.proofs.filter(({ state }) => state !== 'good') })}`);
  });
}

export const greenLight = (shop: Api, ms?: number) => lightOf(shop, 'the green light', ({ tone }) => tone === 'good', ms);

/** Red for this reason, with this button beside it. */
export async function redLight(shop: Api, reason: Light['reason'], action: Light['action']): Promise<ConnectionView> {
  const seen = await lightOf(shop, `red for ${reason}`, (light) => light.tone === 'bad' && light.reason === reason);
  expect(seen.light.action).toBe(action);
  return seen;
}

export type Told = { event: string; reason: string | null };

/** The log of the connection, the oldest first. */
export async function logOf({ api }: Api): Promise<Told[]> {
  const { entries } = await api.connection.log({ limit: 200 });
  return entries.toReversed().map(({ event, reason }) => ({ event, reason }));
}
export const eventsOf = async (shop: Api): Promise<string[]> => (await logOf(shop)).map(({ event }) => event);

/** Whether these were told one after the other, whatever else was told between them. */
export function inOrder(told: readonly string[], wanted: readonly string[]): boolean {
  let next = 0;
  for (const event of told) if (event === wanted[next]) next += 1;
  return next === wanted.length;
}
