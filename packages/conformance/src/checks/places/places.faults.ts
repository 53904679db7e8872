import type { Faulty } from '../../testing/faulty.ts';
import { bundles, leaveOut, of } from '../../testing/spoil-answers.ts';

const role = (b: any) => of(b, 'PractitionerRole')[0];
const person = (b: any) => of(b, 'Practitioner')[0];

/** Another resource of a type in the Bundle. */
function another(b: any, type: string): void {
  const resource = { ...structuredClone(of(b, type)[0]), id: 'another' };
  b.entry.push({ fullUrl: `https://agenda.example/fhir/${type}/another`, resource });
}

/** Answers as if nothing were found. */
function nothing(b: any): void {
  delete b.entry;
  b.total = 0;
}

/** Faults of the checks that the PS and CPTS flows share. */
const onePlace = (group: string): Faulty[] => [
  { check: `${group}/found`, name: 'nothing is found', ...bundles(nothing) },
  {
    check: `${group}/cardinalities`,
    name: 'two schedules for one place',
    ...bundles((b) => another(b, 'Schedule')),
  },
  {
    check: `${group}/cardinalities`,
    name: 'the place is not contained',
    ...bundles((b) => delete role(b).contained),
  },
  {
    check: `${group}/identifier`,
    name: 'the vendor’s own identifier comes first',
    ...bundles((b) =>
      person(b).identifier.unshift({ system: 'https://agenda.example', value: '7' }),
    ),
  },
  {
    check: `${group}/identifier`,
    name: 'no prefix',
    ...bundles((b) => (person(b).identifier[0].value = person(b).identifier[0].value.slice(1))),
  },
  {
    check: `${group}/name`,
    name: 'no family name',
    ...bundles((b) => delete person(b).name[0].family),
  },
  {
    check: `${group}/name`,
    name: 'no given name',
    ...bundles((b) => (person(b).name[0].given = [''])),
  },
  {
    check: `${group}/phone`,
    name: 'the telephone is on the Practitioner',
    ...bundles((b) => {
      person(b).telecom = role(b).telecom;
      delete role(b).telecom;
    }),
  },
  {
    check: `${group}/phone`,
    name: 'no telephone, and none was promised',
    status: 'warning',
    ...bundles((b) => delete role(b).telecom),
    config: ({ practitioners, cpts, ...rest }) => ({
      ...rest,
      practitioners: { ...practitioners, onePlace: { id: '810999001000' } },
      cpts: { ...cpts, one: { id: '810999001059' } },
    }),
  },
  {
    check: `${group}/structure`,
    name: 'no structure',
    ...bundles((b) => delete role(b).organization),
  },
  {
    check: `${group}/structure`,
    name: 'FINESS without prefix',
    ...bundles((b) => (role(b).organization.identifier.value = '760009001')),
  },
  {
    check: `${group}/slot-types`,
    name: 'a type is lost',
    ...bundles((b) => {
      for (const slot of of(b, 'Slot')) slot.meta.security = slot.meta.security.slice(0, 1);
    }),
  },
  {
    check: `${group}/slot-types`,
    name: 'a type too much',
    ...bundles((b) => of(b, 'Slot')[0].meta.security.push({ code: 'SNP' })),
  },
  {
    check: `${group}/consultation-types`,
    name: 'only the first is sent',
    ...bundles((b) => {
      for (const slot of of(b, 'Slot')) {
        slot.serviceType = slot.serviceType.filter((type: any) => type.coding?.[0]?.code !== 'VR');
      }
    }),
  },
  {
    check: `${group}/specialties`,
    name: 'none is sent',
    ...bundles((b) => of(b, 'Slot').forEach((slot) => delete slot.specialty)),
  },
];

const selfLink = (group: string): Faulty[] => [
  {
    check: `${group}/self-link`,
    name: 'a parameter is added',
    ...bundles((b) => (b.link[0].url += '&_count=1000')),
  },
  {
    check: `${group}/self-link`,
    name: 'the includes are lost',
    ...bundles((b) => (b.link[0].url = b.link[0].url.replace(/_(?:rev)?include[^&]*&/, ''))),
  },
];

const twoPlaces = (group: string): Faulty[] => [
  {
    check: `${group}/found`,
    name: 'nothing is found',
    ...bundles(nothing),
  },
  {
    check: `${group}/cardinalities`,
    name: 'one practitioner for each place',
    ...bundles((b) => another(b, 'Practitioner')),
  },
  {
    check: `${group}/cardinalities`,
    name: 'only the first place is sent',
    ...bundles((b) => {
      const [first] = of(b, 'Schedule');
      leaveOut(b, (each) => each.resourceType === 'Schedule' && each !== first);
    }),
  },
  {
    check: `${group}/locations`,
    name: 'both roles contain the first place',
    ...bundles((b) => {
      const roles = of(b, 'PractitionerRole');
      if (roles.length === 2) roles[1].contained[0].address = roles[0].contained[0].address;
    }),
  },
  {
    check: `${group}/slots-at-each`,
    name: 'all slots are at the first place',
    ...bundles((b) => {
      const [{ schedule }] = of(b, 'Slot');
      for (const slot of of(b, 'Slot')) slot.schedule = schedule;
    }),
  },
];

const secondIdentifier = (url: string): string =>
  url.replace(/(identifier=[^&,]*)(?:,|%2C)[^&]*/, '$1');

const together = (group: string): Faulty[] => [
  { check: `${group}/found`, name: 'nothing is found for two', ...bundles(nothing) },
  {
    check: `${group}/cardinalities`,
    name: 'only the first identifier is read',
    request: (request) => new Request(secondIdentifier(request.url), request),
  },
  {
    check: `${group}/identifiers`,
    name: 'only the first identifier is read',
    request: (request) => new Request(secondIdentifier(request.url), request),
  },
  {
    check: `${group}/union-of-each`,
    name: 'the slots of the second are those of the first',
    ...bundles((b) => {
      const people = of(b, 'Practitioner');
      if (people.length < 2) return;
      for (const schedule of of(b, 'Schedule')) {
        schedule.actor[0].reference = `Practitioner/${people[0].id}`;
      }
    }),
  },
  {
    check: `${group}/union-of-each`,
    name: 'slots are lost when two are asked for',
    ...bundles((b) => {
      if (of(b, 'Practitioner').length > 1) b.entry.shift();
    }),
  },
];

export const PLACE_FAULTS: readonly Faulty[] = [
  ...onePlace('one-place'),
  ...onePlace('cpts-one'),
  ...selfLink('one-place'),
  ...selfLink('cpts-one'),
  ...selfLink('sos-one'),
  {
    check: 'one-place/self-link',
    name: 'a bare + in the link',
    ...bundles((b) => (b.link[0].url = b.link[0].url.replace('%2B', '+'))),
  },
  ...twoPlaces('two-places'),
  ...twoPlaces('cpts-several'),
  ...together('together'),
  ...together('cpts-together'),
];
