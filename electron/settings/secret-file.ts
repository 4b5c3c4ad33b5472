import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { SECRET_NAMES } from '../../shared/contract/settings.ts';
import type { SecretName } from '../../shared/contract/settings.ts';
import { moveAside } from './move-aside.ts';
import type { SecretStore } from './settings-store.ts';
import { writePrivateFile } from './write-private-file.ts';

const fileSchema = z.partialRecord(z.enum(SECRET_NAMES), z.string());

/**
 * Secrets in a JSON file that only this user may read (0600): for where there is no keychain. Wider rights are narrowed at once and
 * told; a file that cannot be read is moved aside and told. That secrets lie in a file at all is told once, through `log`.
 */
export function createSecretFile(filePath: string, log: (line: string) => void): SecretStore {
  let secrets = load(filePath, log);
  let told = false;
  const tellOnce = () => {
    if (told || Object.keys(secrets).length === 0) return;
    told = true;
    log(`Warning: secrets are kept in ${filePath}, unencrypted, readable by this user only.`);
  };
  tellOnce();
  return {
    kept: 'file',
    get: (name) => secrets[name] ?? null,
    set: async (name, value) => {
      const next = { ...secrets };
      if (value === null) delete next[name];
      else next[name] = value;
      // Memory follows only what the disk has taken.
      writePrivateFile(filePath, `${JSON.stringify(next, null, 2)}\n`);
      secrets = next;
      tellOnce();
    },
  };
}

function load(filePath: string, log: (line: string) => void): Partial<Record<SecretName, string>> {
  if (!existsSync(filePath)) return {};
  narrowRights(filePath, log);
  try {
    return fileSchema.parse(JSON.parse(readFileSync(filePath, 'utf8')));
  } catch {
    // The error's own text may quote the file: it is not logged.
    const aside = moveAside(filePath);
    log(`${path.basename(filePath)} could not be read; it was moved to ${path.basename(aside)}. Secrets have to be entered again.`);
    return {};
  }
}

/** Windows has no such bits: what `stat` tells there says nothing. */
function narrowRights(filePath: string, log: (line: string) => void): void {
  if (process.platform === 'win32' || (statSync(filePath).mode & 0o077) === 0) return;
  chmodSync(filePath, 0o600);
  log(`Warning: ${filePath} could be read by other users of this computer; that was put right. Change the secrets if others use it.`);
}
