import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { app } from 'electron';
import { makeDataFolder, resolveDataFolder } from './settings/data-folder.ts';
import { registerPageScheme } from './shell/serve-page.ts';
import { startDesktop } from './shell/start-desktop.ts';
import { tellStartFailed } from './shell/tell-start-failed.ts';

// Electron reads all of this before `ready`, and emits `ready` only after this module has run: so nothing here may be awaited.
app.setName('Shopbell');
app.setAppUserModelId('io.github.shopbell.app');
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerPageScheme();
let keep: (line: string) => void = () => undefined;
process.on('unhandledRejection', (reason) => logAndKeep(`unhandled rejection: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`));

// Chromium's own switches stand in the same arguments, so what is not known is left alone.
const { values: flags } = parseArgs({ strict: false, options: { data: { type: 'string' }, 'webhook-port': { type: 'string' } } });
const place = { environment: process.env, platform: process.platform, home: homedir() };
const dataFolder = resolveDataFolder({ ...place, flag: text(flags['data']) });
const isOwnFolder = dataFolder !== resolveDataFolder({ ...place, flag: undefined, environment: { ...process.env, SHOPBELL_DATA: undefined } });
// The lock for a single instance belongs to this folder: one window to each data folder, which tests rely on too.
const profileFolder = path.join(dataFolder, 'window');

try {
  makeDataFolder(dataFolder);
  app.setPath('userData', profileFolder);
  if (app.requestSingleInstanceLock({ arguments: process.argv.slice(1) })) boot();
  else app.exit(0);
} catch (error) {
  app.whenReady().then(() => fail(error), fail);
}

function boot(): void {
  const portFlag = text(flags['webhook-port']);
  const webhookPort = portFlag ?? process.env['SHOPBELL_WEBHOOK_PORT'];
  app
    .whenReady()
    .then(() =>
      startDesktop({ dataFolder, isOwnFolder, profileFolder, webhookPort, portFlag, environment: process.env, log, onLogFile: (write) => (keep = write) }),
    )
    .catch(fail);
}

/** A rejected start would otherwise leave a process without a window. */
function fail(error: unknown): void {
  tellStartFailed(error, log);
  app.exit(1);
}

/** Standard output belongs to nobody here; `npm start` reads the lines of standard error. */
function log(line: string): void {
  process.stderr.write(`shopbell: ${line}\n`);
}

function logAndKeep(line: string): void {
  log(line);
  keep(line);
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
