import { parseConfig } from '../read-config.ts';
import type { Tested } from './faulty.ts';
import { type Spoiling, startServer } from './server.ts';

/** A vendor that books in one step, and that has none of the slots or bookings that it is asked for. */
export async function startOneStep(spoiling: Spoiling = {}): Promise<Tested> {
  const unknown = () => ({ outcome: 'unknown' as const });
  const running = await startServer(spoiling, { book: unknown, cancel: unknown });
  return { ...running, config: parseConfig({}) };
}
