/** Pictures larger than this many bytes are left out: they would fill the shop's file, and nobody prints posters of rolls. */
const PICTURE_LIMIT = 2 * 1024 * 1024;
const PICTURE_TYPE = /^image\/(png|jpeg|webp|gif|svg\+xml|avif)$/;
const MOST_REDIRECTS = 5;

/**
 * Fetches a product's picture from the address that the catalogue names (no token is sent there).
 * @param allowed says whether an address may be asked, also one that a redirect leads to; the real one is https, the practice shop's
 *   is on loopback
 * @returns null for anything but a picture of at most so many bytes (2 MB, unless told otherwise)
 */
export async function fetchPicture(url: string, allowed: (url: URL) => boolean, atMost = PICTURE_LIMIT): Promise<{ bytes: Buffer; type: string } | null> {
  try {
    const response = await follow(url, allowed, AbortSignal.timeout(15_000));
    if (!response) return null;
    const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!response.ok || !PICTURE_TYPE.test(type) || !response.body) {
      await response.body?.cancel();
      return null;
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > atMost) return null;
      chunks.push(chunk);
    }
    return { bytes: Buffer.concat(chunks), type };
  } catch {
    return null;
  }
}

/** Follows redirects by hand: each address is asked only where it is allowed. */
async function follow(url: string, allowed: (url: URL) => boolean, signal: AbortSignal): Promise<Response | null> {
  let address = new URL(url);
  for (let redirects = 0; redirects <= MOST_REDIRECTS && allowed(address); redirects += 1) {
    const response = await fetch(address, { signal, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    address = new URL(location, address);
  }
  return null;
}
