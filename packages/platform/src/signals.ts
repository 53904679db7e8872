/** Longest time that a clean stop may take, ms. */
const GRACE_MS = 8_000;
/** How often it is looked whether npm is still there, ms. */
const LOOK_MS = 500;

/**
 * Stops cleanly on SIGTERM and SIGINT; a second signal, or 8 s, ends the process at once. Also when
 * npm, which started the program, has gone: a signal to `npm start` ends npm and its shell, and
 * reaches nobody else.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      end();
    });
  }
  if (process.env['npm_lifecycle_event'] !== undefined) whenParentGoes(end);
}

function whenParentGoes(end: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, LOOK_MS);
  watch.unref();
}
