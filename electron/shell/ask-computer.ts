import { app, powerSaveBlocker } from 'electron';
import type { ComputerView } from '../../shared/contract/computer.ts';
import type { EffectiveSettings } from '../settings/effective-settings.ts';
import { autostartFile, createEntryFile } from './entry-file.ts';
import type { LoginItem } from './entry-file.ts';
import { keepAutostart } from './keep-autostart.ts';
import { createRunKey, createServiceItem } from './login-item.ts';
import { entrySuffix, startCommand } from './start-command.ts';
import type { StartChoices } from './start-command.ts';
import { stayAwake } from './stay-awake.ts';

export type Computer = { view(): ComputerView; setAutostart(): void };

/** Opening hours begin and end to the minute. */
const LOOK_MS = 20_000;
const APP_ID = 'io.github.shopbell.app';

/** What the settings ask of the computer itself: that it starts the program at login, and stays awake while the shop is open. Lasts as long as the program. */
export function askComputer({ settings, choices, log }: { settings: EffectiveSettings; choices: StartChoices; log: (line: string) => void }): Computer {
  const autostart = keepAutostart({ item: loginItem(choices), wanted: () => settings.values().autostart, log });
  const awake = stayAwake({ blocker: powerSaveBlocker, values: settings.values, now: Date.now, log });
  const follow = () => {
    autostart.follow();
    awake.follow();
  };
  follow();
  settings.onChange(follow);
  setInterval(awake.follow, LOOK_MS);
  return { view: () => ({ autostart: autostart.view(), awake: awake.isAwake() }), setAutostart: autostart.write };
}

function loginItem(choices: StartChoices): LoginItem {
  const suffix = entrySuffix(choices.dataFolder);
  if (process.platform === 'win32') return createRunKey(`${APP_ID}${suffix}`, startCommand(choices));
  if (process.platform === 'darwin') return createServiceItem();
  return createEntryFile(autostartFile(process.env, app.getPath('home'), suffix), startCommand(choices));
}
