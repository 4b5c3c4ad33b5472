/** Where the page lives. An own scheme, so that the page has an origin (`file:` has none) and no server of ours listens for it. */
export const PAGE_SCHEME = 'app';
export const PAGE_ADDRESS = 'app://bundle/';

/** Compares protocol and host: `new URL(…).origin` of an own scheme is 'null' in Node, the same for all of them. */
export function isPageAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === 'app:' && host === 'bundle';
}
