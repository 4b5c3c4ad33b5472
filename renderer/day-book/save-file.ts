/** Gives a text to the reader as a file: the browser saves it among the downloads, Electron asks where to. */
export function saveFile(filename: string, type: 'text/csv' | 'application/json', text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = filename;
  link.click();
  // The file is read from this address after the click; a minute is enough to begin with it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
