/** A platform that tells a page of 20 cards and then slot after slot, as fast as they are taken. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const CARDS = 20;
const location = { id: 'l', line: '12 rue des Galets', postcode: '76600', city: 'Le Havre' };
const frame = { seed: 'ab12', radiusKm: 10, enlargedFromKm: null, nextAvailable: null, next: null };

const text = (event: string, data: object) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
const slotOf = (id: string) => ({
  id,
  start: '2026-11-23T09:20:00+01:00',
  end: '2026-11-23T09:40:00+01:00',
  modalities: ['AMB'],
  visibility: ['PUBLIC'],
  booking: 'ROUTINE',
  communities: [],
  capacity: 1,
  remaining: 1,
  reasons: [],
  bookingUrl: null,
});

/** The slot that the change before brought goes, another comes. */
function change(number: number): string {
  const card = `card-${number % CARDS}`;
  const data = { card, rank: card, state: 'free', moreSlots: 0 };
  const removed = [`slot-${number - CARDS}`];
  return text('slot', { ...data, slots: [slotOf(`slot-${number}`)], removed });
}

const server = createServer((_request, response) => {
  void (async () => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let number = 0; number < CARDS; number += 1) {
      const id = `card-${number}`;
      const card = { id, state: 'free', location, distanceKm: 1, slots: [], moreSlots: 0 };
      response.write(text('card', { id, rank: id, card }));
    }
    response.write(text('done', frame));
    for (let number = 0; !response.closed; number += 1) {
      // Of a reader that is gone nobody waits for the end.
      if (!response.write(change(number)))
        await new Promise((done) => response.once('drain', done));
    }
  })();
});
server.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on('disconnect', () => process.exit());
