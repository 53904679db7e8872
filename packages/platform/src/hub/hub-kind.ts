import type { Database } from '../database/database.ts';
import type { OutboxKind } from '../outbox/kind.ts';
import { advance } from './answers.ts';
import type { HubLine } from './line.ts';
import { prepare, type Sender } from './prepare.ts';

/** What the rows of the outbox are called that a trigger writes (migration 0036). */
export const HUB_KIND = 'hub';

/** Messages under way at once, each of another appointment. */
const PARALLEL = 16;

/**
 * Sends messages about appointments. Those about one appointment go one after the other, each once the
 * broker has the one before.
 *
 * @param line null where no Hub is connected: what is written waits.
 */
export function hubKind(database: Database, line: HubLine | null, from: Sender): OutboxKind {
  return {
    perLane: PARALLEL,
    leaseSeconds: 30,
    ready: () => line?.isUp === true,
    async deliver({ payload }, signal) {
      const { transmission: id } = payload as { transmission: string };
      const message = await database.transaction((sql) => prepare(sql, id, from));
      if (message === null) return;
      await line!.publish(message, signal);
      const accepted = { state: 'accepted', step: null, code: null } as const;
      await database.transaction((sql) => advance(sql, id, accepted));
    },
  };
}
