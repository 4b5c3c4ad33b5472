import type { ConnectionView, GapView, LightView, LinkEntry } from '../../shared/contract/connection.ts';
import type { LinkEvent } from '../../shared/domain/link-proof.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import { diskReason } from '../store/disk-error.ts';
import { startHeartbeat } from '../upkeep/heartbeat.ts';
import { foreignOf } from './link/gather-proofs.ts';
import { keepLight } from './link/keep-light.ts';
import type { LinkOptions } from './link/link-options.ts';
import { loopPace } from './link/loop-pace.ts';
import { noticeChanges } from './link/notice-changes.ts';
import { createThought } from './link/think-link.ts';
import { type Tell, watchWay } from './link/watch-way.ts';

/** What a page is shown of the way from Meta to here. */
export type LinkView = Pick<ConnectionView, 'light' | 'proofs' | 'registered' | 'foreignCallback' | 'gap'>;

/** The light is thought over so often, as looks grow old. */
const TURN_MS = 5_000;
const LEAST_TURN_MS = 250;
/** Between the clock's word of a sleep and the system's. */
const SAME_SLEEP_MS = 60_000;

/** Watches the way from Meta to this line: proves it, mends what this shop set itself, and tells what it cannot mend. */
export function startLink(options: LinkOptions) {
  const { store, feed, values, pace, now } = options;
  const publish = () => feed.publish([{ kind: 'connection' }]);
  let secretSince = values().appSecretChangedAt;
  let stopped = false;
  let thinking = false;
  let sleptUntil = 0;

  /** A full disk stops no watch. */
  function keeping(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (diskReason(error) === null) throw error;
    }
  }
  const tell: Tell = (event, more = {}) => {
    if (stopped) return;
    keeping(() => store.connectionLog.add(now(), event, more));
    options.log(['connection:', event, more.proof, more.reason, more.details].filter(Boolean).join(' '));
    publish();
  };
  function think(): void {
    // What it tells is news, and news has it think.
    if (stopped || thinking) return;
    thinking = true;
    try {
      keeping(thought);
    } finally {
      thinking = false;
    }
  }

  const way = watchWay(options, { tell, think, secretSince: () => secretSince });
  const { facts, gaps, loop, meta, registrar, repair } = way;
  const light = keepLight({
    metaAt: way.metaAt,
    wayIn: () => options.tunnel() !== null,
    loopFreshFor: () => loopPace(way.way.address()).freshFor,
    tell,
    changed: publish,
    pace,
    now,
  });
  const thought = createThought({ options, way, light, tell, secretSince: () => secretSince });
  const changes = noticeChanges(() => {
    const { accessToken = null, baseUrl = '' } = options.access() ?? {};
    const { wabaId, phoneNumberId } = options.account();
    return { token: accessToken, secret: options.app().secret, appId: options.app().id, wabaId, phoneNumberId, graph: baseUrl };
  }, tell);

  async function lookAtAll(): Promise<void> {
    await Promise.all([loop.look(), meta.look()]);
    think();
  }
  function slept(from: number, to: number): void {
    keeping(() => gaps.slept(from, to));
    // The clock may have told of it before the system does.
    const told = from <= sleptUntil && to - sleptUntil < SAME_SLEEP_MS;
    sleptUntil = to;
    if (told) return;
    tell('slept', { details: String(from) });
    options.tunnel()?.tunnel.woke?.();
    light.lookAnew();
    loop.forget();
    meta.forget();
    think();
    void lookAtAll();
  }

  tell('started');
  keeping(() => gaps.began(facts.aliveAt(), facts.reachableAt()));
  const heart = startHeartbeat({
    keep: (at) =>
      keeping(() => {
        facts.setAliveAt(at);
        const { tone } = light.light();
        if (tone === 'good' || tone === 'warn') facts.setReachableAt(at);
      }),
    onJump: slept,
    pace,
    now,
  });
  const unsubscribe = feed.subscribe((news) => {
    if (news.some(({ kind }) => kind === 'connection')) think();
  });
  const turns = setInterval(think, Math.max(TURN_MS / pace, LEAST_TURN_MS));
  void lookAtAll();

  return {
    view: (): LinkView => ({
      light: light.light(),
      proofs: [...light.proofs()],
      registered: facts.registered(),
      foreignCallback: foreignOf(way.gathered),
      gap: gaps.unseen(),
    }),
    light: (): LightView => light.light(),
    /** Whether the light was ever green or amber, also before this start. */
    reachedBefore: (): boolean => facts.reachableAt() !== null,
    /** Looks at every proof now; resolves when all were looked at. */
    async checkNow(): Promise<void> {
      repair.hurry();
      await options.door.tryAgain();
      await lookAtAll();
    },
    /** Writes this shop's address down at Meta; `takeOver`: also in place of another's. */
    async register(takeOver: boolean): Promise<{ ok: true } | Refused> {
      // The token tells which app it is of.
      if (!meta.looked()) await meta.look();
      const answer = await registrar.register(values().callbackLevel, takeOver);
      await lookAtAll();
      return answer;
    },
    /** Takes what this shop set at Meta away again. */
    async release(): Promise<{ ok: true } | Refused> {
      const answer = await registrar.release();
      await lookAtAll();
      return answer;
    },
    log: (before: number | undefined, limit: number): { entries: LinkEntry[]; more: boolean } => store.connectionLog.list(before, limit),
    gaps: (): GapView[] => gaps.list(),
    gapSeen(gapId: number): void {
      gaps.seen(gapId);
      publish();
    },
    /** Meta (or whoever knows the verify token) has asked whether this is the callback. */
    verified(): void {
      keeping(() => facts.setVerifiedAt(now()));
      think();
    },
    /** The computer slept. `asleepSince`: ms since epoch, where it is known. */
    woke(asleepSince: number | null): void {
      const beat = heart.lastBeat();
      slept(asleepSince ?? beat, now());
    },
    settingsChanged(): void {
      const changed = changes();
      // A new secret is not to be judged by what the one before it refused.
      if (changed.secret) secretSince = now();
      if (changed.anything) {
        meta.forget();
        light.lookAnew();
        void meta.look();
      }
      repair.hurry();
      think();
    },
    /** Something that was done elsewhere, for the log. */
    tell: (event: LinkEvent): void => tell(event),
    stop(): void {
      tell('stopped');
      stopped = true;
      unsubscribe();
      clearInterval(turns);
      heart.stop();
      loop.stop();
      meta.stop();
    },
  };
}
