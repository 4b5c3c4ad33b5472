import type { Settings } from '../../shared/contract/settings.ts';

/** `zone`: the shop's, IANA name; null while it was never known. */
type Look = Pick<Settings, 'language' | 'theme' | 'textSize'> & { zone: string | null };

const KEY = 'shopbell.look';
const FIRST: Look = { language: 'system', theme: 'system', textSize: 100, zone: null };

/** How the page looked the last time: it need not flash in another theme before the settings arrive. */
export function keptLook(): Look {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return { ...FIRST, ...(kept as Partial<Look>) };
  } catch {
    return FIRST;
  }
}

/** Keeps the look for the next time. */
export function keepLook(look: Look): void {
  localStorage.setItem(KEY, JSON.stringify(look));
}
