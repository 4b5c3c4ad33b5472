/** True for what the system's browser may be given: web pages. Any other scheme could start a program; a name and a password in an address only deceive. */
export function opensOutside(address: string): boolean {
  try {
    const url = new URL(address);
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
  } catch {
    return false;
  }
}
