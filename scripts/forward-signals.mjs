/** Passes SIGINT and SIGTERM on to a child, whose end then ends us. `sent` says whether there was one. */
export function forwardSignals(child) {
  let sent = false;
  const forward = (signal) => {
    sent = true;
    child.kill(signal);
  };
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const name of names) process.on(name, forward);
  return {
    sent: () => sent,
    stop: () => names.forEach((name) => process.off(name, forward)),
  };
}
