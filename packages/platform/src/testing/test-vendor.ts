import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AgendaSource,
  createConnector,
  MemoryRegulators,
  type OfferedSlot,
} from '@sas-kit/connector';
import { serveNode } from '@sas-kit/connector/node';
import type { Place } from '@sas-kit/fhir';
import type { TestPlatform } from './test-platform.ts';

/** Where the fictional practitioners of a test vendor practise, unless a slot says otherwise. */
const GALETS: Place = {
  ...{ id: 'galets', line: '12 rue des Galets', postalCode: '76600', city: 'Le Havre' },
  ...{ lat: 49.4938, lon: 0.1077 },
};

/** A free slot of a test vendor. */
export interface TestVendorSlot extends Partial<OfferedSlot> {
  /** National id. */
  of: string;
  start: string;
}

/** A vendor on a socket of its own: the connector, behind what a test does to it. */
export interface TestVendor {
  readonly id: string;
  /** What it has to offer. */
  slots: TestVendorSlot[];
  /** Places that its slots name besides the one that they have by default. */
  places: Place[];
  /** How it answers: in order, not before `release`, or with 503. */
  mood: 'well' | 'held' | 'down';
  /** National ids of each question that came. */
  readonly asked: string[][];
  /** Questions that are open, given up ones not among them. */
  readonly open: number;
  /** Connections that are open. */
  connections(): Promise<number>;
  /** Waits until so many questions are open. */
  opened(count: number): Promise<void>;
  /** Answers those that were held, and from now on. */
  release(): void;
  /** Ends its connections, whatever was on its way. */
  drop(): void;
  close(): Promise<void>;
}

/** Starts a vendor, and connects it for whom it serves. @param more of what its agenda answers. */
export async function startTestVendor(
  platform: TestPlatform,
  id: string,
  serves: readonly string[],
  more: Partial<AgendaSource> = {},
): Promise<TestVendor> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  const held = new Set<() => void>();
  const open = new Set<ServerResponse>();
  let noticed: () => void = () => undefined;
  const asked: string[][] = [];
  const { handle } = createConnector({
    baseUrl: base,
    regulators: new MemoryRegulators(),
    agenda: {
      ...more,
      slotsOf({ practitioners }) {
        const ids = practitioners.map((each) => each.slice(-12));
        return {
          practitioners: ids.map((nationalId) => ({
            ...{ id: nationalId, nationalId, family: 'Fictif', given: 'Camille' },
            publicDisplay: true,
            specialties: ['SM54'],
          })),
          places: [GALETS, ...vendor.places],
          slots: vendor.slots
            .filter(({ of }) => ids.includes(of))
            .map(({ of, start, ...more }) => ({
              ...{ id: `s-${of}-${Date.parse(start)}`, practitioner: of, place: GALETS.id, start },
              end: new Date(Date.parse(start) + 900_000).toISOString(),
              ...{ visibility: ['PRO'], modalities: ['AMB'], booking: 'ROUTINE' },
              ...{ url: 'https://rdv.example/dr?x=1#jour' },
              ...more,
            })),
        };
      },
    },
  });
  const vendor: TestVendor = {
    id,
    slots: [],
    places: [],
    mood: 'well',
    asked,
    get open() {
      return open.size;
    },
    connections: () =>
      new Promise((resolve, reject) => {
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
      }),
    async opened(count) {
      while (open.size < count) await new Promise<void>((resolve) => (noticed = resolve));
    },
    release() {
      vendor.mood = 'well';
      for (const answer of held) answer();
      held.clear();
    },
    drop() {
      server.closeAllConnections();
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  server.on('request', (request, response) => {
    const query = new URL(request.url ?? '/', base).searchParams;
    const ids = query.get('schedule.actor:Practitioner.identifier') ?? '';
    asked.push(ids.split(',').map((each) => each.slice(-12)));
    open.add(response);
    noticed();
    response.once('close', () => open.delete(response));
    const answer = () => void serveNode(handle, request, response);
    if (vendor.mood === 'well') answer();
    else if (vendor.mood === 'down') response.writeHead(503).end();
    else held.add(answer);
  });
  await platform.database.query(
    'insert into editor (id, name, endpoint, books_in_one_step) values ($1, $4, $2, $3)',
    [id, base, more.book !== undefined, `Agenda ${id}`],
  );
  await platform.database.query(
    `insert into editor_serves (editor_id, kind, national_id)
     select $1, 'practitioner', unnest($2::text[])`,
    [id, serves],
  );
  return vendor;
}
