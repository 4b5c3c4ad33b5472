import type { AppView } from '../../shared/contract.ts';
import type { SettingsView } from '../../shared/contract/settings.ts';

/** Whether a practice shop can stand beside the real one: where nothing is real, there is nothing beside it. */
export function practiceBeside(app: AppView | null, settings: SettingsView): boolean {
  const realIsSet = settings.values.phoneNumberId !== '' || Object.values(settings.secrets).some((secret) => secret.set);
  return app !== null && (realIsSet || app.shop !== 'practice');
}
