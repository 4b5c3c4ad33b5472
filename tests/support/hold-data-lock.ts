import { lockDataFolder } from '../../electron/settings/data-lock.ts';

// A process of its own: takes the lock of the folder named, says so, and lives until it is killed.
const [, , folder = ''] = process.argv;
console.log(lockDataFolder(folder).ok ? 'held' : 'refused');
setInterval(() => undefined, 1000);
