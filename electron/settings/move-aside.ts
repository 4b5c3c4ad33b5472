import { existsSync, renameSync } from 'node:fs';

/** Renames an unreadable file to `<path>.broken-<n>`, with the first free n, so that nothing of it is lost. Returns the new path. */
export function moveAside(path: string): string {
  let number = 1;
  while (existsSync(`${path}.broken-${number}`)) number += 1;
  const aside = `${path}.broken-${number}`;
  renameSync(path, aside);
  return aside;
}
