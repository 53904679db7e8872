/**
 * Reads a stream: `stream-reader.ts KIND ADDRESS`, with `--expose-gc`. Tells its parent what the
 * heap holds after the first and after the last 10,000 events, bytes, and the time between, ms.
 */
import { createSasClient, type SasClient } from '@sas-kit/client';
import { watchAvailability } from '@sas-kit/client/watch';

const EVENTS = 10_000;
const [kind, baseUrl] = process.argv.slice(2) as ['iterator' | 'watch', string];

function held(): number {
  gc?.();
  gc?.();
  return process.memoryUsage().heapUsed;
}

async function iterate({ availability }: SasClient, count: () => boolean): Promise<void> {
  for await (const _ of availability.stream({ insee: '76351' })) if (!count()) return;
}

function watch({ availability }: SasClient, count: () => boolean): Promise<void> {
  return new Promise((done) => {
    const watched = watchAvailability(availability, { insee: '76351' });
    watched.subscribe(() => {
      if (watched.getSnapshot().ended) done();
      else if (!count()) watched.close();
    });
  });
}

let events = 0;
let [heldBefore, heldAfter, started, ms] = [0, 0, 0, 0];
/** One more event; false after the last one. */
const count = (): boolean => {
  events += 1;
  if (events === EVENTS) {
    heldBefore = held();
    started = performance.now();
  }
  if (events < EVENTS * 2) return true;
  if (events === EVENTS * 2) {
    ms = performance.now() - started;
    heldAfter = held();
  }
  return false;
};

await (kind === 'watch' ? watch : iterate)(createSasClient({ baseUrl, key: 'pk_bench' }), count);
process.send?.({ heldBefore, heldAfter, ms });
