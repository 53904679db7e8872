import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createConnector, MemoryRegulators } from '@sas-kit/connector';
import { serveNode } from '@sas-kit/connector/node';
import { compressing } from './compress.ts';
import { conductOf, type ConductOptions, type Fault } from './conduct.ts';
import { misbehave } from './misbehave.ts';
import { indexOf, practitionerOf, vendorOf, type WorldOptions } from './practitioners.ts';
import { freeSlots, type SlotOptions } from './slots.ts';

/** Everything that one simulated vendor is made of. */
export interface VendorOptions extends WorldOptions, SlotOptions, ConductOptions {
  /** Which of the vendors, from 0. */
  readonly vendor: number;
  /** 0 picks a free one. */
  readonly port: number;
  /** From now on every request ends so; null leaves it to chance. */
  readonly always?: Fault | null;
}

/** A vendor that listens. */
export interface RunningVendor {
  readonly name: string;
  /** `http://127.0.0.1:9100/fhir` */
  readonly base: string;
  /** Requests that came so far, account changes included. */
  readonly requests: number;
  /** From now on every request ends so; null: as chance has it again. */
  misbehave(fault: Fault | null): void;
  close(): Promise<void>;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** The connector over one vendor's share of the world. */
function connectorOf(options: VendorOptions, origin: string) {
  return createConnector({
    baseUrl: `${origin}/fhir`,
    regulators: new MemoryRegulators(),
    agenda: {
      slotsOf({ practitioners, from, to }) {
        const own = practitioners
          .map((id) => indexOf(id.slice(1)))
          .filter((index) => index !== null)
          .filter((index) => index < options.practitioners)
          .filter((index) => vendorOf(index, options) === options.vendor)
          .map((index) => practitionerOf(index, options));
        return {
          practitioners: own.map(({ practitioner }) => practitioner),
          places: own.map(({ place }) => place),
          slots: own.flatMap((each) => freeSlots(each, { from, to }, options, origin)),
        };
      },
    },
  });
}

/** Starts one vendor of the world: its connector, behind its delays and faults. */
export async function startVendor(options: VendorOptions): Promise<RunningVendor> {
  const server = createServer();
  const origin = `http://127.0.0.1:${await listen(server, options.port)}`;
  const handle = compressing(connectorOf(options, origin).handle);
  let requests = 0;
  let always = options.always ?? null;
  server.on('request', (request, response) => {
    const { delayMs, fault: drawn } = conductOf(options.vendor, requests, options);
    requests += 1;
    const fault = always ?? drawn;
    const answer = (): void => {
      if (fault !== null) return misbehave(fault, request, response);
      serveNode(handle, request, response).catch(() => response.destroy());
    };
    if (delayMs === 0) return answer();
    const timer = setTimeout(answer, delayMs);
    response.once('close', () => clearTimeout(timer));
  });
  return {
    name: `Éditeur de démonstration ${options.vendor + 1}`,
    base: `${origin}/fhir`,
    get requests() {
      return requests;
    },
    misbehave(fault) {
      always = fault;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
