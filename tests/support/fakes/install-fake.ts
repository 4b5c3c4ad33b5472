import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';

/**
 * Puts a fake of a program under its own name into a folder of its own. What it does is said by the variable FAKE, and what it was given it writes
 * into `saw`.
 * @returns the folder, and the environment that a tunnel is then given
 */
export function installFake(name: 'cloudflared' | 'tailscale', variables: Record<string, string>) {
  const folder = temporaryFolder();
  const file = path.join(folder, name);
  const saw = path.join(folder, 'saw.jsonl');
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${path.join(import.meta.dirname, `fake-${name}.ts`)}" "$@"\n`);
  chmodSync(file, 0o755);
  writeFileSync(saw, '');
  return { folder, file, saw, machine: { platform: process.platform, environment: { PATH: folder, FAKE_SAW: saw, ...variables } } };
}
