import type { ShopKind } from '../../shared/contract/common.ts';
import type { Shown } from './show-notification.ts';

type Notice = { shop: ShopKind; orderIds: readonly number[]; shown: Shown };

/** The notifications of orders that stand, each with the orders that it is about: it goes when none of them waits any more. */
export function createStandingNotices() {
  let standing: Notice[] = [];

  function closeWhere(goes: (notice: Notice) => boolean): void {
    const going = standing.filter(goes);
    standing = standing.filter((notice) => !going.includes(notice));
    for (const { shown } of going) shown.close();
  }

  return {
    add(notice: Notice): void {
      standing.push(notice);
    },
    /** A click closed it already. */
    forget(shown: Shown): void {
      standing = standing.filter((notice) => notice.shown !== shown);
    },
    /** Those of that shop that are about none but these orders, of all that wait, give way to one that stands for all of them. */
    replace(shop: ShopKind, orderIds: readonly number[], waiting: ReadonlySet<number>): void {
      closeWhere((notice) => notice.shop === shop && notice.orderIds.every((orderId) => orderIds.includes(orderId) || !waiting.has(orderId)));
    },
    /** @param waiting ids of the orders of that shop that still wait */
    keepOnly(shop: ShopKind, waiting: ReadonlySet<number>): void {
      closeWhere((notice) => notice.shop === shop && !notice.orderIds.some((orderId) => waiting.has(orderId)));
    },
    has: (shop: ShopKind): boolean => standing.some((notice) => notice.shop === shop),
  };
}
