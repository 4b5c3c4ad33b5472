import path from 'node:path';
import type { App, AppOptions } from '../app.ts';
import { lockDataFolder } from '../settings/data-lock.ts';
import { makeDataFolder, resolveDataFolder } from '../settings/data-folder.ts';
import { allSecrets } from '../settings/all-secrets.ts';
import { createEffectiveSettings } from '../settings/effective-settings.ts';
import { createFileSettings } from '../settings/file-settings.ts';
import { keepLog } from '../settings/keep-log.ts';
import { createSecretFile } from '../settings/secret-file.ts';
import { readPace } from '../settings/read-pace.ts';
import { StartError } from '../start-error.ts';
import { hasBrowser } from './open-browser.ts';
import { makeLinkFromOutside } from './print-link.ts';
import { readArguments, USAGE } from './read-arguments.ts';
import type { Arguments } from './read-arguments.ts';
import { redactSecrets } from './redact-secrets.ts';
import { startConsole } from './start-console.ts';

/** What the process gives to the run: everything that is not a rule. */
export type HeadlessOptions = Pick<AppOptions, 'version' | 'now' | 'newId' | 'random'> & {
  /** Without program and script. */
  argv: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  home: string;
  rendererFolder: string;
  randomBytes: (size: number) => Buffer;
  startApp: (options: AppOptions) => Promise<App>;
  /** A line to standard output. */
  print: (line: string) => void;
  /** A line to standard error. */
  log: (line: string) => void;
  /** Given the way into the log file, once its place is known: for what is told when the program breaks. */
  onLogFile?: (keep: (line: string) => void) => void;
  openBrowser: (url: string) => void;
};

/** `running` wants its `stop` called once; `over` wants the process to end with that code. */
export type HeadlessRun = { state: 'running'; stop(): Promise<void> } | { state: 'over'; exitCode: number };

/** The program without a window. Whatever a person can put right is one sentence on standard error and a code, never a stack. */
export async function runHeadless(options: HeadlessOptions): Promise<HeadlessRun> {
  try {
    const flags = readArguments(options.argv, options.environment);
    if (flags.help) {
      options.print(USAGE);
      return { state: 'over', exitCode: 0 };
    }
    const { environment, platform, home } = options;
    const dataFolder = resolveDataFolder({ flag: flags.data, environment, platform, home });
    return flags.printLink ? printLink(options, dataFolder) : await run(options, flags, dataFolder);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    options.log(error.message);
    if (error.code === 'bad-arguments') options.log(USAGE);
    return { state: 'over', exitCode: error.code === 'bad-arguments' ? 2 : 1 };
  }
}

function printLink(options: HeadlessOptions, dataFolder: string): HeadlessRun {
  const link = makeLinkFromOutside(dataFolder, options.randomBytes);
  if (link === null) throw new StartError('not-running', `No Shopbell with a console runs on ${dataFolder}: start one with npm run headless.`);
  options.print(link);
  return { state: 'over', exitCode: 0 };
}

async function run(options: HeadlessOptions, flags: Arguments, dataFolder: string): Promise<HeadlessRun> {
  makeDataFolder(dataFolder);
  const lock = lockDataFolder(dataFolder);
  if (!lock.ok) throw new StartError('second-instance', `Another Shopbell is running on ${dataFolder}: close it, or choose another folder with --data.`);
  /** What has to be ended, newest last. */
  const ends: (() => Promise<void> | void)[] = [lock.release];
  const stop = () => endAll(ends.splice(0).toReversed());
  try {
    const secrets = createSecretFile(path.join(dataFolder, 'secrets.json'), options.log);
    const store = createFileSettings({ dataFolder, log: options.log });
    const settings = createEffectiveSettings({ store, secrets, environment: options.environment, dataFolder, now: Date.now });
    const keep = keepLog({ dataFolder, home: options.home, secrets: () => allSecrets(settings), now: options.now });
    options.onLogFile?.(keep);
    const log = (line: string) => {
      options.log(redactSecrets(line, settings.secret));
      keep(line);
    };
    keep(`Shopbell ${options.version} starts`);
    const { version, now, newId, random, rendererFolder, randomBytes } = options;
    const app = await options.startApp({
      dataFolder,
      settings,
      webhookPort: flags.webhookPort,
      practicePace: readPace(options.environment['SHOPBELL_PRACTICE_PACE']),
      watchPace: readPace(options.environment['SHOPBELL_WATCH_PACE']),
      version,
      now,
      newId,
      random,
      log,
    });
    ends.push(() => app.stop());
    const served = await startConsole({ app, rendererFolder, port: flags.consolePort, dataFolder, now, randomBytes, log });
    ends.push(() => served.stop());
    announce(options, flags, { webhook: app.webhookUrl(), console: served.link() });
    return { state: 'running', stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Each is ended though another one failed; the first failure is thrown at the end. */
async function endAll([first, ...rest]: (() => Promise<void> | void)[]): Promise<void> {
  if (first === undefined) return;
  try {
    await first();
  } finally {
    await endAll(rest);
  }
}

function announce(options: HeadlessOptions, flags: Arguments, ready: { webhook: string | null; console: string }): void {
  if (ready.webhook === null) options.log(`Port ${flags.webhookPort} is used by another program, so no webhooks arrive: choose another with --webhook-port.`);
  if (flags.readyJson) {
    options.print(JSON.stringify(ready));
  } else {
    options.print(`Shopbell is ready. Open it in a browser on this computer:\n\n  ${ready.console}\n`);
    if (ready.webhook !== null) options.print(`Webhooks are taken at ${ready.webhook}. Ctrl+C ends it.`);
  }
  if (flags.open ?? (!flags.readyJson && hasBrowser(options.platform, options.environment))) options.openBrowser(ready.console);
}
