import { chooseHostname } from './choose-hostname.ts';
import { readCloudflaredLine, type CloudflaredNews, type IngressRule } from './cloudflared-log.ts';
import { findProgram, type Machine } from './find-program.ts';
import { runProgram } from './run-program.ts';
import { supervise } from './supervise.ts';
import type { Connect, Link, LinkSigns, SuperviseOptions, Target } from './supervise.ts';
import type { Tunnel } from './tunnel.ts';
import { readTrouble, tidyDetails, type TunnelFault, TunnelTrouble } from './tunnel-fault.ts';

export type CloudflaredOptions = Pick<SuperviseOptions, 'now' | 'random' | 'log'> & {
  token: string;
  /** As set; empty: as the system finds it. */
  path: string;
  /** As set; empty: as Cloudflare tells it. */
  hostname: string;
  machine: Machine;
  /** Ms, for tests that cannot wait. */
  pauses?: Partial<typeof PAUSES>;
};

const PAUSES = {
  /** From start to a standing tunnel: where UDP is blocked, cloudflared takes its time until it tries TCP. */
  connect: 50_000,
  /** After the first connection, Cloudflare hands the public hostnames over within a moment. */
  rules: 10_000,
  /** From look to look at whether it is well. */
  look: 10_000,
};

/**
 * A named tunnel by the `cloudflared` that the shop has installed. Its public hostname and where that leads are set on Cloudflare's pages. The token
 * goes by the environment: what stands on a command line can be read by every user of the computer.
 */
export function createCloudflaredTunnel(options: CloudflaredOptions): Tunnel {
  const pauses = { ...PAUSES, ...options.pauses };
  const { now, random, log } = options;
  return supervise({
    connect: (target, signs, given) => connect(target, signs, given, options, pauses),
    readFault: readTrouble,
    now,
    random,
    log,
    connectTimeout: pauses.connect + 10_000,
    silence: 4.5 * pauses.look,
  });
}

type Connecting = (...given: [...Parameters<Connect>, CloudflaredOptions, typeof PAUSES]) => Promise<Link>;

const connect: Connecting = (target, signs, given, options, pauses) => {
  const file = findProgram('cloudflared', options.path, options.machine);
  if (file === null) throw new TunnelTrouble('program-missing', 'person', options.path.trim() || 'cloudflared');
  return new Promise<Link>((resolve, reject) => {
    const standing = new Set<number>();
    let rules: IngressRule[] | null = null;
    let last: TunnelFault | null = null;
    let link: Link | null = null;
    let metrics: string | null = null;
    let choosing: NodeJS.Timeout | undefined;

    const program = runProgram({
      file,
      args: argumentsFor(target),
      environment: { ...withoutOwn(options.machine.environment), TUNNEL_TOKEN: options.token },
      onLine: (line) => {
        const news = readCloudflaredLine(line, options.token);
        if (news) hear(news);
        else if (last === null && /\b(?:ERR|FTL)\b/.test(line)) last = { reason: 'tunnel-network', cure: 'retry', details: tidyDetails(line, options.token) };
      },
      onEnd: ({ code, error }) => {
        end();
        const missing: TunnelFault = { reason: 'program-missing', cure: 'person', details: `${file}: ${error}` };
        const fault = error === null ? (last ?? { reason: 'tunnel-network', cure: 'retry', details: `cloudflared ended (${code})` }) : missing;
        reject(new TunnelTrouble(fault.reason, fault.cure, fault.details));
        signs.gone(fault);
      },
    });
    const giveUp = (fault: TunnelFault) => {
      end();
      reject(new TunnelTrouble(fault.reason, fault.cure, fault.details));
      void program.stop();
    };
    const tooLong = setTimeout(() => giveUp(last ?? { reason: 'tunnel-network', cure: 'retry', details: null }), pauses.connect);
    const looking = setInterval(() => void look(metrics, signs, () => standing.size > 0, last), pauses.look);
    const end = () => {
      clearTimeout(tooLong);
      clearTimeout(choosing);
      clearInterval(looking);
      given.removeEventListener('abort', abandon);
    };
    const stop = () => {
      end();
      return program.stop();
    };
    const abandon = () => void stop();
    given.addEventListener('abort', abandon);

    /** @param late no hostnames came: what is known has to do */
    const choose = (late: boolean) => {
      if (standing.size === 0 || (rules === null && options.hostname.trim() === '' && !late)) return;
      const chosen = chooseHostname(options.hostname, rules, target.port);
      if (!chosen.ok) {
        const fault: TunnelFault = { reason: 'tunnel-domain', cure: 'retry', details: chosen.details };
        if (link === null) giveUp(fault);
        else signs.gone(fault);
      } else if (link === null) {
        clearTimeout(tooLong);
        clearTimeout(choosing);
        link = { url: chosen.url, close: stop };
        resolve(link);
      } else {
        signs.moved(chosen.url);
        signs.alive();
      }
    };

    const hear = (news: CloudflaredNews) => {
      switch (news.what) {
        case 'registered':
          standing.add(news.connection);
          last = null;
          choosing ??= setTimeout(() => choose(true), pauses.rules);
          if (link) signs.alive();
          else choose(false);
          break;
        case 'lost':
          standing.delete(news.connection);
          if (standing.size === 0) signs.broken(last ?? { reason: 'tunnel-network', cure: 'retry', details: null });
          break;
        case 'rules':
          rules = news.rules;
          choose(false);
          break;
        case 'metrics':
          metrics = news.address;
          break;
        case 'fault':
          last = news.fault;
          if (news.fault.cure === 'person') {
            if (link === null) giveUp(news.fault);
            else signs.gone(news.fault);
          }
          break;
      }
    };
  });
};

/** `--url` counts for a tunnel whose hostnames stand in a file of the shop's; otherwise what Cloudflare hands over does. */
function argumentsFor(target: Target): string[] {
  const flags = ['--no-autoupdate', '--loglevel', 'info', '--metrics', '127.0.0.1:0', '--grace-period', '1s'];
  return ['tunnel', ...flags, 'run', '--url', `http://${target.host}:${target.port}`];
}

function withoutOwn(environment: Machine['environment']): Machine['environment'] {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('TUNNEL_')));
}

/** cloudflared's own answer to whether it has a connection; one that hangs gives none, and the supervisor's patience ends. */
async function look(address: string | null, signs: LinkSigns, stands: () => boolean, last: TunnelFault | null): Promise<void> {
  if (address === null) {
    if (stands()) signs.alive();
    return;
  }
  try {
    const answer = await fetch(`http://${address}/ready`, { signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    if (answer.ok) signs.alive();
    else signs.broken(last ?? { reason: 'tunnel-network', cure: 'retry', details: null });
  } catch {
    // No answer is no sign of life.
  }
}
