/**
 * How many output devices the system has, where the browser tells it: it tells their number without being asked for a permission, and
 * names none of them. Undefined where it does not.
 */
export async function countOutputs(): Promise<number | undefined> {
  if (!('mediaDevices' in navigator)) return undefined;
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  const outputs = devices.filter(({ kind }) => kind === 'audiooutput').length;
  // Firefox and Safari count none although there are some; Chromium alone is known to count, and has this.
  return outputs === 0 && !('userAgentData' in navigator) ? undefined : outputs;
}

/** Calls back when a device was plugged in or pulled out. */
export function onDevices(work: () => void): void {
  if ('mediaDevices' in navigator) navigator.mediaDevices.addEventListener('devicechange', work);
}
