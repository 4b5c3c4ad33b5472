/** What is proved of the way from Meta to this shop, in the order in which a fault of one explains the faults of those behind it. */
export const PROOFS = [
  /** The webhook server listens. */
  'server',
  /** The tunnel's provider says that it stands. */
  'tunnel',
  /** The public address, asked from here, answers with this shop's own key. */
  'loop',
  /** Meta called the address itself while it was registered. */
  'verified',
  /** The access token: valid, of a kind that lasts, with its permissions. */
  'token',
  /** The callback that Meta keeps is this address. */
  'callback',
  /** The app is subscribed to the account, with the field `messages`. */
  'subscribed',
  /** Signatures: the app secret is the right one. */
  'signature',
  /** The number is connected, and of what quality. */
  'number',
  /** Whether the account may send. */
  'account',
  /** Real webhooks arrive, and no silence is longer than usual for the hour. */
  'arrivals',
  /** This computer's clock against Meta's. */
  'clock',
] as const;
export type ProofKind = (typeof PROOFS)[number];

/** `unknown`: not looked at yet, or cannot be; `off`: does not apply to this shop. */
export const PROOF_STATES = ['good', 'warn', 'bad', 'unknown', 'off'] as const;
export type ProofState = (typeof PROOF_STATES)[number];

/** What one button beside the light's sentence does. */
export const LIGHT_ACTIONS = [
  'check-now',
  'restart-tunnel',
  'register',
  'take-over',
  'set-up',
  'enter-token',
  'enter-secret',
  'choose-way-in',
  'open-meta',
] as const;
export type LightAction = (typeof LIGHT_ACTIONS)[number];

/** What is told in the log of the connection. Persisted: do not rename. */
export const LINK_EVENTS = [
  'started',
  'stopped',
  'slept',
  'tunnel-up',
  'tunnel-lost',
  'tunnel-restarted',
  'address-changed',
  'registered',
  'registered-again',
  'taken-over',
  'released',
  'subscription-restored',
  'callback-lost',
  'green',
  'amber',
  'red',
  'token-changed',
  'token-warning',
  'secret-changed',
  'secret-dropped',
  'silence',
  'gap',
] as const;
export type LinkEvent = (typeof LINK_EVENTS)[number];

/** Where the callback is written down at Meta: the later in this list, the stronger (number before account before app). */
export const CALLBACK_LEVELS = ['app', 'account', 'number'] as const;
export type CallbackLevel = (typeof CALLBACK_LEVELS)[number];
