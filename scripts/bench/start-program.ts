import { type ChildProcess, spawn } from 'node:child_process';

/** What such a program says of itself; peers have no console. */
export type Ready = { webhook: string; console?: string };

/** Starts a program that prints one JSON line when it is ready, and gives what the line says. */
export async function startProgram(
  file: string,
  flags: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ ready: Ready; child: ChildProcess; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [file, ...flags], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\n')) resolve(out);
    });
    void ended.then(() => reject(new Error(`${file} ended before it was ready`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { ready: JSON.parse(line) as Ready, child, stop };
}
