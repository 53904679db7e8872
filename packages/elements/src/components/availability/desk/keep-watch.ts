import type { AvailabilityQuery, AvailabilityResource } from '@sas-kit/client/availability';
import { watchAvailability, type AvailabilitySnapshot } from '@sas-kit/client/watch';
import { Batch } from './batch.ts';

type Watched = Parameters<typeof watchAvailability>[0];

/** Events that come together are shown together, ms after the first of them. */
const together = 30;

/**
 * Tells of a list as it is kept up to date, until the signal ends it. Answers once the list was whole.
 *
 * @param told - takes up what is known now
 * @throws SasError when the first connection fails; what the signal gives, once it ends the list
 */
export function keepWatch(
  availability: AvailabilityResource,
  query: AvailabilityQuery,
  signal: AbortSignal,
  told: (snapshot: AvailabilitySnapshot) => void,
): Promise<void> {
  const watch = watchAvailability(availability as unknown as Watched, query, { signal });
  return new Promise((resolve, reject) => {
    const batch = new Batch(together, () => {
      if (signal.aborted) return;
      const snapshot = watch.getSnapshot();
      const { cards, sources, frame, error } = snapshot;
      if (cards.length > 0 || sources.length > 0 || frame) {
        told(snapshot);
        if (frame) resolve();
      } else if (error) {
        watch.close();
        reject(error);
      }
    });
    signal.addEventListener('abort', () => {
      batch.cancel();
      reject(signal.reason as Error);
    });
    watch.subscribe(() => batch.add());
  });
}
