import path from 'node:path';
import { msg } from '@lingui/core/macro';
import { showNotification } from './show-notification.ts';
import type { Words } from './words.ts';

/** Says that the settings start anew, and where the old ones are. */
export function tellOfLostSettings({ file, words: { i18n }, show, log }: { file: string; words: Words; show: () => void; log: (line: string) => void }): void {
  const name = path.basename(file);
  log(`settings.json could not be read; it was moved to ${name}, and the settings start from their defaults`);
  const title = i18n._(msg`The settings could not be read`);
  showNotification(
    { title, body: i18n._(msg`They start anew; the old file is kept as ${name} in the data folder.`), stays: false, urgent: false, onClick: show },
    log,
  );
}
