import type { ShopKind } from '../../shared/contract/common.ts';

const KEY = 'shopbell.shop';

/** The line this screen was switched to; null leaves the choice to the app. */
export function chosenShop(): ShopKind | null {
  const value = sessionStorage.getItem(KEY);
  return value === 'real' || value === 'practice' ? value : null;
}

/** Keeps the choice for as long as this screen is open. */
export function chooseShop(shop: ShopKind | null): void {
  if (shop === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, shop);
}
