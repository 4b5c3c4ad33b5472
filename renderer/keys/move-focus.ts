/**
 * Moves the focus among the links of a list or a board.
 * @param root holds all of them
 * @param column selector of a column; links of one column are moved through by up and down, columns by left and right
 * @returns true where the key was one of ours
 */
export function moveFocus(root: HTMLElement, key: string, link: string, column?: string): boolean {
  const current = document.activeElement;
  if (!(current instanceof HTMLElement) || !current.matches(link)) return false;
  const down = key === 'ArrowDown';
  if (down || key === 'ArrowUp') {
    const own = column === undefined ? root : current.closest<HTMLElement>(column);
    const links = [...(own ?? root).querySelectorAll<HTMLElement>(link)];
    links[links.indexOf(current) + (down ? 1 : -1)]?.focus();
    return true;
  }
  if (column === undefined || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return false;
  const toEnd = (key === 'ArrowRight') === (getComputedStyle(root).direction === 'ltr');
  const columns = [...root.querySelectorAll<HTMLElement>(column)].filter((each) => each.querySelector(link));
  const own = columns.findIndex((each) => each.contains(current));
  columns[own + (toEnd ? 1 : -1)]?.querySelector<HTMLElement>(link)?.focus();
  return true;
}
