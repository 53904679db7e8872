import {
  createSasClient,
  type AvailabilityEvent,
  type AvailabilityFrame,
  type Card,
  type LiveAvailabilityResource,
  type PublicCard,
  type SourceChange,
} from '@sas-kit/client';
import { asOf, windowEnd, zone } from './fixtures.ts';

/** A stream that the test tells what to say: the client's own, over an answer in memory. */
export interface LiveSearch {
  readonly stream: LiveAvailabilityResource['stream'];
  /** Sends events on the open connection, or on the next one. */
  tell(...events: AvailabilityEvent[]): void;
  /** Ends the connection. */
  hangUp(): void;
  /** Connections that were made. */
  readonly opened: number;
}

const text = ({ event, data }: AvailabilityEvent): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** @param first - what each connection tells at once */
export function liveSearch(...first: AvailabilityEvent[]): LiveSearch {
  const encoder = new TextEncoder();
  let line: ReadableStreamDefaultController<Uint8Array> | undefined;
  let opened = 0;
  const tell = (...events: AvailabilityEvent[]) =>
    line?.enqueue(encoder.encode(events.map(text).join('')));
  const fetch = async (): Promise<Response> => {
    opened += 1;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        line = controller;
        if (first.length > 0) tell(...first);
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  const { availability } = createSasClient({
    baseUrl: 'https://platform.example',
    token: 'regulator',
    fetch,
  });
  return {
    stream: (query, options) => availability.stream(query, options),
    tell,
    hangUp: () => line?.close(),
    get opened() {
      return opened;
    },
  };
}

/** A card as a professional gets it, its slots the platform's or an editor's. */
export function professional(card: PublicCard, editor: string | null = null): Card {
  const source = { kind: editor === null ? 'platform' : 'editor', editor } as const;
  return {
    ...card,
    slots: card.slots.map((slot) => ({ ...slot, source })),
    participates: true,
    overbooking: false,
    practice: null,
  };
}

/** A card that comes or changes; `rank` is its place. */
export const cardAt = (rank: string, card: Card): AvailabilityEvent => ({
  event: 'card',
  data: { id: card.id, rank, card },
});

/** A card that goes. */
export const gone = ({ id }: Card): AvailabilityEvent => ({
  event: 'card',
  data: { id, rank: null, card: null },
});

/** How an editor stands. */
export const source = (
  editor: string,
  state: SourceChange['state'],
  slots = 0,
): AvailabilityEvent => ({
  event: 'source',
  data: { editor, name: `Agenda ${editor}`, state, ms: state === 'timeout' ? 7000 : 412, slots },
});

/** Everything is told. */
export const done = (change: Partial<AvailabilityFrame> = {}): AvailabilityEvent => ({
  event: 'done',
  data: {
    nextAvailable: null,
    radiusKm: 10,
    enlargedFromKm: null,
    seed: 'a1b2',
    asOf,
    from: asOf,
    to: windowEnd,
    place: {
      label: 'Le Havre',
      insee: '76351',
      lat: 49.49,
      lon: 0.11,
      approximate: false,
      timeZone: zone,
    },
    next: null,
    ...change,
  },
});
