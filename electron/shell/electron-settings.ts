import path from 'node:path';
import Store from 'electron-store';
import { settingsSchema } from '../../shared/contract/settings.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { defaultSettings } from '../settings/default-settings.ts';
import { moveAside } from '../settings/move-aside.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

export type ElectronSettings = SettingsStore & {
  /** Where a file went that could not be read; null when all was well. */
  readonly movedAside: string | null;
};

/** Settings in `settings.json` of the data folder, the same file that headless reads. What was never set is not written, so defaults can improve. */
export function createElectronSettings(dataFolder: string): ElectronSettings {
  let movedAside: string | null = null;
  let store: Store;
  try {
    store = open(dataFolder);
  } catch {
    // Not cleared in place: what a person wrote into it can still be read there.
    movedAside = moveAside(path.join(dataFolder, 'settings.json'));
    store = open(dataFolder);
  }
  let current = readable(store.store);
  return {
    movedAside,
    read: () => current,
    write(patch) {
      store.set({ ...patch });
      current = readable(store.store);
    },
  };
}

function open(dataFolder: string): Store {
  return new Store({ cwd: dataFolder, name: 'settings', configFileMode: 0o600, clearInvalidConfig: false, accessPropertiesByDotNotation: false });
}

/** Each value on its own: one that is wrong gives way to its default and takes no other with it. */
function readable(stored: Readonly<Record<string, unknown>>): Settings {
  const one = settingsSchema.partial();
  const kept = Object.entries(stored).map(([key, value]) => one.safeParse({ [key]: value }).data ?? {});
  return Object.assign(defaultSettings(), ...kept);
}
