import { randomBytes, randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import path from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { startApp } from './app.ts';
import { endOnBugs, endOnSignals, exitWhenWritten } from './console/end-process.ts';
import { openBrowser } from './console/open-browser.ts';
import { runHeadless } from './console/run-headless.ts';

const log = (line: string) => void process.stderr.write(`${line}\n`);

let keep: (line: string) => void = () => undefined;
endOnBugs((line) => {
  log(line);
  keep(line);
});
const run = await runHeadless({
  argv: process.argv.slice(2),
  environment: process.env,
  platform: process.platform,
  home: homedir(),
  // Built, this file is dist/main/headless.js.
  rendererFolder: path.join(import.meta.dirname, '../renderer'),
  version: manifest.version,
  now: () => Date.now(),
  newId: () => randomUUID(),
  random: () => Math.random(),
  randomBytes,
  startApp,
  print: (line) => void process.stdout.write(`${line}\n`),
  log,
  onLogFile: (write) => (keep = write),
  openBrowser: (url) => openBrowser(process.platform, url),
});
if (run.state === 'over') exitWhenWritten(run.exitCode);
else endOnSignals(run.stop, log);
