import { SECRET_NAMES } from '../../shared/contract/settings.ts';
import type { EffectiveSettings } from './effective-settings.ts';

/** Every secret that is set: for what cuts them out of texts. */
export function allSecrets(settings: Pick<EffectiveSettings, 'secret'>): string[] {
  return SECRET_NAMES.map((name) => settings.secret(name)).filter((secret) => secret !== null);
}
