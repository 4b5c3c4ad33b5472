import { findProgram, type Machine } from './find-program.ts';
import { askProgram, runProgram } from './run-program.ts';
import { supervise } from './supervise.ts';
import type { Connect, Link, LinkSigns, SuperviseOptions } from './supervise.ts';
import { leadsHere, readFunnelLine, readTailscaleStatus } from './tailscale-answers.ts';
import type { Tunnel } from './tunnel.ts';
import { readTrouble, tidyDetails, type TunnelFault, TunnelTrouble } from './tunnel-fault.ts';

export type FunnelOptions = Pick<SuperviseOptions, 'now' | 'random' | 'log'> & {
  /** As set; empty: as the system finds it. */
  path: string;
  /** 443, 8443 or 10000: Tailscale opens no other. */
  port: number;
  machine: Machine;
  /** Ms, for tests that cannot wait. */
  pauses?: Partial<typeof PAUSES>;
};

const PAUSES = {
  /** A first certificate may take Let's Encrypt its time. */
  connect: 40_000,
  ask: 10_000,
  /** From look to look at whether it is well. */
  look: 15_000,
  /** `tailscale funnel` names the page where Funnel is allowed a few lines after saying that it is not. */
  explain: 500,
};

/**
 * Tailscale Funnel by the `tailscale` that the shop has installed and is logged in with. In the foreground: such a Funnel is taken back when its
 * program ends, however it ends, while `--bg` would lead the internet to this port for good.
 */
export function createTailscaleFunnel(options: FunnelOptions): Tunnel {
  const pauses = { ...PAUSES, ...options.pauses };
  const { now, random, log } = options;
  return supervise({
    connect: (target, signs, given) => connect(target, signs, given, options, pauses),
    readFault: readTrouble,
    now,
    random,
    log,
    connectTimeout: pauses.connect + pauses.ask + 5_000,
    silence: 3 * pauses.look,
  });
}

type Connecting = (...given: [...Parameters<Connect>, FunnelOptions, typeof PAUSES]) => Promise<Link>;

const connect: Connecting = async (target, signs, given, options, pauses) => {
  const file = findProgram('tailscale', options.path, options.machine);
  if (file === null) throw new TunnelTrouble('program-missing', 'person', options.path.trim() || 'tailscale');
  // The Mac's app is its own command line only when it is told so.
  const environment = { ...options.machine.environment, TAILSCALE_BE_CLI: '1' };
  const ask = (...args: string[]) => askProgram({ file, args, environment }, pauses.ask, given);
  const status = async () => readTailscaleStatus(await ask('status', '--json', '--peers=false'));

  const self = await status();
  if (!self.ok) throw trouble(self.fault);
  given.throwIfAborted();
  const url = `https://${self.name}${options.port === 443 ? '' : `:${options.port}`}`;
  let looking: NodeJS.Timeout | undefined;
  const watch = () => {
    looking = setInterval(() => void status().then((seen) => report(seen, self.name, signs)), pauses.look);
  };

  return new Promise<Link>((resolve, reject) => {
    let last: TunnelFault | null = null;
    let taken = false;
    const program = runProgram({
      file,
      args: ['funnel', `--https=${options.port}`, `http://${target.host}:${target.port}`],
      environment,
      onLine: (line, stream) => {
        const news = readFunnelLine(line);
        if (news === 'stands') {
          clearTimeout(tooLong);
          last = null;
          watch();
          resolve({ url, close: stop });
        } else if (news === 'taken') {
          taken = true;
          last = { reason: 'tunnel-domain', cure: 'person', details: tidyDetails(line, null) };
        } else if (news !== null) {
          last = news;
          if (news.cure === 'person') later(pauses.explain);
        } else if (stream === 'error' && line.trim() !== '') {
          last ??= { reason: 'tunnel-network', cure: 'retry', details: tidyDetails(line, null) };
        }
      },
      onEnd: ({ code, error }) => {
        end();
        if (taken) {
          void ask('funnel', 'status', '--json').then((text) => {
            if (!leadsHere(text, self.name, options.port, target.port)) return reject(trouble(last ?? ended(code)));
            // Somebody leads it here already, and to stay: it is used, and not taken back.
            watch();
            return resolve({ url, close: async () => clearInterval(looking) });
          });
          return;
        }
        const fault: TunnelFault = error === null ? (last ?? ended(code)) : { reason: 'program-missing', cure: 'person', details: `${file}: ${error}` };
        reject(trouble(fault));
        signs.gone(fault);
      },
    });
    const end = () => {
      clearTimeout(tooLong);
      clearInterval(looking);
      given.removeEventListener('abort', abandon);
    };
    const stop = () => {
      end();
      return program.stop();
    };
    const abandon = () => void stop();
    /** It waits for a person, and would for ever. */
    const later = (ms: number) => {
      clearTimeout(tooLong);
      tooLong = setTimeout(giveUp, ms);
    };
    const giveUp = () => {
      reject(trouble(last ?? { reason: 'tunnel-network', cure: 'retry', details: null }));
      void stop();
    };
    let tooLong = setTimeout(giveUp, pauses.connect);
    given.addEventListener('abort', abandon);
  });
};

function ended(code: number | null): TunnelFault {
  return { reason: 'tunnel-network', cure: 'retry', details: `tailscale ended (${code})` };
}

function trouble({ reason, cure, details }: TunnelFault): TunnelTrouble {
  return new TunnelTrouble(reason, cure, details);
}

function report(seen: ReturnType<typeof readTailscaleStatus>, name: string, signs: LinkSigns): void {
  if (!seen.ok) {
    if (seen.fault.cure === 'person') signs.gone(seen.fault);
    else signs.broken(seen.fault);
  } else if (seen.name !== name) {
    signs.gone({ reason: 'tunnel-network', cure: 'retry', details: `${name} → ${seen.name}` });
  } else if (seen.online) signs.alive();
  else signs.broken({ reason: 'tunnel-network', cure: 'retry', details: null });
}
