import { lockDataFolder } from '../../electron/settings/data-lock.ts';

// A process of its own: takes the lock of the folder named, says so, and lives until it is killed.
const [, , folder = ''] = process.argv;
const lock = lockDataFolder(folder);
console.log(lock.ok ? 'held' : 'refused');
// The lock ends when nobody refers to it any more: it is kept, as the program keeps it.
setInterval(() => lock.ok, 1000);
