/** What Electron tells of a printer; versions differ in what stands there beside the names. */
export type TellingPrinter = { name: string; displayName: string; options?: unknown; status?: unknown; isDefault?: unknown };

/** PRINTER_STATUS_OFFLINE and _NOT_AVAILABLE of winspool.h. */
const WINDOWS_OFF = 0x80 | 0x1000;
/** `printer-state-reasons` of IPP (RFC 8011, 5.4.12) and CUPS that say that nobody is there to print. */
const CUPS_OFF = /\b(?:offline|shutdown|timed-out)\b/;
/** IPP's `printer-state` 5: stopped, by a person or by itself. */
const CUPS_STOPPED = '5';

/**
 * Whether the system says that a printer is off. CUPS tells it in `options` as text; Windows did in `status` (bits) up to Electron 35; where
 * nothing is told, nothing is known, and the printer is tried.
 */
export function isOff({ options, status }: TellingPrinter, platform: NodeJS.Platform = process.platform): boolean {
  if (typeof status === 'number' && platform === 'win32' && (status & WINDOWS_OFF) !== 0) return true;
  if (typeof options !== 'object' || options === null) return false;
  const told = options as Record<string, unknown>;
  const reasons = told['printer-state-reasons'];
  return told['printer-state'] === CUPS_STOPPED || (typeof reasons === 'string' && CUPS_OFF.test(reasons));
}

/** What a refusal of Electron's `print()` means; its texts are those of `shell/browser/printing`. */
export function reasonOfFailure(text: string): 'printer-missing' | 'printer-refused' {
  return /invalid devicename|no printers available|failed to enumerate/i.test(text) ? 'printer-missing' : 'printer-refused';
}
