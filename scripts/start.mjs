import { fetchElectron } from './fetch-electron.mjs';
import { findElectron, lackingDisplay } from './find-electron.mjs';
import { prepare, root } from './prepare.mjs';
import { runDesktop } from './run-desktop.mjs';
import { runHeadless } from './run-headless.mjs';
import { say } from './say.mjs';

// `npm start`: the window where this machine can show one, else the same console in the browser. Arguments are passed on to either.

/** The window's exit code, or why there is none. */
async function tryWindow(node, args) {
  const noDisplay = lackingDisplay();
  if (noDisplay) return { failed: noDisplay };
  let electron = findElectron(root);
  if (electron.missing === 'download') {
    const why = await fetchElectron(root, node);
    if (why) return { failed: `Electron could not be fetched: ${why}` };
    electron = findElectron(root);
  }
  if (!electron.program) return { failed: `Electron is not there: ${electron.missing}` };
  return runDesktop(root, electron.program, args);
}

try {
  const args = process.argv.slice(2);
  const node = await prepare();
  const window = await tryWindow(node, args);
  if (window.failed) say(`no window: ${window.failed}. Serving the console for a browser instead.`);
  process.exitCode = window.failed ? await runHeadless(root, node, args) : window.code;
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
