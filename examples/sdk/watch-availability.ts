/** Keeps the free slots around a place up to date, as others book them, until Ctrl+C. */
import { once } from 'node:events';
import { createSasClient } from '@sas-kit/client';
import { watchAvailability } from '@sas-kit/client/watch';
import { baseUrl, publicKey } from './settings.ts';

const client = createSasClient({ baseUrl, key: publicKey() });
const watch = watchAvailability(client.availability, { insee: '76351', specialty: 'SM54' });

/** Free slots of each card at the last look. */
let before = new Map<string, number>();

function look(): void {
  const { state, error, cards, ended } = watch.getSnapshot();
  // Whoever reads a list that is not live is told so: what it shows may be gone.
  if (state === 'stale') console.log(`not up to date: ${error?.code ?? 'the connection is lost'}`);
  if (ended) process.exit(1);
  if (state !== 'live') return;
  const now = new Map(cards.map(({ id, slots, moreSlots }) => [id, slots.length + moreSlots]));
  if (before.size === 0) console.log(`live: ${cards.length} practices`);
  for (const { id, practitioner, structure } of cards) {
    const [was, is] = [before.get(id), now.get(id)];
    if (was === undefined || was === is) continue;
    const who = practitioner ? `Dr ${practitioner.family}` : structure?.name;
    console.log(`${who}: ${was} → ${is} free slots`);
  }
  before = now;
}

const stop = watch.subscribe(look);
await once(process, 'SIGINT');
stop();
watch.close();
console.log('closed');
