const NAMES = 'access_token|input_token|fb_exchange_token|(?:hub\\.)?verify_token|client_secret|appsecret_proof|app_secret|webhook_verify_token|pin|password';
const IN_QUERY = new RegExp(`\\b((?:${NAMES})=)[^\\s&"']+`, 'gi');
const IN_JSON = new RegExp(`("(?:${NAMES})"\\s*:\\s*)(?:"(?:[^"\\\\]|\\\\.)*"|\\d+)`, 'gi');
/** Shorter ones would blot out ordinary words. */
const SHORTEST = 6;

/**
 * Cuts secrets out of a text, and leaves everything else: those that are known, as they are, as a part of an address and as a text of JSON, and
 * whatever is called a token or a secret in a query or in JSON.
 */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  let rest = text;
  for (const secret of secrets) {
    if (secret.length < SHORTEST) continue;
    const forms = new Set([
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
    ]);
    for (const form of forms) rest = rest.replaceAll(form, '…');
  }
  return rest.replaceAll(IN_QUERY, '$1…').replaceAll(IN_JSON, '$1"…"');
}
