/** For so long after the app secret was replaced the one before it is still accepted: Meta signs with the old one until the change has gone round. */
export const SECRET_OVERLAP_MS = 24 * 60 * 60 * 1000;
/** The clock may be set back by so much without the old secret being refused too early. */
const CLOCK_SLACK_MS = 60 * 60 * 1000;

/**
 * Whether the app secret before this one still proves a webhook.
 * @param changedAt when the secret was replaced, ms since epoch; 0: never
 */
export function acceptsPreviousSecret(changedAt: number, now: number): boolean {
  return changedAt > 0 && now >= changedAt - CLOCK_SLACK_MS && now < changedAt + SECRET_OVERLAP_MS;
}

/** Whether the day of the old secret is over, so that it can be thrown away. */
export function isPreviousSecretOver(changedAt: number, now: number): boolean {
  return changedAt > 0 && now >= changedAt + SECRET_OVERLAP_MS;
}
