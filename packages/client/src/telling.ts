import { deprecationWarnings } from './deprecation.ts';
import { logging } from './logger.ts';
import type { ClientOptions, TransportOptions } from './options.ts';

/** Options whose logger is told, by hooks before those of the caller: it tells what these prevent. */
export function telling({ logger, hooks = [], ...options }: ClientOptions): TransportOptions {
  const told = [deprecationWarnings(logger ?? console), logger ? logging(logger) : []];
  return { ...options, hooks: [...told, hooks].flat() };
}
