import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createConnector,
  MemoryRegulators,
  type Offer,
  type PractitionerQuery,
} from '@sas-kit/connector';
import { serveNode } from '@sas-kit/connector/node';
import { addDays, localInstant, startsBetween } from '../publishing/calendar.ts';
import { bookingPage } from './booking-page.ts';
import { Bookings, type VendorSlot } from './bookings.ts';
import type { DemonstrationVendor, Office } from './offices.ts';

/** A vendor that listens. */
export interface RunningVendor {
  id: string;
  name: string;
  /** Base of its FHIR interface: `http://127.0.0.1:9100/fhir`. */
  endpoint: string;
  offices: readonly Office[];
  booksInOneStep: boolean;
  close(): Promise<void>;
}

/** Days that a window of 72 h touches. */
const DAYS = 4;
const MINUTE = 60_000;

/**
 * Starts a vendor of the demonstration on a free port of this machine: the connector over its doctors'
 * hours, and the page that its slots lead to.
 */
export async function startVendor(vendor: DemonstrationVendor): Promise<RunningVendor> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bookings = new Bookings();
  const { handle } = createConnector({
    baseUrl: `${origin}/fhir`,
    regulators: new MemoryRegulators(),
    agenda: {
      slotsOf: (query) => offerOf(vendor, bookings, query, origin),
      ...(vendor.booksInOneStep && {
        book: (request) => bookings.book(request, slotOf(vendor, request.slot)),
        cancel: ({ appointment }) => bookings.cancel(appointment.identifier.value),
      }),
    },
  });
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname === '/rdv') return bookingPage(vendor, url.searchParams, response);
    const timer = setTimeout(() => {
      serveNode(handle, request, response).catch(() => response.destroy());
    }, vendor.delayMs);
    response.once('close', () => clearTimeout(timer));
  });
  const { id, name, offices, booksInOneStep } = vendor;
  return {
    ...{ id, name, offices, booksInOneStep, endpoint: `${origin}/fhir` },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function offerOf(
  { offices }: DemonstrationVendor,
  bookings: Bookings,
  { practitioners, from, to }: PractitionerQuery,
  origin: string,
): Offer {
  const asked = offices.filter(({ practitioner }) =>
    practitioners.includes(practitioner.nationalId),
  );
  return {
    practitioners: asked.map(({ practitioner }) => ({
      id: practitioner.nationalId,
      ...practitioner,
    })),
    places: asked.map(({ ref, location: { postcode, ...address } }) => ({
      ...{ id: ref, name: 'Cabinet de démonstration', postalCode: postcode },
      ...address,
    })),
    slots: asked.flatMap((office) =>
      slotsOf(office, from, to)
        .filter(({ id }) => bookings.isFree(id))
        .map(({ id, start, minutes, visibility }) => ({
          id,
          practitioner: office.practitioner.nationalId,
          place: office.ref,
          start,
          end: new Date(Date.parse(start) + minutes * MINUTE).toISOString(),
          visibility,
          modalities: ['AMB'],
          booking: 'ROUTINE',
          url: `${origin}/rdv?creneau=${office.ref}&debut=${encodeURIComponent(start)}`,
        })),
    ),
  };
}

/** A slot by its id, booked or not. */
function slotOf({ offices }: DemonstrationVendor, id: string): VendorSlot | undefined {
  const [, ref, start] = /^(.+)-(\d+)$/.exec(id) ?? [];
  const office = offices.find((each) => each.ref === ref);
  const at = new Date(Number(start));
  return office && slotsOf(office, at, at).find((slot) => slot.id === id);
}

/** A doctor's slots inside a window, by the clocks of Le Havre. */
function slotsOf({ ref, hours }: Office, from: Date, to: Date) {
  // Nobody works in the first hours of a day: it has the same date in Greenwich.
  const first = from.toISOString().slice(0, 10);
  const days = Array.from({ length: DAYS }, (_, day) => addDays(first, day));
  return days
    .flatMap((date) =>
      hours.flatMap((each) =>
        startsBetween(each.from, each.to, each.minutes).map((time) => ({
          ...each,
          start: localInstant(date, time),
        })),
      ),
    )
    .filter(({ start }) => Date.parse(start) >= from.getTime() && Date.parse(start) <= to.getTime())
    .map((slot) => ({ ...slot, id: `${ref}-${Date.parse(slot.start)}` }));
}
