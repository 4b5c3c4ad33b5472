import { spawn } from 'node:child_process';

// `npm run check`: all that has to hold before a change lands. Cheap steps side by side, then the build, then every test.

const quick = ['types', 'lint', 'format:check', 'words:check', 'unused'];
const failed = [];

function run(script, show) {
  const started = Date.now();
  const child = spawn('npm', ['run', '--silent', script], { stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${script} (${seconds} s)`);
      if (code !== 0) {
        failed.push(script);
        console.log(output);
      }
      resolve();
    });
  });
}

await Promise.all(quick.map((script) => run(script, false)));
await run('build', false);
if (!failed.includes('build')) await run('test', true);
console.log(failed.length === 0 ? 'check: all is well' : `check: failed in ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
