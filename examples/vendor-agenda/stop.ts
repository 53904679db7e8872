const LOOK_MS = 500;

/**
 * Stops on SIGTERM and SIGINT; also when npm, which started the program, has gone: a signal to `npm run`
 * ends npm and its shell, and reaches nobody else.
 */
export function stopWhenAsked(stop: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    void stop();
  }, LOOK_MS);
  watch.unref();
}
