/** The address to be entered at Meta for a tunnel's public URL: `https://host/webhook`, behind a path of one's own if there is one. */
export function callbackUrl(publicUrl: string): string {
  const url = new URL(publicUrl);
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.origin}${path.endsWith('/webhook') ? path : `${path}/webhook`}`;
}
