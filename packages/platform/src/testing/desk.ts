import { addSlot, openAgenda, slotAt } from './agenda-fixtures.ts';
import { startTestPlatform, type TestAnswer, type TestPlatform } from './test-platform.ts';

/** The platform's clock as a desk opens. */
export const NOW = '2026-11-23T08:00:00+01:00';

/** A platform with one agenda in Le Havre that takes people beside its slots. */
export interface Desk {
  platform: TestPlatform;
  agenda: string;
  /** A free slot of the agenda, each an hour after the one before, from 9 h on. */
  readonly freeSlot: (more?: Record<string, unknown>) => Promise<string>;
}

/** Opens a desk at {@link NOW}; whoever opens it closes its platform. */
export async function startDesk(): Promise<Desk> {
  const platform = await startTestPlatform();
  await platform.setClock(NOW);
  const agenda = await openAgenda(platform, { overbooking: true });
  let hour = 9;
  const freeSlot: Desk['freeSlot'] = (more = {}) => {
    const start = `2026-11-23T${String(hour++).padStart(2, '0')}:00:00+01:00`;
    return addSlot(platform, agenda, slotAt(start, more));
  };
  return { platform, agenda, freeSlot };
}

/** What a refusal says in short. */
export const codeOf = ({ status, body }: Pick<TestAnswer, 'status' | 'body'>): [number, string] => [
  status,
  body.code as string,
];
