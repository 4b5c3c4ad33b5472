import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { endOnBugs, endOnSignals, exitWhenWritten } from '../../electron/console/end-process.ts';
import { runHeadless } from '../../electron/console/run-headless.ts';
import { createTinyApp } from './tiny-app.ts';

// A process of its own: the headless program with a tiny app in it. TINY says what the app is to do wrong.
const log = (line: string) => void process.stderr.write(`${line}\n`);
const trouble = process.env['TINY'];

endOnBugs(log);
const run = await runHeadless({
  argv: process.argv.slice(2),
  environment: process.env,
  platform: process.platform,
  home: '/nowhere',
  rendererFolder: path.join(import.meta.dirname, 'no-page'),
  version: '0.0.0',
  now: () => Date.now(),
  newId: () => 'id',
  random: () => 0,
  randomBytes,
  startApp: async (options) => {
    options.log(`started with ${options.settings.secret('accessToken') ?? 'nothing'}`);
    if (trouble === 'bug') setTimeout(() => void Promise.reject(new Error('a bug\nof two lines')), 50);
    const stop = async () => {
      log('app stopped');
      if (trouble === 'hang') await new Promise((resolve) => setTimeout(resolve, 60_000));
    };
    return { ...createTinyApp(), webhookUrl: () => (trouble === 'port' ? null : 'http://127.0.0.1:1/webhook'), stop };
  },
  print: (line) => void process.stdout.write(`${line}\n`),
  log,
  openBrowser: (url) => log(`opened ${url}`),
});
if (run.state === 'over') exitWhenWritten(run.exitCode);
else endOnSignals(run.stop, log);
