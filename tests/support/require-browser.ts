import { existsSync } from 'node:fs';

/** The system's Chromium, or the one that CHROMIUM_PATH names. */
export const CHROMIUM = process.env['CHROMIUM_PATH'] || '/usr/bin/chromium';

/** True where there is none: tests in a browser are skipped then. With REQUIRE_BROWSER=1 every file that needs one fails instead. */
export const lacksBrowser = !existsSync(CHROMIUM);

const why = `there is no Chromium at ${CHROMIUM}; CHROMIUM_PATH can name another`;
if (lacksBrowser && process.env['REQUIRE_BROWSER'] === '1') throw new Error(`REQUIRE_BROWSER=1, and ${why}`);
if (lacksBrowser) console.warn(`Tests in a browser are skipped: ${why}`);
