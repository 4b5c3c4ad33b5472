/** The paper account. Ids as long as Meta's; the number is from a German range that is kept for films and books. */
export const PRACTICE_ACCOUNT = {
  wabaId: '102290129340398',
  appId: '670843887433847',
  appName: 'Practice bell',
  /** Whose token it is. */
  userId: '122104500000347812',
  businessId: '506914307656634',
  catalogId: '194836987003835',
  catalogName: 'Practice bakery',
  displayPhoneNumber: '493023125014',
  verifiedName: 'Practice Bakery',
  currency: 'EUR',
  /** Meta's number for Europe/Berlin. */
  timezoneId: '47',
  timeZone: 'Europe/Berlin',
  /** Of the number's two-step verification. */
  pin: '417263',
} as const;
