const LONGEST_STOP = 5_000;
/**
 * A signal this soon after the first is an echo, not a person who has lost patience: `when-exit` (inside conf) sends each signal once
 * more, and npm passes a Ctrl+C on that the terminal has sent already.
 */
const ECHO = 1_000;

/**
 * Ends the process cleanly at SIGTERM, SIGINT or SIGHUP: `stop`, then exit 0. A stop that fails or takes longer than 5 s is told and ends
 * with 1; what was acknowledged is on disk by then anyway. Who signals again is not kept waiting.
 */
export function endOnSignals(stop: () => Promise<void>, log: (line: string) => void): void {
  let since: number | null = null;
  const end = () => {
    if (since !== null) {
      if (performance.now() - since > ECHO) process.exit(1);
      return;
    }
    since = performance.now();
    const over = setTimeout(() => {
      log('Shopbell did not end within 5 s; it was cut off.');
      process.exit(1);
    }, LONGEST_STOP);
    over.unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log(`Shopbell did not end cleanly: ${oneLine(error)}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
}

/** A bug ends the process loudly, in one line; a half-dead shop that answers nobody would be worse. */
export function endOnBugs(log: (line: string) => void): void {
  const end = (error: unknown) => {
    log(`Shopbell met an error and ends: ${oneLine(error)}`);
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  // Whoever read our lines has gone (a closed pipe): the shop goes on without.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Ends a process that has nothing to stop, once all that it wrote has left it: Windows writes to pipes later. */
export function exitWhenWritten(exitCode: number): void {
  process.stderr.write('', () => process.stdout.write('', () => process.exit(exitCode)));
}

/** Message and the first place in the program, on one line. */
function oneLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return `${error.name}: ${error.message}${place === undefined ? '' : ` (${place.trim()})`}`.replaceAll(/\s+/g, ' ');
}
