/**
 * True when a text frame has the shape of one of oRPC 1.16's messages (request, event or abort, as `@orpc/standard-server-peer` encodes
 * them). Its adapter writes the whole stack of every other frame to the console, so those must not reach it.
 */
export function isReadableFrame(text: string): boolean {
  const frame = parse(text);
  if (!isObject(frame) || typeof frame['i'] !== 'string') return false;
  const { t: type = 1, p: payload } = frame;
  if (type === 4) return true;
  if (!isObject(payload)) return false;
  if (type === 3) return typeof payload['e'] === 'string';
  return type === 1 && isRequest(payload);
}

function isRequest({ u: url, h: headers, m: method }: Record<string, unknown>): boolean {
  if (typeof url !== 'string' || !url.startsWith('/') || !URL.canParse(`http://orpc${url}`)) return false;
  // Files and forms are no part of the contract; these headers would make oRPC read the body as one.
  const plain = headers === undefined || (isObject(headers) && Object.keys(headers).every((name) => !/^content-(type|disposition)$/i.test(name)));
  return plain && (method === undefined || typeof method === 'string');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
