import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildIfNeeded } from './build-if-needed.mjs';
import { findNode } from './find-node.mjs';

export const root = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');

/** All that both ways to run need: a Node that can, the packages, a build. Returns that Node. Throws one sentence when one is missing. */
export async function prepare() {
  const found = findNode(root);
  if ('lacks' in found) throw new Error(found.lacks);
  if (!existsSync(path.join(root, 'node_modules/vite'))) throw new Error('the packages are not installed: run "npm ci" first.');
  await buildIfNeeded(root, found.node);
  return found.node;
}
