import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A bus that says that somebody shows tray icons: no test machine has such a desktop. A folder for the front of PATH; the caller removes it. */
export function busWithTray(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-bus-'));
  writeFileSync(path.join(folder, 'dbus-send'), '#!/bin/sh\necho "   boolean true"\n');
  chmodSync(path.join(folder, 'dbus-send'), 0o755);
  return folder;
}
