import { prepare, root } from './prepare.mjs';
import { runHeadless } from './run-headless.mjs';
import { say } from './say.mjs';

// `npm run headless`: the console for a browser, served on this machine. Arguments are passed on.
try {
  const node = await prepare();
  process.exitCode = await runHeadless(root, node, process.argv.slice(2));
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
