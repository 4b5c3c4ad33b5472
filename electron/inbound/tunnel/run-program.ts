import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type ProgramOptions = {
  /** Absolute path. */
  file: string;
  args: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  /** Every line that it writes: to standard output, or to standard error. */
  onLine: (line: string, stream: 'out' | 'error') => void;
  /** Once, when it has ended or could not be started. `error` is Node's ("ENOENT", "EACCES"). */
  onEnd: (end: { code: number | null; error: string | null }) => void;
};

/** Ms from asking it to end until it is made to. */
const PATIENCE = 2_000;

/** A program that runs until it is stopped, with whatever it starts itself (an installer's shim starts the real one). */
export type RunningProgram = { stop(): Promise<void> };

export function runProgram({ file, args, environment, onLine, onEnd }: ProgramOptions): RunningProgram {
  const windows = process.platform === 'win32';
  // A group of its own: what it starts can then be ended with it.
  const child = spawn(file, [...args], { env: ownVariables(environment), stdio: ['ignore', 'pipe', 'pipe'], detached: !windows, windowsHide: true });
  let over = false;
  let tellEnded = () => {};
  const ended = new Promise<void>((resolve) => {
    tellEnded = resolve;
  });
  const end = (code: number | null, error: string | null) => {
    if (over) return;
    over = true;
    tellEnded();
    onEnd({ code, error });
  };
  child.on('error', (error) => end(null, 'code' in error ? String(error.code) : 'unknown'));
  // `close` comes after the last line; an orphan that holds the pipes must not keep it from coming.
  child.on('close', (code) => end(code, null));
  child.on('exit', (code) => setTimeout(() => end(code, null), 200).unref());
  createInterface({ input: child.stdout }).on('line', (line) => onLine(line, 'out'));
  createInterface({ input: child.stderr }).on('line', (line) => onLine(line, 'error'));

  const kill = (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.pid === undefined) return;
    try {
      if (windows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on('error', () => child.kill());
      else process.kill(-child.pid, signal);
    } catch {
      // Gone already.
    }
  };
  return {
    async stop() {
      if (over) return;
      kill('SIGTERM');
      const force = setTimeout(() => kill('SIGKILL'), PATIENCE);
      await ended;
      clearTimeout(force);
      // What it had started may have outlived it.
      if (!windows) kill('SIGKILL');
    },
  };
}

/**
 * Runs it to its end and gives what it wrote to standard output, or to standard error where that is all. Empty where it could not be started, or
 * said nothing within `timeout` ms, or was given up.
 */
export async function askProgram(options: Pick<ProgramOptions, 'file' | 'args' | 'environment'>, timeout: number, given: AbortSignal): Promise<string> {
  const said = { out: '', error: '' };
  return new Promise((resolve) => {
    const program = runProgram({
      ...options,
      onLine: (line, stream) => (said[stream] += `${line}\n`),
      onEnd: () => {
        clearTimeout(timer);
        given.removeEventListener('abort', stop);
        resolve(said.out || said.error);
      },
    });
    const stop = () => void program.stop();
    const timer = setTimeout(stop, timeout);
    given.addEventListener('abort', stop);
  });
}

/** The shop's secrets are nobody else's; and a variable of that program's own would change what was asked for on its command line. */
function ownVariables(environment: ProgramOptions['environment']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined || name.startsWith('SHOPBELL_') ? [] : [[name, value]])),
  );
}
