/** What the templates of the steps say; fields: name, number (and what became of it). */
export const STEP_TEXTS: Readonly<Record<string, { en: string; de: string }>> = {
  accepted: { en: 'Hello {{1}}, we have your order {{2}} and start on it soon.', de: 'Hallo {{1}}, Ihre Bestellung {{2}} ist da, wir fangen bald an.' },
  preparing: { en: 'Hello {{1}}, your order {{2}} is in the oven.', de: 'Hallo {{1}}, Ihre Bestellung {{2}} ist im Ofen.' },
  ready: { en: 'Hello {{1}}, your order {{2}} is ready for you.', de: 'Hallo {{1}}, Ihre Bestellung {{2}} liegt bereit.' },
  completed: { en: 'Thank you {{1}}, your order {{2}} is done. Enjoy!', de: 'Danke {{1}}, Ihre Bestellung {{2}} ist erledigt. Guten Appetit!' },
  declined: { en: 'Sorry {{1}}, we cannot take your order {{2}} today.', de: 'Leider können wir, {{1}}, Ihre Bestellung {{2}} heute nicht annehmen.' },
  cancelled: { en: 'Hello {{1}}, your order {{2}} was cancelled.', de: 'Hallo {{1}}, Ihre Bestellung {{2}} wurde storniert.' },
  update: { en: 'Hello {{1}}, your order {{2}} is {{3}} now.', de: 'Hallo {{1}}, Ihre Bestellung {{2}} ist jetzt {{3}}.' },
};
