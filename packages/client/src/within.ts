import { longestTimeoutMs } from './wait.ts';

/**
 * What `work` gives. After so many milliseconds its signal is aborted and what `late` makes is thrown,
 * whether or not `work` listens.
 */
export async function within<T>(
  ms: number,
  work: (signal: AbortSignal) => T | Promise<T>,
  late: () => Error,
): Promise<T> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => {
        reject(late());
        controller.abort();
      },
      Math.min(ms, longestTimeoutMs),
    );
  });
  try {
    return await Promise.race([over, work(controller.signal)]);
  } finally {
    clearTimeout(timer);
  }
}
