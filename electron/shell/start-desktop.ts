import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { app } from 'electron';
import { startApp } from '../app.ts';
import type { App } from '../app.ts';
import { redactSecrets } from '../console/redact-secrets.ts';
import { lockDataFolder } from '../settings/data-lock.ts';
import { allSecrets } from '../settings/all-secrets.ts';
import { createEffectiveSettings } from '../settings/effective-settings.ts';
import { keepLog } from '../settings/keep-log.ts';
import { createSecretFile } from '../settings/secret-file.ts';
import { readPace } from '../settings/read-pace.ts';
import { StartError } from '../start-error.ts';
import { askComputer } from './ask-computer.ts';
import { setApplicationMenu } from './application-menu.ts';
import { askBeforeQuit } from './ask-before-quit.ts';
import { connectPage } from './connect-page.ts';
import { createElectronSettings } from './electron-settings.ts';
import { openKeychain } from './keychain.ts';
import { lockPages } from './lock-page.ts';
import { openMainWindow } from './main-window.ts';
import { servePage } from './serve-page.ts';
import { showOrders } from './show-orders.ts';
import { startedAtLogin } from './start-command.ts';
import { stopOnQuit } from './stop-on-quit.ts';
import { createSmallPictures } from './small-picture.ts';
import { createSystemPrinters } from './system-printers.ts';
import { hasTrayHost } from './tray-host.ts';
import { tellOfLostSettings } from './tell-of-lost-settings.ts';
import { tellOfTray } from './tell-of-tray.ts';
import { createWords } from './words.ts';

const WEBHOOK_PORT = 8787;

export type DesktopOptions = {
  dataFolder: string;
  /** It is not the system's own place for it. */
  isOwnFolder: boolean;
  /** Chromium's own files: cache, window place. */
  profileFolder: string;
  webhookPort: string | undefined;
  /** What of it stood on the command line. */
  portFlag: string | undefined;
  environment: Readonly<Record<string, string | undefined>>;
  log: (line: string) => void;
  /** Given the way into the log file, once its place is known: for what is told when the program breaks. */
  onLogFile: (keep: (line: string) => void) => void;
};

/** Starts the line and shows it. Runs after `ready`; throws StartError where a person can mend the reason. */
export async function startDesktop({
  dataFolder,
  isOwnFolder,
  profileFolder,
  webhookPort,
  portFlag,
  environment,
  log: say,
  onLogFile,
}: DesktopOptions): Promise<void> {
  const lock = lockDataFolder(dataFolder);
  if (!lock.ok) throw new StartError('second-instance', `Another Shopbell is running on ${dataFolder}: close it, or choose another folder with --data.`);
  const store = createElectronSettings(dataFolder);
  const secrets = (await openKeychain(path.join(dataFolder, 'secrets.bin.json'), say)) ?? createSecretFile(path.join(dataFolder, 'secrets.json'), say);
  const settings = createEffectiveSettings({ store, secrets, environment, dataFolder, now: Date.now });
  const keep = keepLog({ dataFolder, home: app.getPath('home'), secrets: () => allSecrets(settings), now: Date.now });
  onLogFile(keep);
  const log = (line: string) => {
    say(redactSecrets(line, settings.secret));
    keep(line);
  };
  keep(`Shopbell ${app.getVersion()} starts`);
  const words = createWords(() => app.getLocale());
  words.choose(settings.values().language);

  setApplicationMenu({ i18n: words.i18n, quit: () => app.quit() });
  lockPages();
  // The window opens when the shop has started, so nothing is asked for before.
  servePage(path.join(import.meta.dirname, '../renderer'), (of, asked) => shop.findFile(of, asked));
  const watchPace = readPace(environment['SHOPBELL_WATCH_PACE']);
  const shop: App = await startApp({
    dataFolder,
    settings,
    webhookPort: readPort(webhookPort),
    version: app.getVersion(),
    practicePace: readPace(environment['SHOPBELL_PRACTICE_PACE']),
    watchPace,
    now: Date.now,
    newId: randomUUID,
    random: Math.random,
    computer: askComputer({ settings, choices: { dataFolder: isOwnFolder ? dataFolder : null, webhookPort: portFlag ?? null }, log }),
    systemPrinters: createSystemPrinters(log),
    makeSmall: createSmallPictures(log),
    log,
  });
  connectPage(shop, log);

  const isQuitting = askBeforeQuit(words.i18n, environment);
  let stopShowing = (): void => undefined;
  stopOnQuit(async () => {
    stopShowing();
    await shop.stop();
    lock.release();
  }, log);

  const tray = await hasTrayHost();
  const main = openMainWindow({
    profileFolder,
    theme: settings.values().theme,
    opens: !startedAtLogin() ? 'shown' : tray ? 'hidden' : 'minimised',
    log,
    onClose() {
      if (isQuitting()) return 'quitting';
      tellOfTray({ tray, settings, words, show: main.show, log });
      return tray ? 'hide' : 'minimise';
    },
  });
  app.on('activate', () => main.show());
  app.on('window-all-closed', () => app.quit());

  const waiting = showOrders({ shop, settings, words, main, tray, watchPace, log });
  stopShowing = waiting.stop;
  settings.onChange(() => {
    words.choose(settings.values().language);
    setApplicationMenu({ i18n: words.i18n, quit: () => app.quit() });
    main.setTheme(settings.values().theme);
    waiting.refresh();
  });
  if (store.movedAside !== null) tellOfLostSettings({ file: store.movedAside, words, show: main.show, log });
  if (shop.webhookUrl() === null) log('the port for webhooks is used by another program, so none arrive: choose another with --webhook-port');
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return WEBHOOK_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new StartError('bad-port', `"${text}" is no port for webhooks: it has to be a number from 0 to 65535.`);
}
