/** Thrown when something took longer than it may. */
export class DeadlineError extends Error {
  constructor(ms: number) {
    super(`No answer within ${ms} ms`);
    this.name = 'DeadlineError';
  }
}

/**
 * Runs something for at most so long. Its signal is aborted at the deadline and when the caller goes
 * away; what comes later is dropped.
 *
 * @throws DeadlineError at the deadline, what the call throws, or the caller's reason to go.
 */
export async function withDeadline<Result>(
  ms: number,
  run: (signal: AbortSignal) => Promise<Result> | Result,
  caller?: AbortSignal,
): Promise<Result> {
  const controller = new AbortController();
  const { signal } = controller;
  const leave = (): void => controller.abort(caller?.reason);
  const timer = setTimeout(() => controller.abort(new DeadlineError(ms)), ms);
  const ended = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  if (caller?.aborted === true) leave();
  caller?.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([Promise.resolve().then(() => run(signal)), ended]);
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', leave);
  }
}
