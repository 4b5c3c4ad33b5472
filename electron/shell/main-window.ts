import path from 'node:path';
import { app, BrowserWindow, nativeImage, nativeTheme } from 'electron';
import type { Settings } from '../../shared/contract/settings.ts';
import { keepPageAlive } from './keep-page-alive.ts';
import { PAGE_ADDRESS } from './page-address.ts';
import windowPicture from './pictures/window.png?inline';
import { rememberBounds } from './remembered-bounds.ts';

/** The page's own ground in light and dark, so that no white flashes before its styles are there. */
const GROUND = { light: '#f5f3ee', dark: '#151311' };

export type MainWindow = {
  readonly window: BrowserWindow;
  /** Brings it to the front from wherever it is: hidden, minimised, behind others. */
  show: () => void;
  setTheme: (theme: Settings['theme']) => void;
};

export type MainWindowOptions = {
  /** Keeps the window's place. */
  profileFolder: string;
  theme: Settings['theme'];
  /** Whether it comes up by itself. It loads in any case: the page makes the sound. */
  opens: 'shown' | 'hidden' | 'minimised';
  /** Asked at each close; `quitting` lets the window go. */
  onClose: () => 'hide' | 'minimise' | 'quitting';
  log: (line: string) => void;
};

/** The one window. Sandboxed and isolated; never throttled, because the page makes the sound that hidden windows ring with. */
export function openMainWindow({ profileFolder, theme, opens, onClose, log }: MainWindowOptions): MainWindow {
  nativeTheme.themeSource = theme;
  const place = rememberBounds(profileFolder);
  const window = new BrowserWindow({
    ...(place.first ?? { width: 1280, height: 820 }),
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: app.getName(),
    icon: nativeImage.createFromDataURL(windowPicture),
    backgroundColor: ground(),
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
      // Chromium would fetch its dictionaries from Google.
      spellcheck: false,
    },
  });
  place.follow(window);
  keepPageAlive(window, log);
  let isAsPlaced = false;
  const comeUp = () => {
    // maximize() shows a hidden window, so it waits until there is something to see.
    if (place.maximized && !isAsPlaced) window.maximize();
    else window.show();
    isAsPlaced = true;
  };
  window.once('ready-to-show', () => {
    if (opens === 'shown') comeUp();
    else if (opens === 'minimised') window.minimize();
  });
  window.webContents.once('did-finish-load', () => log('window ready'));
  window.on('close', (event) => {
    const answer = onClose();
    if (answer === 'quitting') return;
    event.preventDefault();
    if (answer === 'hide') window.hide();
    else window.minimize();
  });
  nativeTheme.on('updated', () => window.setBackgroundColor(ground()));
  window.loadURL(PAGE_ADDRESS).catch((error: unknown) => log(`the page did not load: ${String(error)}`));
  return {
    window,
    show() {
      if (window.isMinimized()) window.restore();
      comeUp();
      window.focus();
    },
    setTheme(next) {
      nativeTheme.themeSource = next;
    },
  };
}

function ground(): string {
  return nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light;
}
