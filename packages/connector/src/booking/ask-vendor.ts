import { DeadlineError } from '../deadline.ts';
import { refuse } from '../http/refusal.ts';
import type { Settings } from '../options.ts';

/** What the vendor says of a booking. @throws 503 where it is late or fails: that is no answer. */
export async function askVendor<Said>(
  { deadlineMs, onError }: Settings,
  ask: () => Promise<Said>,
): Promise<Said> {
  try {
    return await ask();
  } catch (error) {
    onError(error, 'booking');
    throw error instanceof DeadlineError ? refuse.slowAgenda(deadlineMs) : refuse.failedAgenda();
  }
}
