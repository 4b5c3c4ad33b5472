import type { Settings, TellSetting } from '../../shared/contract/settings.ts';

/** Settings of a shop that has set nothing. A new object at each call. */
export function defaultSettings(): Settings {
  return {
    shopName: '',
    language: 'system',
    theme: 'system',
    textSize: 100,
    bellVolume: 80,
    orderTone: 'bell',
    chatTone: true,
    chatSound: 'soft',
    ringEvery: 5,
    ringFor: 0,
    quietHours: { on: false, from: '22:00', to: '07:00' },
    ringInQuietHours: true,
    openingHours: [[], [], [], [], [], [], []],
    soundCheckAt: '09:00',
    promiseMinutes: 30,
    currency: 'EUR',
    customerLanguage: 'system',
    tells: {
      accepted: tell(true),
      preparing: tell(false),
      ready: tell(true),
      completed: tell(false),
      declined: tell(true),
      cancelled: tell(true),
    },
    autoAnswers: { away: { on: false, texts: {} }, greeting: { on: false, texts: {} } },
    deletedMessages: 'keep',
    closingWarning: 120,
    sendReadReceipts: true,
    sendTyping: false,
    mediaLimit: 64,
    printer: { kind: 'none', name: '', host: '', port: 9100, paper: '80', codePage: 'cp858', cut: true, qr: true, copies: 1 },
    printWhen: 'accept',
    notifications: true,
    letterKeys: true,
    timeZone: 'system',
    businessDayStart: 4,
    wabaId: '',
    accountTimeZone: 'shop',
    phoneNumberId: '',
    graphUrl: 'https://graph.facebook.com',
    graphVersion: 'v25.0',
    tunnel: 'none',
    publicUrl: '',
    ngrokDomain: '',
    toldAboutTray: false,
  };
}

function tell(on: boolean): TellSetting {
  return { on, texts: {}, template: { name: '', language: '', fields: ['name', 'number'] } };
}
