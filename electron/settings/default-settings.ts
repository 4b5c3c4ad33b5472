import type { Settings } from '../../shared/contract/settings.ts';

/** Settings of a shop that has set nothing. A new object at each call. */
export function defaultSettings(): Settings {
  return {
    shopName: '',
    language: 'system',
    theme: 'system',
    textSize: 100,
    bellVolume: 80,
    chatTone: true,
    notifications: true,
    letterKeys: true,
    timeZone: 'system',
    businessDayStart: 4,
    phoneNumberId: '',
    graphUrl: 'https://graph.facebook.com',
    graphVersion: 'v25.0',
    tunnel: 'none',
    publicUrl: '',
    ngrokDomain: '',
    toldAboutTray: false,
  };
}
