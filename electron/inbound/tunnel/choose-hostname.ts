import type { IngressRule } from './cloudflared-log.ts';

export type ChosenHostname = { ok: true; url: string } | { ok: false; details: string };

/**
 * Which of the public hostnames of a Cloudflare tunnel is this shop's.
 * @param wanted as set by the shop, however it was typed ("https://shop.example/"); empty: the first one that leads to `port`
 * @param rules null: Cloudflare has told none (yet)
 * @param port that the webhook server listens on
 */
export function chooseHostname(wanted: string, rules: readonly IngressRule[] | null, port: number): ChosenHostname {
  const ours = `http://localhost:${port}`;
  const name = readHostname(wanted);
  if (name !== '') {
    const rule = rules?.find(({ hostname }) => covers(hostname, name));
    if (rule === undefined || leadsTo(rule.service, port)) return { ok: true, url: `https://${name}` };
    return { ok: false, details: `${name} → ${rule.service}, not ${ours}` };
  }
  const named = (rules ?? []).filter(({ hostname }) => !hostname.includes('*'));
  const fitting = named.find(({ service }) => leadsTo(service, port));
  if (fitting) return { ok: true, url: `https://${fitting.hostname}` };
  const [other] = named;
  return { ok: false, details: other ? `${other.hostname} → ${other.service}, not ${ours}` : `no public hostname → ${ours}` };
}

/** Without scheme, port and path, small letters. */
function readHostname(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/:?#].*$/, '');
}

function covers(hostname: string, name: string): boolean {
  return hostname === name || (hostname.startsWith('*.') && name.endsWith(hostname.slice(1)));
}

/** Any name of this computer will do: only the port tells the shop from what else may run here. */
function leadsTo(service: string, port: number): boolean {
  if (!URL.canParse(service)) return false;
  const url = new URL(service);
  return url.protocol === 'http:' && Number(url.port || 80) === port;
}
