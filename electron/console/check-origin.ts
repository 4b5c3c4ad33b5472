/**
 * True when the `Host` header names this console itself. A page of somebody else can point its own name at 127.0.0.1 (DNS
 * rebinding) and would then be "same origin" with us; its Host gives it away.
 */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}` || host === `[::1]:${port}`;
}

/** True when a page of this console made the request: `Origin` must be there and be our own. For POST and WebSocket upgrades. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, port: number): boolean {
  return isOwnHost(host, port) && origin === `http://${host}`;
}
