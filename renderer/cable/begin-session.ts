const TOKEN = '#token=';

/**
 * Exchanges the token of a printed link for the console's cookie and takes the token out of the address.
 * @returns false where the token is no longer good
 */
export async function beginSession(): Promise<boolean> {
  if (!location.hash.startsWith(TOKEN)) return true;
  const token = decodeURIComponent(location.hash.slice(TOKEN.length));
  history.replaceState(null, '', '#/orders');
  try {
    const answer = await fetch('/session', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    return answer.status !== 401;
  } catch {
    // Not there at the moment: the cable keeps trying, and says so.
    return true;
  }
}
