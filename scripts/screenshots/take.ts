import { existsSync } from 'node:fs';
import { takeConsole } from './take-console.ts';
import { takeWindow } from './take-window.ts';

// `npm run screenshots`: the pictures of the README, taken anew from the built program and its practice shop.

const chromium = process.env['CHROMIUM_PATH'] || '/usr/bin/chromium';
if (existsSync(chromium)) await takeConsole(chromium);
else console.log(`no pictures of the console: there is no Chromium at ${chromium}; CHROMIUM_PATH can name another`);
await takeWindow();
