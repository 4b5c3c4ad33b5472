/** Signs that a file system takes for something else, that nobody sees, or that turn the direction of reading ("exe.jpg" for "gpj.exe"). */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/g;
/** Half of a sign: no encoding takes it. */
const HALF = /[\u{d800}-\u{dfff}]/gu;
const LONGEST = 120;
/** Windows keeps these for devices, with whatever ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name for saving a file that somebody else named: no folder, no hidden file, no device; its ending stays. Never empty. */
export function safeFilename(name: string): string {
  const clean = name
    .replaceAll(HALF, '_')
    .replaceAll(UNSAFE, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  const whole = clean === '' ? 'file' : DEVICE.test(clean) ? `_${clean}` : clean;
  const signs = [...whole];
  if (signs.length <= LONGEST) return whole;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(whole)?.[0] ?? '';
  return signs.slice(0, LONGEST - ending.length).join('') + ending;
}
