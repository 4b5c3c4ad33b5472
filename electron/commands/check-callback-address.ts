import type { Reason } from '../../shared/domain/reason.ts';

/** Meta's own limit for an override; kept for the app's callback too, so that the level can be changed. */
const LONGEST = 200;

/** Why Meta would not take an address as a callback; null where it would. Plain http is for trying things out on this computer alone. */
export function checkCallbackAddress(address: string): Extract<Reason, 'tunnel-address'> | null {
  if (address.length > LONGEST || !URL.canParse(address)) return 'tunnel-address';
  const { protocol, hostname, pathname, username, password } = new URL(address);
  const loopback = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if ((protocol !== 'https:' && !loopback) || username !== '' || password !== '') return 'tunnel-address';
  // Meta turns a "+" of the path into a space when it calls.
  return pathname.includes('+') ? 'tunnel-address' : null;
}
