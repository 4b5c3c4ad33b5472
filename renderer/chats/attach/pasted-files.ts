type Pasted = { files: ArrayLike<File>; getData: (type: string) => string };

/** Files on the clipboard; none where a text lies there too: word processors add a picture of every text that is copied. */
export function pastedFiles({ files, getData }: Pasted): File[] {
  return getData('text/plain') === '' ? Array.from(files) : [];
}
