import { Agent, request } from 'node:http';
import type { WebhookBody } from '../wire/webhook-types.ts';
import type { ScaledTimers } from './scaled-timers.ts';
import { signBody, writeAsMeta } from './sign-body.ts';

export type Postman = {
  /** Resolves when the first try was answered or has failed; later tries go on by themselves. */
  post(body: WebhookBody): Promise<void>;
  stop(): void;
};

type Outcome = { kind: 'answered'; status: number } | { kind: 'unreachable'; why: string };

/** Meta tries again at once, then less and less often, for days. It publishes no table; this one ends sooner. */
const RETRY_PAUSES_MS = [0, 5_000, 15_000, 45_000, 120_000, 300_000, 900_000];
/** Meta's own limit is not published; third parties saw 5 to 20 s. */
const ANSWER_LIMIT_MS = 10_000;

export type PostmanOptions = { webhookUrl: string; appSecret: string; timers: ScaledTimers; report: (line: string) => void };

/** Signs and posts webhooks as Meta does, and repeats what was not answered with 200. */
export function hirePostman({ webhookUrl, appSecret, timers, report }: PostmanOptions): Postman {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  const tryOnce = (bytes: Buffer, signature: string): Promise<Outcome> =>
    new Promise((resolve) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': bytes.length,
        'x-hub-signature-256': signature,
        'user-agent': 'facebookexternalua',
      };
      const sent = request(webhookUrl, { method: 'POST', agent, headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve({ kind: 'answered', status: answer.statusCode ?? 0 }));
        answer.on('error', (error) => resolve({ kind: 'unreachable', why: error.message }));
      });
      sent.setTimeout(ANSWER_LIMIT_MS, () => sent.destroy(new Error('no answer in time')));
      sent.on('error', (error) => resolve({ kind: 'unreachable', why: error.message }));
      sent.end(bytes);
    });

  const delivered = (outcome: Outcome): boolean => {
    if (outcome.kind === 'answered' && outcome.status >= 400 && outcome.status < 500 && !timers.stopped) {
      report(`A webhook was refused with ${outcome.status}`);
    }
    return outcome.kind === 'answered' && outcome.status === 200;
  };

  const tryAgain = async (bytes: Buffer, signature: string): Promise<void> => {
    for (const pause of RETRY_PAUSES_MS) {
      if (!(await timers.pause(pause))) return;
      if (delivered(await tryOnce(bytes, signature))) return;
    }
    if (!timers.stopped) report(`A webhook was given up after ${RETRY_PAUSES_MS.length + 1} tries`);
  };

  return {
    post: async (body) => {
      if (timers.stopped) return;
      const bytes = writeAsMeta(body);
      const signature = signBody(bytes, appSecret);
      if (!delivered(await tryOnce(bytes, signature))) void tryAgain(bytes, signature);
    },
    stop: () => agent.destroy(),
  };
}
