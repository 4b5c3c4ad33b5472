import { existsSync, readFileSync } from 'node:fs';
import { safeStorage } from 'electron';
import { z } from 'zod';
import { SECRET_NAMES, secretName } from '../../shared/contract/settings.ts';
import type { SecretName } from '../../shared/contract/settings.ts';
import { moveAside } from '../settings/move-aside.ts';
import type { SecretStore } from '../settings/settings-store.ts';
import { writePrivateFile } from '../settings/write-private-file.ts';

type Cipher = { encrypt(text: string): Promise<Buffer>; decrypt(secret: Buffer): Promise<{ text: string; old: boolean }> };

const ciphertexts = z.partialRecord(secretName, z.base64());

/**
 * Secrets encrypted by the system's keychain, base64 in a 0600 file of their own. All are read at once, so that `get` needs no waiting.
 * @returns null where the system has no keychain that deserves the name
 */
export async function openKeychain(file: string, log: (line: string) => void): Promise<SecretStore | null> {
  const cipher = await findCipher();
  if (cipher === null) return null;
  const stored = readFile(file, log);
  const plain = new Map<SecretName, string>();
  const save = () => writePrivateFile(file, `${JSON.stringify(stored, null, 2)}\n`);

  for (const name of SECRET_NAMES) {
    const secret = stored[name];
    if (secret === undefined) continue;
    try {
      const { text, old } = await cipher.decrypt(Buffer.from(secret, 'base64'));
      plain.set(name, text);
      if (!old) continue;
      stored[name] = (await cipher.encrypt(text)).toString('base64');
      save();
    } catch {
      log(`the keychain does not open ${name} any more; it has to be entered again`);
    }
  }

  return {
    kept: 'keychain',
    get: (name) => plain.get(name) ?? null,
    async set(name, value) {
      if (value === null) {
        delete stored[name];
        plain.delete(name);
      } else {
        stored[name] = (await cipher.encrypt(value)).toString('base64');
        plain.set(name, value);
      }
      save();
    },
  };
}

/** Electron 45 has asynchronous calls, 33 only the synchronous ones. On Linux "basic_text" is a hard-coded key: no keychain at all. */
async function findCipher(): Promise<Cipher | null> {
  if (process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())) return null;
  if (typeof safeStorage.encryptStringAsync === 'function') {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
    return {
      encrypt: (text) => safeStorage.encryptStringAsync(text),
      async decrypt(secret) {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(secret);
        return { text: result, old: shouldReEncrypt };
      },
    };
  }
  if (!safeStorage.isEncryptionAvailable()) return null;
  return {
    encrypt: async (text) => safeStorage.encryptString(text),
    decrypt: async (secret) => ({ text: safeStorage.decryptString(secret), old: false }),
  };
}

function readFile(file: string, log: (line: string) => void): Partial<Record<SecretName, string>> {
  if (!existsSync(file)) return {};
  try {
    return ciphertexts.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    log(`the file of secrets cannot be read; it was moved to ${moveAside(file)}, and they have to be entered again`);
    return {};
  }
}
