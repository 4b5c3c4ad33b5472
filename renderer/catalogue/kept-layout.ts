/** How articles are laid out on this screen. */
export type CatalogueLayout = 'grid' | 'list';

const KEY = 'shopbell.catalogue-layout';

/** The layout that this screen had the last time. */
export function keptLayout(): CatalogueLayout {
  return localStorage.getItem(KEY) === 'list' ? 'list' : 'grid';
}

/** Keeps the layout for the next time. */
export function keepLayout(layout: CatalogueLayout): void {
  localStorage.setItem(KEY, layout);
}
