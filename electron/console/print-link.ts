import { readConsoleKey } from './console-key.ts';
import { readConsoleRecord } from './console-record.ts';
import { signLinkToken } from './sign-tokens.ts';

/** The address of a console with a token in its fragment (fragments are not sent, so not logged); `address` has no trailing slash. */
export function linkTo(address: string, token: string): string {
  return `${address}/#token=${token}`;
}

/** A new link into the console that runs on this data folder, made without talking to it; null when none runs. */
export function makeLinkFromOutside(dataFolder: string, randomBytes: (size: number) => Buffer): string | null {
  const record = readConsoleRecord(dataFolder);
  const key = readConsoleKey(dataFolder);
  if (record === null || key === null) return null;
  return linkTo(record.address, signLinkToken(key, record.bootId, randomBytes(16).toString('base64url')));
}
