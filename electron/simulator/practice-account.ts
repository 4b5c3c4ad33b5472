/** The paper account. Ids as long as Meta's; the number is from a German range that is kept for films and books. */
export const PRACTICE_ACCOUNT = {
  wabaId: '102290129340398',
  catalogId: '194836987003835',
  catalogName: 'Practice bakery',
  displayPhoneNumber: '493023125014',
  verifiedName: 'Practice Bakery',
  currency: 'EUR',
  /** Meta's number for Europe/Berlin. */
  timezoneId: '47',
  timeZone: 'Europe/Berlin',
} as const;
