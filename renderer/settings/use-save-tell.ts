import type { SettingsView, TellSetting } from '../../shared/contract/settings.ts';
import type { TellStep } from '../../shared/domain/tell.ts';
import { useSaveSettings } from './use-settings.ts';

/** Stores what one step tells; the other steps stay as they are. */
export function useSaveTell(settings: SettingsView, step: TellStep) {
  const save = useSaveSettings();
  const tell = settings.values.tells[step];
  return {
    tell,
    save: (change: Partial<TellSetting>) => save.mutate({ tells: { ...settings.values.tells, [step]: { ...tell, ...change } } }),
    failed: save.isError,
    isFixed: settings.fixed['tells'] !== undefined,
  };
}
