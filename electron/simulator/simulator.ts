import type { Misbehaviour, PracticeAction } from '../../shared/contract/practice.ts';
import { actAsCustomers } from './act-as-customers.ts';
import { addressMedia } from './address-media.ts';
import { answerGraph } from './answer-graph.ts';
import { answerMedia } from './answer-media.ts';
import { keepMedia } from './files/keep-media.ts';
import { graphError, type GraphAnswer, type Refusal } from './graph-answer.ts';
import type { BlockList } from './answer-blocks.ts';
import { keepCustomers } from './keep-customers.ts';
import { makeTraceId } from './make-ids.ts';
import { hirePostman } from './post-webhook.ts';
import { runScript } from './run-script.ts';
import { scaledTimers } from './scaled-timers.ts';
import { seededRandom, type Random } from './seeded-random.ts';
import { serveGraph } from './serve-graph.ts';
import { sortDeliveries } from './sort-deliveries.ts';
import { takeSends } from './take-send.ts';
import { type Accepted, tickMessages } from './tick-message.ts';

export type SimulatorOptions = {
  /** Where Meta would post: the webhook server of the practice line. */
  webhookUrl: string;
  appSecret: string;
  accessToken: string;
  phoneNumberId: string;
  /** Same seed, same customers, same carts. */
  seed: number;
  /** Divides every pause of the script; tests use a large one. */
  pace: number;
  now: () => number;
  /** Called with anything surprising: a webhook that was refused, a request that the real API would refuse. */
  report: (line: string) => void;
};

export type Simulator = {
  /** Base URL of the fake Graph API on loopback, without version. */
  readonly graphUrl: string;
  readonly behaviour: Misbehaviour;
  behave(change: Partial<Misbehaviour>): void;
  /** One customer acts now; resolves when the webhook was answered. */
  act(action: PracticeAction): Promise<void>;
  /** Customers act by themselves: the first order within 20 s, later ones at a training pace. */
  script(on: boolean): void;
  readonly scripted: boolean;
  /** Whether the shop has marked a customer's message read, by itself or by a later one; a shop that typed has read. */
  hasRead(wamid: string): boolean;
  stop(): Promise<void>;
};

const GOOD: Misbehaviour = {
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
 * @throws where the webhook address is no http address, or pace is not above 0
 */
export async function startSimulator({ webhookUrl, appSecret, accessToken, phoneNumberId, seed, pace, now, report }: SimulatorOptions): Promise<Simulator> {
  if (new URL(webhookUrl).protocol !== 'http:') throw new TypeError('The practice shop posts to an http address on loopback');
  let current: Misbehaviour = { ...GOOD };
  const behaviour = (): Misbehaviour => current;
  const behave = (change: Partial<Misbehaviour>): void => {
    current = { ...current, ...change };
  };
  const random = (stream: string): Random => seededRandom(seed, stream);
  const timers = scaledTimers(pace);
  const customers = keepCustomers(now());
  const shelf = keepMedia(now);
  const blocked: BlockList = new Set();
  const server = await serveGraph();
  const graphUrl = server.url;
  const addresses = addressMedia(accessToken, graphUrl, now);
  const postman = hirePostman({ webhookUrl, appSecret, timers, report });
  const mail = sortDeliveries({ postman, timers, random: random('disorder'), behaviour });
  const acting = actAsCustomers({ customers, shelf, addresses, blocked, mail, random, phoneNumberId, behaviour, now });
  const script = runScript({ acting, customers, timers, random });
  const tick = tickMessages({ mail, timers, random: random('reading'), phoneNumberId, behaviour, now, onRead: script.read });

  const traces = random('traces');
  const refuse = (refusal: Refusal, asked: boolean): GraphAnswer => {
    const { status, body } = graphError(refusal, makeTraceId(traces));
    if (!asked) report(`A request was refused with ${status}: ${body.error.error_data?.details ?? body.error.message}`);
    return { kind: 'json', status, body };
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
  server.answerWith(answerGraph({ accessToken, phoneNumberId, graphUrl, customers, blocked, media, now, takeSend, refuse }));

  return {
    graphUrl: server.url,
    get behaviour() {
      return { ...current };
    },
    behave,
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
      await server.stop();
    },
  };
}
