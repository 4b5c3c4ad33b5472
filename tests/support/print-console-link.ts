import { randomBytes } from 'node:crypto';
import { makeLinkFromOutside } from '../../electron/console/print-link.ts';

// A process of its own: a new link into the console that runs on the folder named.
console.log(makeLinkFromOutside(process.argv[2] ?? '', randomBytes));
