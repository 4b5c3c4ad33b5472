import type { TunnelView } from '../../../shared/contract/connection.ts';
import type { TunnelFault } from './ngrok-errors.ts';
import { retryDelay } from './retry-delay.ts';
import { createStateTeller } from './state-teller.ts';
import type { Tunnel } from './tunnel.ts';

export type Target = { host: string; port: number };
/** A standing connection. `close` may hang or reject: the supervisor waits only a while. */
export type Link = { url: string; close(): Promise<void> };
/** What a provider reports of a standing link: a sign of life, or that it broke off (and tries to mend itself). */
export type LinkSigns = { alive(): void; broken(fault: TunnelFault): void };
/** One attempt. May hang, and may answer after it was given up: then the late link is closed. Rejections are read by `readFault`. */
export type Connect = (target: Target, signs: LinkSigns) => Promise<Link>;

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
};

/** Keeps a link standing: connects, tries again with growing pauses, and stops only where a person is needed. Never throws. */
export function supervise(options: SuperviseOptions): Tunnel {
  const { connect, readFault, now, random, log, connectTimeout = 20_000, silence = 45_000, closeTimeout = 3_000 } = options;
  const teller = createStateTeller(log);
  /** Grows with every attempt and at stop: whatever an older attempt still reports is no longer heard. */
  let era = 0;
  let failures = 0;
  let link: Link | null = null;
  let timer: NodeJS.Timeout | undefined;

  const later = (ms: number, run: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(run, ms);
  };

  const attempt = (target: Target) => {
    const mine = ++era;
    teller.tell({ state: 'connecting', since: now() });
    later(connectTimeout, () => failed(target, mine, { reason: 'tunnel-network', details: null, cure: 'retry' }));
    Promise.resolve()
      .then(() => connect(target, { alive: () => alive(target, mine), broken: (fault) => broken(target, mine, fault) }))
      .then(
        (made) => (mine === era ? stand(target, mine, made) : close(made)),
        (error: unknown) => failed(target, mine, readFault(error)),
      )
      .catch((error: unknown) => log(`The tunnel's supervisor failed: ${error instanceof Error ? error.message : 'unknown'}`));
  };

  const stand = (target: Target, mine: number, made: Link) => {
    link = made;
    failures = 0;
    teller.tell({ state: 'up', url: made.url, since: now() });
    watch(target, mine);
  };

  const watch = (target: Target, mine: number) => later(silence, () => failed(target, mine, { reason: 'tunnel-network', details: null, cure: 'retry' }));

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

  const failed = (target: Target, mine: number, fault: TunnelFault) => {
    if (mine !== era) return;
    era += 1;
    clearTimeout(timer);
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

  const closeCurrent = async () => {
    const made = link;
    link = null;
    if (made !== null) await close(made);
  };

  return {
    start: (target) => {
      failures = 0;
      void closeCurrent();
      attempt(target);
    },
    stop: async () => {
      era += 1;
      clearTimeout(timer);
      await closeCurrent();
      if (teller.state.state !== 'off') teller.tell({ state: 'off' });
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
