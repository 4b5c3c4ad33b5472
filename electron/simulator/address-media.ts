import { createHmac } from 'node:crypto';

/** Where Meta's own files lie, on another host than here. */
export const DOWNLOAD_PATH = '/whatsapp_business/attachments/';
/** An address of a file dies after this. */
const ADDRESS_MS = 5 * 60_000;

export type MediaAddresses = {
  /** Where a file can be fetched from now on, for five minutes. */
  of(id: string): string;
  /** The id of the file that an address of this kind names; null: the address is not from here, or has died. */
  read(url: URL): string | null;
};

/** Addresses of files, each with its end and a proof of it. @param graphUrl base of the fake Graph API */
export function addressMedia(accessToken: string, graphUrl: string, now: () => number): MediaAddresses {
  const proofOf = (id: string, until: string): string => createHmac('sha256', accessToken).update(`${id}:${until}`).digest('base64url');
  return {
    of: (id) => {
      const until = String(now() + ADDRESS_MS);
      return `${graphUrl}${DOWNLOAD_PATH}?${new URLSearchParams({ mid: id, ext: until, hash: proofOf(id, until) }).toString()}`;
    },
    read: ({ searchParams }) => {
      const [id, until, proof] = ['mid', 'ext', 'hash'].map((name) => searchParams.get(name) ?? '') as [string, string, string];
      return proof === proofOf(id, until) && now() < Number(until) ? id : null;
    },
  };
}
