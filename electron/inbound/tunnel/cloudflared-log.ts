import { tidyDetails, type TunnelFault } from './tunnel-fault.ts';

/** What a public hostname leads to, as set on Cloudflare's pages. */
export type IngressRule = { hostname: string; service: string };

/** What one line of cloudflared's log means to the tunnel. */
export type CloudflaredNews =
  /** One of its (up to four) connections to Cloudflare stands, or does no more. */
  | { what: 'registered' | 'lost'; connection: number }
  /** The public hostnames, as Cloudflare hands them over at each start and change; empty where none is set. */
  | { what: 'rules'; rules: IngressRule[] }
  /** Where it can be asked whether it is well, "127.0.0.1:20241". */
  | { what: 'metrics'; address: string }
  | { what: 'fault'; fault: TunnelFault };

/** Cloudflare's refusals of a token that no waiting mends. "Failed to get tunnel" is none: it also comes while Cloudflare itself is in trouble. */
const BAD_TOKEN =
  /Provided Tunnel token is not valid|Invalid tunnel secret|Tunnel not found|Account doesn'?t have tunnel|token is (?:invalid|expired|revoked)/i;
/** Something between here and Cloudflare; it tries again by itself, after a while over another protocol. */
const NO_WAY_OUT =
  /Failed to (?:create new|dial a) quic connection|Unable to establish connection with Cloudflare edge|Connection unable to dial edge|edge discovery|argotunnel\.com|no free edge addresses|there are no free edge|TLS handshake with edge error/i;

/**
 * Reads a line as cloudflared writes it to standard error, in its text form
 * (`2024-02-08T06:25:48Z INF Registered tunnel connection connIndex=0 … protocol=quic`) or as JSON. Null for what says nothing of the tunnel,
 * such as a request that it could not hand over.
 * @param token cut out of whatever is told
 */
export function readCloudflaredLine(line: string, token: string): CloudflaredNews | null {
  const { message, fields } = line.startsWith('{') ? readJson(line) : readText(line);
  const connection = Number(fields['connIndex']);
  if (/^Registered tunnel connection|^Connection \S+ registered/.test(message)) return { what: 'registered', connection };
  if (/^(?:Unregistered tunnel connection|Lost connection with the edge|Connection terminated)/.test(message)) {
    return Number.isInteger(connection) ? { what: 'lost', connection } : null;
  }
  const metrics = /^Starting metrics server on ([\w.:[\]-]+?)(?:\/metrics)?$/.exec(message)?.[1];
  if (metrics !== undefined) return { what: 'metrics', address: metrics };
  if (message.startsWith('Updated to new configuration')) return { what: 'rules', rules: readRules(fields['config'] ?? '') };
  return readFault(`${message} ${fields['error'] ?? ''}`, token);
}

function readFault(text: string, token: string): CloudflaredNews | null {
  const details = tidyDetails(text, token);
  if (BAD_TOKEN.test(text)) return { what: 'fault', fault: { reason: 'tunnel-token', cure: 'person', details } };
  if (/Unauthorized|Register tunnel error/i.test(text)) return { what: 'fault', fault: { reason: 'tunnel-token', cure: 'retry', details } };
  // Older than what is asked of it here.
  if (/Incorrect Usage|flag provided but not defined/i.test(text)) return { what: 'fault', fault: { reason: 'program-missing', cure: 'person', details } };
  if (NO_WAY_OUT.test(text)) return { what: 'fault', fault: { reason: 'tunnel-network', cure: 'retry', details } };
  return null;
}

type Line = { message: string; fields: Record<string, string> };

function readText(line: string): Line {
  const said = line.replace(/^\S+ (?:TRC|DBG|INF|WRN|ERR|FTL|PNC) /, '');
  const fields: Record<string, string> = {};
  for (const [, name, value] of said.matchAll(/(?<=^| )([A-Za-z][\w-]*)=("(?:\\.|[^"\\])*"|\S*)/g)) {
    if (name !== undefined && value !== undefined) fields[name] = value.startsWith('"') ? unquote(value) : value;
  }
  return { message: said.split(/ [A-Za-z][\w-]*=/, 1)[0]?.trim() ?? '', fields };
}

/** Go's quoting is JSON's for all that stands in these lines. */
function unquote(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

function readJson(line: string): Line {
  const parsed = parseObject(line);
  const fields = Object.fromEntries(
    Object.entries(parsed).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [])),
  );
  return { message: fields['message'] ?? '', fields };
}

function readRules(text: string): IngressRule[] {
  const { ingress } = parseObject(text);
  if (!Array.isArray(ingress)) return [];
  return ingress.flatMap((rule: unknown) => {
    if (typeof rule !== 'object' || rule === null || !('hostname' in rule) || !('service' in rule)) return [];
    const { hostname, service } = rule;
    return typeof hostname === 'string' && hostname !== '' && typeof service === 'string' ? [{ hostname: hostname.toLowerCase(), service }] : [];
  });
}

/** Empty for what is no JSON object ("null": Cloudflare keeps no configuration for this tunnel). */
function parseObject(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
