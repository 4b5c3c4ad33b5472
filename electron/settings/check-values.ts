/** True for an absolute http or https address without a name and password in it (those would end up in logs). */
export function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
}

/** True for `system` and for every IANA name that this computer's `Intl` knows. */
export function isTimeZone(text: string): boolean {
  if (text === 'system') return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** The IANA name that a time zone in the settings means: `system`, or nothing, is the computer's. */
export function zoneInForce(timeZone: string): string {
  return timeZone === 'system' || timeZone === '' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : timeZone;
}

/** Meta calls https alone; plain http is for trying things out on this computer. */
export function isPublicUrl(text: string): boolean {
  if (!isHttpUrl(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
