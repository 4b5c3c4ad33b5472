import { app } from 'electron';
import type { StartCommand } from './desktop-entry.ts';
import type { LoginItem } from './entry-file.ts';

/** The registry's Run key, with the switch that the Task Manager has for it. */
export function createRunKey(name: string, { program, args }: StartCommand): LoginItem {
  // Written as they are; one with a space in it would fall apart.
  const quoted = args.map((argument) => (/\s/.test(argument) ? `"${argument}"` : argument));
  return {
    read() {
      const asked = app.getLoginItemSettings({ path: program, args: quoted });
      const item = asked.launchItems.find((one) => one.name === name);
      if (!item?.enabled) return 'off';
      return asked.openAtLogin ? 'on' : 'other';
    },
    write: (on) => app.setLoginItemSettings({ openAtLogin: on, path: program, args: quoted, name }),
  };
}

/** macOS starts the program itself, without arguments. */
export function createServiceItem(): LoginItem {
  return {
    read: () => (app.getLoginItemSettings().status === 'enabled' ? 'on' : 'off'),
    write: (on) => app.setLoginItemSettings({ openAtLogin: on }),
  };
}
