import { SECRET_NAMES } from '../../shared/contract/settings.ts';
import type { SecretName } from '../../shared/contract/settings.ts';

/**
 * Cuts every secret that is set out of a line of the log: what other programs answer (a refused token is often quoted) ends up there.
 * Texts shorter than 6 characters are left, as they would blot out ordinary words.
 */
export function redactSecrets(line: string, secret: (name: SecretName) => string | null): string {
  return SECRET_NAMES.reduce((text, name) => {
    const value = secret(name);
    return value === null || value.length < 6 ? text : text.replaceAll(value, '…');
  }, line);
}
