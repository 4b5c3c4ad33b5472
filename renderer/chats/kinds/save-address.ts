/** The address that has a file saved instead of shown. */
export function saveAddress(url: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}download`;
}
