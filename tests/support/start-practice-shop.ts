import { closeAfter } from './close-after.ts';
import { type ShopOptions, startShop, type TestShop } from './start-shop.ts';
import { greenLight } from './watch-light.ts';

/** Nothing real is set: the practice shop alone, whose way in is proved like a real one's. */
export const NOTHING_SET = {
  SHOPBELL_APP_SECRET: '',
  SHOPBELL_VERIFY_TOKEN: '',
  SHOPBELL_ACCESS_TOKEN: '',
  SHOPBELL_PHONE_NUMBER_ID: '',
  SHOPBELL_ONPREM_SECRET: '',
  SHOPBELL_GRAPH_URL: '',
};
/** A minute of looks is a second. */
export const WATCH_PACE = 60;

/** The practice shop with a green light; its customers act when they are told to. It ends with the test. */
export async function startPracticeShop(options: Pick<ShopOptions, 'folder' | 'now' | 'watchPace'> = {}): Promise<TestShop> {
  const shop = closeAfter(await startShop({ environment: NOTHING_SET, reads: 'practice/shopbell.db', watchPace: WATCH_PACE, practicePace: 20, ...options }));
  await shop.api.practice.script({ on: false });
  await greenLight(shop);
  return shop;
}

/** Ids of the orders that wait to be taken. */
export const newOrders = async ({ api }: Pick<TestShop, 'api'>): Promise<number[]> => (await api.orders.board()).new.map(({ id }) => id);
