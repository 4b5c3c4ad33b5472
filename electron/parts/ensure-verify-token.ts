import { randomBytes } from 'node:crypto';
import type { EffectiveSettings } from '../settings/effective-settings.ts';

/** The shop's verify token; where there is none, one is made and stored: letters and digits that an address carries unchanged. */
export async function ensureVerifyToken(settings: EffectiveSettings): Promise<string> {
  const known = settings.secret('verifyToken');
  if (known !== null) return known;
  const made = randomBytes(24).toString('hex');
  await settings.setSecret('verifyToken', made);
  return made;
}
