import { ipcRenderer } from 'electron';

// The room of the main side has no DOM types; this file alone runs in the page's process and sees these two.
type PageMessage = { source: unknown; origin: string; data: unknown; ports: Parameters<typeof ipcRenderer.postMessage>[2] };
declare const window: { addEventListener(type: 'message', listener: (message: PageMessage) => void): void };
declare const location: { origin: string };

/** Hands the main side the one port that the page asks to be connected by. Nothing of Electron is given to the page. */
window.addEventListener('message', ({ source, origin, data, ports }) => {
  if (source !== window || origin !== location.origin || ports?.length !== 1) return;
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'shopbell:connect') return;
  const shop = 'shop' in data ? data.shop : null;
  if (shop !== null && shop !== 'real' && shop !== 'practice') return;
  ipcRenderer.postMessage('shopbell:connect', shop, ports);
});
