import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import type { LinkEvent } from '../../shared/domain/link-proof.ts';
import type { TestShop } from './start-shop.ts';
import { until } from './until.ts';

/** Nothing real is set: the practice shop alone, whose way in is proved like a real one's. */
export const NOTHING_SET = {
  SHOPBELL_APP_SECRET: '',
  SHOPBELL_VERIFY_TOKEN: '',
  SHOPBELL_ACCESS_TOKEN: '',
  SHOPBELL_PHONE_NUMBER_ID: '',
  SHOPBELL_ONPREM_SECRET: '',
  SHOPBELL_GRAPH_URL: '',
};

type Api = Pick<TestShop, 'api'>;

/** Resolves when the light is so; says what stands in its way where it does not become so within 20 s. */
export async function light({ api }: Api, what: string, is: (light: ConnectionView['light']) => boolean): Promise<ConnectionView> {
  let last: ConnectionView | null = null;
  return until(
    what,
    async () => {
      last = await api.connection.get();
      return is(last.light) && last;
    },
    20_000,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${JSON.stringify({ light: last?.light, bad: last?.proofs.filter(({ state }) => state !== 'good') })}`);
  });
}
export const green = (shop: Api) => light(shop, 'the green light', ({ tone }) => tone === 'good');
export const red = (shop: Api, reason: Reason) => light(shop, `red for ${reason}`, (is) => is.tone === 'bad' && is.reason === reason);

/** What the log of the connection tells, the newest first. */
export async function linkEvents({ api }: Api): Promise<LinkEvent[]> {
  return (await api.connection.log({ limit: 200 })).entries.map(({ event }) => event);
}
