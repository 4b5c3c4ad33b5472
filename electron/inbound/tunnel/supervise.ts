import type { TunnelView } from '../../../shared/contract/connection.ts';
import { retryDelay } from './retry-delay.ts';
import { createStateTeller } from './state-teller.ts';
import type { TunnelFault } from './tunnel-fault.ts';
import type { Tunnel } from './tunnel.ts';

export type Target = { host: string; port: number };
/** A standing connection. `close` may hang or reject: the supervisor waits only a while. */
export type Link = { url: string; close(): Promise<void> };
/** What a provider reports of a standing link. */
export type LinkSigns = {
  /** A sign of life. */
  alive(): void;
  /** It broke off, and tries to mend itself. */
  broken(fault: TunnelFault): void;
  /** It is over for good (the program ended): a new one is made. */
  gone(fault: TunnelFault): void;
  /** The public address is another one now. */
  moved(url: string): void;
};
/**
 * One attempt. May hang, and may answer after it was given up: then the late link is closed. Rejections are read by `readFault`.
 * @param given aborted when the attempt is given up before it has answered: what was begun for it has to end
 */
export type Connect = (target: Target, signs: LinkSigns, given: AbortSignal) => Promise<Link>;

export type SuperviseOptions = {
  connect: Connect;
  readFault: (error: unknown) => TunnelFault;
  now: () => number;
  random: () => number;
  log: (line: string) => void;
  /** Ms for one attempt. */
  connectTimeout?: number;
  /** Ms without a sign of life (a broken link has this long to mend itself) until the link is given up and made anew. */
  silence?: number;
  /** Ms that closing may take. */
  closeTimeout?: number;
  /** Ms in which a link that stood before the computer slept has to show a sign of life. */
  wakeTimeout?: number;
};

const NO_NETWORK: TunnelFault = { reason: 'tunnel-network', details: null, cure: 'retry' };

/** Keeps a link standing: connects, tries again with growing pauses, and stops only where a person is needed. Never throws. */
export function supervise(options: SuperviseOptions): Tunnel {
  const { connect, readFault, now, random, log, connectTimeout = 20_000, silence = 45_000, closeTimeout = 3_000, wakeTimeout = 15_000 } = options;
  const teller = createStateTeller(log);
  /** Grows with every attempt and at stop: whatever an older attempt still reports is no longer heard. */
  let era = 0;
  let failures = 0;
  let link: Link | null = null;
  let leads: Target | null = null;
  let timer: NodeJS.Timeout | undefined;
  let trying: AbortController | null = null;

  const later = (ms: number, run: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(run, ms);
  };

  const attempt = (target: Target) => {
    const mine = ++era;
    const given = new AbortController();
    trying = given;
    teller.tell({ state: 'connecting', since: now() });
    later(connectTimeout, () => failed(target, mine, NO_NETWORK));
    const signs: LinkSigns = {
      alive: () => alive(target, mine),
      broken: (fault) => broken(target, mine, fault),
      gone: (fault) => gone(target, mine, fault),
      moved: (url) => moved(mine, url),
    };
    Promise.resolve()
      .then(() => connect(target, signs, given.signal))
      .then(
        (made) => (mine === era ? stand(target, mine, made) : close(made)),
        (error: unknown) => failed(target, mine, readFault(error)),
      )
      .catch((error: unknown) => log(`The tunnel's supervisor failed: ${error instanceof Error ? error.message : 'unknown'}`));
  };

  const stand = (target: Target, mine: number, made: Link) => {
    link = made;
    trying = null;
    failures = 0;
    teller.tell({ state: 'up', url: made.url, since: now() });
    watch(target, mine);
  };

  const watch = (target: Target, mine: number) => later(silence, () => failed(target, mine, NO_NETWORK));

  const alive = (target: Target, mine: number) => {
    if (mine !== era || link === null) return;
    if (teller.state.state !== 'up') teller.tell({ state: 'up', url: link.url, since: now() });
    watch(target, mine);
  };

  const broken = (target: Target, mine: number, fault: TunnelFault) => {
    if (mine !== era || link === null) return;
    if (fault.cure === 'person') failed(target, mine, fault);
    // The watch keeps running: the link has until then to mend itself.
    else if (teller.state.state === 'up') teller.tell(down(fault, now() + silence));
  };

  /** Of a link that does not stand yet, the attempt itself tells. */
  const gone = (target: Target, mine: number, fault: TunnelFault) => {
    if (mine === era && link !== null) failed(target, mine, fault);
  };

  const moved = (mine: number, url: string) => {
    if (mine !== era || link === null || link.url === url) return;
    link.url = url;
    if (teller.state.state === 'up') teller.tell({ state: 'up', url, since: now() });
  };

  const failed = (target: Target, mine: number, fault: TunnelFault) => {
    if (mine !== era) return;
    era += 1;
    clearTimeout(timer);
    giveUp();
    void closeCurrent();
    if (fault.cure === 'person') {
      teller.tell({ state: 'failed', reason: fault.reason, details: fault.details });
      return;
    }
    failures += 1;
    const delay = retryDelay(failures, random());
    later(delay, () => attempt(target));
    teller.tell(down(fault, now() + delay));
  };

  const close = async (made: Link) => {
    let over: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      over = setTimeout(resolve, closeTimeout);
    });
    await Promise.race([Promise.resolve().then(() => made.close()), enough]).catch(() => undefined);
    clearTimeout(over);
  };

  const giveUp = () => {
    trying?.abort();
    trying = null;
  };

  const closeCurrent = async () => {
    const made = link;
    link = null;
    if (made !== null) await close(made);
  };

  return {
    start: (target) => {
      failures = 0;
      leads = target;
      giveUp();
      void closeCurrent();
      attempt(target);
    },
    stop: async () => {
      era += 1;
      leads = null;
      clearTimeout(timer);
      giveUp();
      await closeCurrent();
      if (teller.state.state !== 'off') teller.tell({ state: 'off' });
    },
    woke: () => {
      const target = leads;
      if (target === null || teller.state.state === 'failed') return;
      // A pause between two tries has not grown shorter by sleep, and an attempt from before it waits for what never comes.
      if (link === null) {
        failures = 0;
        giveUp();
        attempt(target);
        return;
      }
      const mine = era;
      later(wakeTimeout, () => failed(target, mine, NO_NETWORK));
    },
    get state() {
      return teller.state;
    },
    subscribe: teller.subscribe,
  };
}

function down(fault: TunnelFault, retryAt: number): TunnelView {
  return { state: 'down', reason: fault.reason, details: fault.details, retryAt };
}
