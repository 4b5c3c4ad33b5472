/**
 * Passes SIGINT and SIGTERM on to a child, whose end then ends us. `sent` says whether there was one. npm passes a signal to the shell that
 * it runs us in, which dies of it and tells us nothing: under npm, a parent that is gone counts as SIGTERM.
 */
export function forwardSignals(child) {
  let sent = false;
  const forward = (signal) => {
    sent = true;
    child.kill(signal);
  };
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const name of names) process.on(name, forward);
  const parent = process.ppid;
  const orphaned = () => !sent && process.ppid !== parent && forward('SIGTERM');
  const watch = process.env.npm_lifecycle_event === undefined ? undefined : setInterval(orphaned, 300);
  return {
    sent: () => sent,
    stop: () => {
      clearInterval(watch);
      for (const name of names) process.off(name, forward);
    },
  };
}
