import { app } from 'electron';

/** A line that hangs must not keep the computer from shutting down. */
const PATIENCE_MS = 5000;

/** Stops the line before the program ends, once, and ends it in any case. */
export function stopOnQuit(stop: () => Promise<void>, log: (line: string) => void): void {
  let stopping = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      log(`stopping took longer than ${PATIENCE_MS} ms`);
      app.exit(1);
    }, PATIENCE_MS);
    stop().then(
      () => app.exit(0),
      (error: unknown) => {
        log(`stopping failed: ${String(error)}`);
        app.exit(1);
      },
    );
  });
}
