/**
 * Acceptance 8: the search of the platform at a connector, 25 practitioners over the nights in which
 * the clock changes. `npm run bench connector` prints its p99.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { type AgendaSource, createConnector, type OfferedSlot } from '@sas-kit/connector';
import { nodeListener } from '@sas-kit/connector/node';
import { fictiveProfessional } from '../../demonstration/publishing/national-id.ts';

const PRACTITIONERS = 25;
const ids = Array.from({ length: PRACTITIONERS }, (_, index) => fictiveProfessional(index + 1));
const TWENTY_MINUTES = 1_200_000;

/** A night: the window of a search, and starts in it as people in Le Havre read them. */
interface Night {
  readonly from: string;
  readonly to: string;
  readonly starts: readonly string[];
}

const NIGHTS: Record<string, Night> = {
  '29 March 2026, whose hour from 02:00 does not exist': {
    from: '2026-03-28T23:00:00+01:00',
    to: '2026-03-30T01:00:00+02:00',
    starts: [
      '2026-03-28T23:00:00+01:00',
      '2026-03-29T01:40:00+01:00',
      '2026-03-29T03:00:00+02:00',
      '2026-03-29T09:00:00+02:00',
      '2026-03-30T01:00:00+02:00',
    ],
  },
  '25 October 2026, whose hour from 02:00 comes twice': {
    from: '2026-10-24T23:00:00+02:00',
    to: '2026-10-26T01:00:00+01:00',
    starts: [
      '2026-10-24T23:00:00+02:00',
      '2026-10-25T02:40:00+02:00',
      '2026-10-25T02:00:00+01:00',
      '2026-10-25T02:40:00+01:00',
      '2026-10-26T01:00:00+01:00',
    ],
  },
};

/** An agenda of these starts for every practitioner, with one before and one after the window. */
function agendaOf({ from, to, starts }: Night): AgendaSource {
  const outside = [Date.parse(from) - TWENTY_MINUTES, Date.parse(to) + TWENTY_MINUTES];
  const all = [...starts, ...outside.map((instant) => new Date(instant).toISOString())];
  const slots = (practitioner: string): OfferedSlot[] =>
    all.map((start, index) => ({
      id: `${practitioner}-${index}`,
      practitioner,
      place: 'cabinet',
      start,
      end: new Date(Date.parse(start) + TWENTY_MINUTES).toISOString(),
      visibility: ['PUBLIC'],
      modalities: ['AMB'],
      booking: 'ROUTINE',
      reasons: ['Consultation non programmée'],
      url: 'https://agenda.example/rdv',
    }));
  return {
    slotsOf: ({ practitioners }) => ({
      practitioners: practitioners.map((nationalId) => ({
        id: nationalId,
        nationalId,
        family: 'FICTIF',
        given: 'Camille',
        specialties: ['SM54'],
      })),
      places: [
        {
          id: 'cabinet',
          name: 'Cabinet de démonstration',
          structure: { finess: '760009001' },
          line: '12 rue des Galets',
          postalCode: '76600',
          city: 'Le Havre',
          phone: '02 61 91 10 20',
        },
      ],
      slots: practitioners.flatMap(slots),
    }),
  };
}

/** A connector that listens; answers the address of its interface. */
async function listen(t: TestContext, night: Night): Promise<string> {
  const { handle } = createConnector({
    agenda: agendaOf(night),
    baseUrl: 'https://agenda.example/fhir',
    clock: () => new Date(night.from),
  });
  const server = createServer(nodeListener(handle));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
}

const SYSTEM = 'urn:oid:1.2.250.1.71.4.2.1|';
const utc = (instant: string) => new Date(instant).toISOString();

/** How a search may be written: what stands between the identifiers, and the form of an instant. */
const WRITINGS: Record<string, [between: string, instant: (text: string) => string]> = {
  'as the guide writes it': [',', encodeURIComponent],
  'with a space after each comma, as in the example of the guide': ['%2C%20', encodeURIComponent],
  'with blanks around, one of them a plus': ['+,%20%20', encodeURIComponent],
  'in UTC': [',', (text) => utc(text)],
  'with milliseconds, as the official kit': [
    ', ',
    (text) => encodeURIComponent(utc(text).replace('Z', '+00:00')),
  ],
  'with a plus that is not encoded': [',', (text) => text],
};

for (const [name, night] of Object.entries(NIGHTS)) {
  test(name, async (t) => {
    const base = await listen(t, night);
    const wanted = night.starts.map((start) => Date.parse(start));

    for (const [writing, [between, instant]] of Object.entries(WRITINGS)) {
      await t.test(writing, async () => {
        const answer = await fetch(
          `${base}/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&status=free` +
            `&schedule.actor:Practitioner.identifier=${ids.map((id) => encodeURIComponent(SYSTEM + id)).join(between)}` +
            `&start=ge${instant(night.from)}&start=le${instant(night.to)}`,
        );
        assert.equal(answer.status, 200);
        const resources = (await answer.json()).entry.map((each: any) => each.resource);
        const ofType = (type: string): any[] =>
          resources.filter((each: any) => each.resourceType === type);
        const found = ofType('Slot');
        assert.equal(ofType('Practitioner').length, PRACTITIONERS);
        const starts = found.map(({ start }) => Date.parse(start)).sort();
        assert.deepEqual(starts, wanted.flatMap((start) => ids.map(() => start)).sort());
        for (const { start, end } of found) {
          assert.equal(Date.parse(end) - Date.parse(start), TWENTY_MINUTES);
          assert.ok(
            night.starts.includes(start.replace('.000', '')),
            `${start} as read in Le Havre`,
          );
        }
      });
    }
  });
}
