import type { Misbehaviour, PracticeAction, Trouble } from '../../shared/contract/practice.ts';
import { answerManagement } from './account/answer-management.ts';
import { countCalls } from './account/count-calls.ts';
import { callbackFor, keepAccount } from './account/keep-account.ts';
import { makeTrouble } from './account/make-trouble.ts';
import { verifyCallbacks } from './account/verify-callback.ts';
import { actAsCustomers } from './act-as-customers.ts';
import { addressMedia } from './address-media.ts';
import { answerGraph } from './answer-graph.ts';
import { answerMedia } from './answer-media.ts';
import { keepMedia } from './files/keep-media.ts';
import { graphError, type GraphAnswer, type Refusal } from './graph-answer.ts';
import type { BlockList } from './answer-blocks.ts';
import { keepCustomers } from './keep-customers.ts';
import { makeDigits, makeTraceId } from './make-ids.ts';
import type { PaperTunnel } from './paper-tunnel.ts';
import { hirePostman } from './post-webhook.ts';
import { runScript } from './run-script.ts';
import { scaledTimers } from './scaled-timers.ts';
import { seededRandom, type Random } from './seeded-random.ts';
import { serveGraph } from './serve-graph.ts';
import { sortDeliveries } from './sort-deliveries.ts';
import { takeSends } from './take-send.ts';
import { type Accepted, tickMessages } from './tick-message.ts';

export type SimulatorOptions = {
  /** The callback that is registered for the app from the start, with every field and the app subscribed; null: nothing is registered. */
  webhookUrl: string | null;
  /** What it was registered with; nothing is verified at the start. */
  verifyToken?: string;
  appSecret: string;
  accessToken: string;
  phoneNumberId: string;
  /** Same seed, same customers, same carts. */
  seed: number;
  /** Divides every pause of the script; tests use a large one. */
  pace: number;
  now: () => number;
  /** False: the number was never registered for the Cloud API, and has no PIN. */
  registered?: boolean;
  /** What leads to the shop, so that it can be told to make trouble. */
  tunnel?: PaperTunnel;
  /** Refuses callbacks by http, as the real one does. Without it http is taken where it leads to loopback: that is how one practises. */
  requireHttps?: boolean;
  /** An authority of certificates that is trusted beside the public ones, PEM: for a callback behind a proxy of one's own. */
  ca?: string;
  /** Management calls that are answered in an hour; without it Meta's: 200, or 5000 once the number is registered. */
  callsPerHour?: number;
  /** Called with anything surprising: a webhook that was refused, a request that the real API would refuse. */
  report: (line: string) => void;
};

export type Simulator = {
  /** Base URL of the fake Graph API on loopback, without version. */
  readonly graphUrl: string;
  readonly behaviour: Misbehaviour;
  behave(change: Partial<Misbehaviour>): void;
  /** What is the matter with the connection; what the shop has mended by itself is told as good. */
  readonly trouble: Trouble;
  /** @throws RangeError where it makes no sense */
  makeTrouble(change: Partial<Trouble>): Promise<void>;
  /** The secret that webhooks are signed with now. */
  readonly appSecret: string;
  /** Asks the callback in force whether it is the right one, as Meta does while it is registered; Meta's words where it is not, null where it is. */
  askCallback(): Promise<string | null>;
  /** One customer acts now; resolves when the webhook was answered, or has nowhere to go. */
  act(action: PracticeAction): Promise<void>;
  /** Customers act by themselves: the first order within 20 s, later ones at a training pace. */
  script(on: boolean): void;
  readonly scripted: boolean;
  /** Whether the shop has marked a customer's message read, by itself or by a later one; a shop that typed has read. */
  hasRead(wamid: string): boolean;
  stop(): Promise<void>;
};

/** Nothing goes wrong of itself. */
export const WELL_BEHAVED: Misbehaviour = {
  repeat: false,
  reorder: false,
  batch: false,
  delayMs: 0,
  refuseCode: 0,
  rateLimitNext: 0,
  loseAnswerNext: 0,
  hidePhone: false,
  mediaGone: false,
  mediaBroken: false,
};

