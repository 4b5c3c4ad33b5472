import { tidyDetails, type TunnelFault } from './tunnel-fault.ts';

/** This computer in its tailnet: its public name, or why it has none. */
export type TailscaleSelf = { ok: true; name: string; online: boolean } | { ok: false; fault: TunnelFault };

/** Reads `tailscale status --json`, or what it said instead of it. */
export function readTailscaleStatus(text: string): TailscaleSelf {
  const status = parseObject(text);
  const state = status?.['BackendState'];
  if (status === null || typeof state !== 'string') return { ok: false, fault: { reason: 'tunnel-network', cure: 'retry', details: tidyDetails(text, null) } };
  // "Stopped" is switched off by a person, who will switch it on again; the rest is Tailscale on its way.
  if (state === 'NeedsLogin' || state === 'NeedsMachineAuth') return { ok: false, fault: { reason: 'funnel-off', cure: 'person', details: state } };
  if (state === 'Stopped') return { ok: false, fault: { reason: 'funnel-off', cure: 'retry', details: state } };
  if (state !== 'Running') return { ok: false, fault: { reason: 'tunnel-network', cure: 'retry', details: state } };
  const self = status['Self'];
  const name = isObject(self) && typeof self['DNSName'] === 'string' ? self['DNSName'].replace(/\.$/, '') : '';
  if (name === '') return { ok: false, fault: { reason: 'funnel-off', cure: 'person', details: 'MagicDNS' } };
  return { ok: true, name, online: isObject(self) && self['Online'] !== false };
}

/** Whether `tailscale funnel status --json` shows a Funnel at `name:port` that leads to a port of this computer; set up by a person, to stay. */
export function leadsHere(text: string, name: string, port: number, localPort: number): boolean {
  const status = parseObject(text);
  const key = `${name}:${port}`;
  const allowed = status?.['AllowFunnel'];
  const web = status?.['Web'];
  if (!isObject(allowed) || allowed[key] !== true || !isObject(web)) return false;
  const at = web[key];
  const handlers = isObject(at) ? at['Handlers'] : undefined;
  const root = isObject(handlers) ? handlers['/'] : undefined;
  const proxy = isObject(root) ? root['Proxy'] : undefined;
  return typeof proxy === 'string' && URL.canParse(proxy) && Number(new URL(proxy).port || 80) === localPort;
}

/** What a line of `tailscale funnel` means: that it stands, or why it does not. Null for the rest of its lines. */
export function readFunnelLine(line: string): 'stands' | 'taken' | TunnelFault | null {
  const details = tidyDetails(line, null);
  if (line.startsWith('Available on the internet')) return 'stands';
  if (/background configuration already exists/i.test(line)) return 'taken';
  // Ours, of a moment ago; or another program's.
  if (/foreground already exists|listener already exists/i.test(line)) return { reason: 'tunnel-domain', cure: 'retry', details };
  // `tailscale funnel` waits there for a person to open the page that it names in one of the next lines.
  if (/https:\/\/login\.tailscale\.com\/\S+/.test(line)) return { reason: 'funnel-off', cure: 'person', details };
  if (/Funnel not available|Funnel is not enabled|HTTPS (?:must|is not)|node attribute|not allowed for funnel|access denied|operator=/i.test(line)) {
    return { reason: 'funnel-off', cure: 'person', details };
  }
  if (/flag provided but not defined|unknown subcommand|^USAGE/i.test(line)) return { reason: 'program-missing', cure: 'person', details };
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
