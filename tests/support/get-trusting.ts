import { readFileSync } from 'node:fs';
import https from 'node:https';

/** GETs an https address whose certificate is trusted by this file's; null where nothing answers. */
export function getTrusting(url: URL, certificate: string): Promise<{ status: number; text: string } | null> {
  return new Promise((resolve) => {
    const request = https.get(url, { ca: readFileSync(certificate), agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on('error', () => resolve(null));
  });
}
