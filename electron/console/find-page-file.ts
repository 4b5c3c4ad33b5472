import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.webmanifest': 'application/manifest+json',
};

/**
 * The file that a request path (still percent-encoded) means, and its MIME type; null for what is not the page's: a path that leaves
 * the folder, an unknown kind of file, an encoding that cannot be read. `/` is `index.html`. Whether the file exists is not asked.
 */
export function findPageFile(folder: string, requestPath: string): { file: string; type: string } | null {
  const decoded = decode(requestPath);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null;
  const file = path.join(folder, decoded.endsWith('/') ? `${decoded}index.html` : decoded);
  const type = TYPES[path.extname(file)];
  return type !== undefined && file.startsWith(folder + path.sep) ? { file, type } : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
