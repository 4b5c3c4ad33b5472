/** What the customer is asked for. */
export type Asked = 'location' | 'contact';

/** To be changed before it goes; in the languages that the program speaks. It is the customer's language, not the reader's, so no catalogue holds it. */
const TEXTS: Record<'en' | 'de', Record<Asked, string>> = {
  en: {
    location: 'Please share your location, so that we find you.',
    contact: 'Please share your phone number with us, so that we can call you about your order.',
  },
  de: {
    location: 'Bitte teilen Sie uns Ihren Standort mit, damit wir Sie finden.',
    contact: 'Bitte teilen Sie uns Ihre Telefonnummer mit, damit wir Sie zu Ihrer Bestellung anrufen können.',
  },
};

/** The text that a request begins with. @param language what the chat's customer is written to in, ISO 639 */
export function askText(asked: Asked, language: string): string {
  return TEXTS[language === 'de' ? 'de' : 'en'][asked];
}
