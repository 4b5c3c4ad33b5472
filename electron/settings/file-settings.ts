import path from 'node:path';
import Conf from 'conf';
import { z } from 'zod';
import { settingsSchema } from '../../shared/contract/settings.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { defaultSettings } from './default-settings.ts';
import { moveAside } from './move-aside.ts';
import type { SettingsStore } from './settings-store.ts';

/**
 * Settings in `settings.json` of the data folder (0600), by `conf`: what electron-store stands on, so both write the same file.
 * A file that cannot be read, or whose values are not allowed, is moved aside and told through `log`; defaults are used then.
 * It is read once: another program's changes are seen at the next start.
 */
export function createFileSettings(options: { dataFolder: string; log: (line: string) => void }): SettingsStore {
  const conf = openConf(options);
  let current = readAll(conf);
  return {
    read: () => ({ ...current }),
    write: (patch) => {
      conf.set(patch);
      current = readAll(conf);
    },
  };
}

function openConf({ dataFolder, log }: { dataFolder: string; log: (line: string) => void }): Conf<Settings> {
  const open = () =>
    new Conf<Settings>({
      cwd: dataFolder,
      configName: 'settings',
      configFileMode: 0o600,
      // True would overwrite a broken file with nothing.
      clearInvalidConfig: false,
      schema: jsonSchema(),
    });
  try {
    const conf = open();
    readAll(conf);
    return conf;
  } catch (error) {
    const aside = moveAside(path.join(dataFolder, 'settings.json'));
    const why = error instanceof SyntaxError ? 'it is not JSON' : 'a value in it is not allowed';
    log(`settings.json could not be read (${why}); it was moved to ${path.basename(aside)}, and the settings start from their defaults.`);
    return open();
  }
}

/** Stored values over the defaults; keys of a newer version stay in the file and are left out here. */
function readAll(conf: Conf<Settings>): Settings {
  return settingsSchema.parse({ ...defaultSettings(), ...conf.store });
}

function jsonSchema(): Record<string, object> {
  const { properties = {} } = z.toJSONSchema(settingsSchema);
  return Object.fromEntries(Object.entries(properties).flatMap(([name, rule]) => (typeof rule === 'object' ? [[name, rule]] : [])));
}