/**
 * Opens the paper WhatsApp: a Graph API on a free port of loopback, and a cast of customers who post signed webhooks to the shop. Nobody
 * acts before `act` or `script`. A message that the shop sends gets its ticks in any case; by themselves customers answer and
 * thank only while the script runs.
 * @throws where the webhook address is none of http or https, or pace is not above 0
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { webhookUrl, verifyToken = '', appSecret, accessToken, phoneNumberId, seed, pace, report, registered = true, tunnel, ca } = options;
  if (webhookUrl !== null && !/^https?:$/.test(new URL(webhookUrl).protocol)) throw new TypeError('Webhooks are posted by http or https alone');
  let current: Misbehaviour = { ...WELL_BEHAVED };
  const behaviour = (): Misbehaviour => current;
  const behave = (change: Partial<Misbehaviour>): void => {
    current = { ...current, ...change };
  };
  const random = (stream: string): Random => seededRandom(seed, stream);
  const timers = scaledTimers(pace);
  const callback = webhookUrl === null ? null : { url: webhookUrl, verifyToken };
  const account = keepAccount({ accessToken, phoneNumberId, appSecret, callback, registered, now: options.now() });
  /** Meta's clock. */
  const now = (): number => options.now() - account.clockMinutes * 60_000;
  const customers = keepCustomers(now());
  const shelf = keepMedia(now);
  const blocked: BlockList = new Set();
  const server = await serveGraph(now);
  const graphUrl = server.url;
  const addresses = addressMedia(accessToken, graphUrl, now);
  const postman = hirePostman({ callbackFor: (field) => callbackFor(account, field), appSecret: () => account.appSecret, ca, timers, report });
  const mail = sortDeliveries({ postman, timers, random: random('disorder'), behaviour });
  const acting = actAsCustomers({ customers, shelf, addresses, blocked, mail, random, phoneNumberId, behaviour, now });
  const script = runScript({ acting, customers, timers, random });
  const tick = tickMessages({ mail, timers, random: random('reading'), phoneNumberId, behaviour, now, onRead: script.read });

  const traces = random('traces');
  const refuse = (refusal: Refusal, asked: boolean): GraphAnswer => {
    const { status, body } = graphError(refusal, makeTraceId(traces));
    if (!asked) report(`A request was refused with ${status}: ${body.error.error_data?.details ?? body.error.message}`);
    return { kind: 'json', status, body, ...(refusal.headers && { headers: refusal.headers }) };
  };
  const onAccepted = (accepted: Accepted): void => {
    acting.heard(accepted);
    void tick(accepted);
  };
  const takeSend = takeSends({
    customers,
    shelf,
    blocked,
    takesReaction: acting.takesReaction,
    onSeen: (wamid) => {
      const customer = acting.see(wamid);
      if (customer !== null) script.seen(customer);
    },
    random: random('sends'),
    behaviour,
    behave,
    now,
    refuse,
    onAccepted,
    report,
  });
  const media = answerMedia({ shelf, accessToken, phoneNumberId, addresses, behaviour, random: random('uploads'), refuse });
  const challenges = random('challenges');
  const verify = verifyCallbacks({ requireHttps: options.requireHttps ?? false, ca, newChallenge: () => makeDigits(challenges, 10) });
  const active = (): boolean => account.registered;
  const count = countCalls({ callsPerHour: options.callsPerHour, active, limited: () => account.meta === 'rate-limited', now: options.now });
  const manage = answerManagement({ account, verify, count, now, refuse });
  server.answerWith(answerGraph({ account, manage, graphUrl, customers, blocked, media, now, takeSend, refuse }));
  const secrets = random('secrets');
  const troubles = makeTrouble({ account, tunnel, reach: server.reach, newSecret: () => makeDigits(secrets, 32), report, now });

  return {
    graphUrl: server.url,
    get behaviour() {
      return { ...current };
    },
    behave,
    get trouble() {
      return troubles.current;
    },
    makeTrouble: troubles.make,
    get appSecret() {
      return account.appSecret;
    },
    askCallback: async () => {
      const { overrides, subscription } = account;
      const standing = overrides.number ?? overrides.account ?? subscription;
      if (standing === null) return 'No callback is registered';
      const refusal = await verify(standing);
      return refusal?.message ?? null;
    },
    act: (action) => acting.act(action),
    script: (on) => script.turn(on),
    get scripted() {
      return script.running;
    },
    hasRead: acting.hasSeen,
    stop: async () => {
      script.turn(false);
      timers.stop();
      postman.stop();
      await troubles.stop();
      await server.stop();
    },
  };
}
