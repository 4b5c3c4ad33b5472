import type { Change } from '../wire/webhook-types.ts';
import { keepConnections, type Outcome, requestCallback } from './account/request-callback.ts';
import { mergeChanges } from './merge-changes.ts';
import type { ScaledTimers } from './scaled-timers.ts';
import { signBody, writeAsMeta } from './sign-body.ts';

export type Postman = {
  /** What happened, in as few webhooks as may be. Resolves when the first try was answered or has failed; later tries go on by themselves. */
  post(changes: readonly Change[]): Promise<void>;
  stop(): void;
};

/** Meta tries again at once, then less and less often, up to seven days, and publishes no table. These pauses make six days and 22 hours. */
export const RETRY_PAUSES_MS: readonly number[] = [
  0,
  5_000,
  15_000,
  45_000,
  ...[2, 5, 15, 60, 180, 360, 720, 1440, 1440, 1440, 1440, 1440, 1440].map((minutes) => minutes * 60_000),
];
/** Meta's own limit is not published; third parties saw 5 to 20 s. */
const ANSWER_LIMIT_MS = 10_000;

export type PostmanOptions = {
  /** Where a webhook of a field goes now; null: nowhere, so it is kept for the next try. */
  callbackFor: (field: string) => string | null;
  /** What webhooks are signed with now. */
  appSecret: () => string;
  /** Trusted beside the public authorities, PEM. */
  ca?: string | undefined;
  timers: ScaledTimers;
  report: (line: string) => void;
};

/** Signs and posts webhooks as Meta does, to where they are registered at that moment, and repeats what was not answered with 200. */
export function hirePostman({ callbackFor, appSecret, ca, timers, report }: PostmanOptions): Postman {
  const agent = keepConnections(ca);

  const tryOnce = (url: string, changes: readonly Change[]): Promise<Outcome> => {
    const bytes = writeAsMeta(mergeChanges(changes));
    const headers = {
      'content-type': 'application/json',
      'content-length': bytes.length,
      'x-hub-signature-256': signBody(bytes, appSecret()),
      'user-agent': 'facebookexternalua',
    };
    return requestCallback({ url, method: 'POST', headers, bytes, ca, agent, timeoutMs: ANSWER_LIMIT_MS });
  };

  const delivered = (outcome: Outcome): boolean => {
    if (outcome.kind === 'answered' && outcome.status >= 400 && outcome.status < 500 && !timers.stopped) {
      report(`A webhook was refused with ${outcome.status}`);
    }
    return outcome.kind === 'answered' && outcome.status === 200;
  };

  /** What could not be delivered. */
  const deliver = async (changes: readonly Change[]): Promise<readonly Change[]> => {
    const urls = [...new Set(changes.map((change) => callbackFor(change.field)))];
    const left = await Promise.all(
      urls.map(async (url) => {
        const part = changes.filter((change) => callbackFor(change.field) === url);
        return url !== null && delivered(await tryOnce(url, part)) ? [] : part;
      }),
    );
    return left.flat();
  };

  const tryAgain = async (changes: readonly Change[]): Promise<void> => {
    let left = changes;
    for (const pause of RETRY_PAUSES_MS) {
      if (!(await timers.pause(pause))) return;
      left = await deliver(left);
      if (left.length === 0) return;
    }
    if (!timers.stopped) report(`A webhook was given up after ${RETRY_PAUSES_MS.length + 1} tries`);
  };

  return {
    post: async (changes) => {
      if (timers.stopped) return;
      const left = await deliver(changes);
      if (left.length > 0) void tryAgain(left);
    },
    stop: () => agent.destroy(),
  };
}
