import type { News } from '../../shared/contract/live.ts';
import { diskReason } from '../store/disk-error.ts';
import type { Store } from '../store/open-store.ts';
import type { WantedPicture } from '../store/products.ts';

export type PictureFetchOptions = {
  store: Store;
  /** False while there is no access token. */
  configured: () => boolean;
  /** Null for anything but a picture of at most so many bytes. */
  picture: (url: string, atMost: number) => Promise<{ bytes: Buffer; type: string } | null>;
  publish: (news: readonly News[]) => void;
  now: () => number;
  log: (line: string) => void;
  /** Ms from one picture to the next. */
  pauseMs?: number;
};

const MINUTE = 60_000;
/** Pictures that nobody asked for are fetched up to here. What lies beyond comes when an article is ordered, asked about or opened. */
const MOST_PICTURES = 3_000;
const MOST_BYTES = 200 * 1024 * 1024;
const LARGEST = 512 * 1024;
/** A picture that could not be had rests for a day; after some in a row it is the connection. */
const REST_MS = 24 * 60 * MINUTE;
const IN_A_ROW = 5;
const PAUSE_AFTER_FAILURES_MS = 30 * MINUTE;
const LOOK_EVERY_MS = 10 * MINUTE;
/** Pages ask for the catalogue anew at most so often. */
const TELL_EVERY_MS = 3_000;

/** Fetches the pictures of whole catalogues in the background, one after the other, as far as they do not fill the disk. */
export function startPictureFetch(options: PictureFetchOptions) {
  const { store, now, pauseMs = 250 } = options;
  let busy = false;
  let stopped = false;
  let restUntil = 0;
  let toldAt = 0;

  async function run(): Promise<void> {
    if (busy || stopped || now() < restUntil || !options.configured()) return;
    busy = true;
    try {
      await fetchAll();
    } catch (error) {
      const reason = diskReason(error);
      if (reason === null) throw error;
      options.log(`the catalogue's pictures could not be kept: ${reason}`);
    } finally {
      busy = false;
    }
  }

  async function fetchAll(): Promise<void> {
    const kept = store.products.pictureSizes();
    let failed = 0;
    let untold = false;
    while (!stopped && kept.pictures < MOST_PICTURES && kept.bytes < MOST_BYTES) {
      const [row] = store.products.wantedPictures(now(), 1);
      if (!row) break;
      const picture = await options.picture(row.image_url, LARGEST);
      if (stopped) return;
      if (picture) {
        kept.pictures += 1;
        kept.bytes += picture.bytes.length;
        untold = keep(row, picture) || untold;
      } else store.products.postponePicture(row.catalog_id, row.retailer_id, now() + REST_MS);
      failed = picture ? 0 : failed + 1;
      if (failed >= IN_A_ROW) {
        restUntil = now() + PAUSE_AFTER_FAILURES_MS;
        break;
      }
      if (untold && now() - toldAt >= TELL_EVERY_MS) {
        tell();
        untold = false;
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    if (untold && !stopped) tell();
  }

  /** True where the catalogue shows one more; another picture in place of one is told at once, for pages keep the old one. */
  function keep(row: WantedPicture, picture: { bytes: Buffer; type: string }): boolean {
    const isNew = store.products.get(row.catalog_id, row.retailer_id)?.has_image !== 1;
    store.products.keepPicture(row, picture);
    if (!isNew) options.publish([{ kind: 'product', catalogId: row.catalog_id, retailerId: row.retailer_id }]);
    return isNew;
  }

  function tell(): void {
    toldAt = now();
    options.publish([{ kind: 'catalogue' }]);
  }

  const look = () => void run();
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return {
    /** There are more to be fetched. */
    wake: look,
    stop(): void {
      stopped = true;
      clearInterval(timer);
    },
  };
}
