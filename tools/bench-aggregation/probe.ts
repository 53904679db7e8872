/**
 * Loaded before the platform (`--import`), tells what its process holds when the parent asks.
 * Linux: descriptors are those of /proc.
 */
import { readdirSync } from 'node:fs';

/** What a process has used and holds. */
export interface Held {
  /** Of all its threads, ms, since it started. */
  readonly cpuMs: number;
  /** Bytes. */
  readonly rss: number;
  /** Bytes of the heap that are still needed. */
  readonly heap: number;
  readonly descriptors: number;
  /** Timers that run. */
  readonly timers: number;
  /** Listeners on the process. */
  readonly listeners: number;
  /** Emitters that were found with more listeners than is usual. */
  readonly warnings: number;
}

let warnings = 0;
process.on('warning', ({ name }) => {
  if (name === 'MaxListenersExceededWarning') warnings += 1;
});

function held(): Held {
  const { user, system } = process.cpuUsage();
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return {
    cpuMs: (user + system) / 1_000,
    rss,
    heap: heapUsed,
    descriptors: readdirSync('/proc/self/fd').length,
    timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length,
    listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
    warnings,
  };
}

process.on('message', () => process.send?.(held()));
// Whoever asks does not keep the platform alive.
process.channel?.unref();
