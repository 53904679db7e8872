import type { Authenticate, Presented } from './authenticate.ts';
import type { Caller } from './caller.ts';

/** What decides on what a caller sees. */
function viewOf({ identity, only, session }: Caller): string {
  return JSON.stringify([identity, only, session?.termsAccepted]);
}

/** Whether who opened a stream may go on reading it: its credentials hold, and its rights are the same. */
export async function stillMay(
  authenticate: Authenticate,
  { presented, caller }: { presented: Presented; caller: Caller },
): Promise<boolean> {
  try {
    const now = await authenticate({ ...presented, passive: true });
    return viewOf(now) === viewOf(caller);
  } catch {
    return false;
  }
}
