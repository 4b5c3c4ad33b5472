/** Pictures larger than this are left out: they would fill the shop's file, and nobody prints posters of rolls. */
const PICTURE_LIMIT = 2 * 1024 * 1024;

/**
 * Fetches a product's picture from the address that the catalogue names (no token is sent there).
 * @param allowed says whether an address may be asked; the real one is https, the practice shop's is on loopback
 * @returns null for anything but a picture of at most 2 MB
 */
export async function fetchPicture(url: string, allowed: (url: URL) => boolean): Promise<{ bytes: Buffer; type: string } | null> {
  try {
    if (!URL.canParse(url) || !allowed(new URL(url))) return null;
    const response = await fetch(url, { signal: AbortSignal.timeout(15_000), redirect: 'follow' });
    const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
    if (!response.ok || !/^image\/(png|jpeg|webp|gif|svg\+xml|avif)$/.test(type) || !response.body) {
      await response.body?.cancel();
      return null;
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > PICTURE_LIMIT) return null;
      chunks.push(chunk);
    }
    return { bytes: Buffer.concat(chunks), type };
  } catch {
    return null;
  }
}
