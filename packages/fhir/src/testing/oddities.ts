import type { Flow } from '../guide.ts';
import { copy } from './mutate.ts';

/** The resources of one type of a Bundle. */
export const of = (bundle: any, type: string): any[] =>
  bundle.entry
    .map((entry: any) => entry.resource)
    .filter((each: any) => each.resourceType === type);

/** Something a vendor may send, that must be read as if it were right. */
export type Oddity = [name: string, flow: Flow, change: (bundle: any) => void, rule: string | null];

/**
 * What vendors send and readers take. The last value is the rule that speaks; `line` and `structure` name
 * what the agenda then says otherwise.
 */
export const TOLERATED: readonly Oddity[] = [
  ['a second profile', 'ps', (b) => of(b, 'Slot')[0].meta.profile.push('http://x.example/P'), null],
  [
    'a profile with a version',
    'ps',
    (b) => (of(b, 'Slot')[0].meta.profile = ['http://x|1.1.0']),
    null,
  ],
  ['no profile', 'ps', (b) => of(b, 'Practitioner').forEach((each) => delete each.meta), null],
  [
    'absolute references',
    'ps',
    (b) => {
      const base = 'https://agenda.example/fhir/';
      for (const slot of of(b, 'Slot')) slot.schedule.reference = base + slot.schedule.reference;
      for (const schedule of of(b, 'Schedule')) {
        for (const actor of schedule.actor) actor.reference = base + actor.reference;
      }
    },
    null,
  ],
  [
    'references to a version',
    'ps',
    (b) => of(b, 'Slot').forEach((slot) => (slot.schedule.reference += '/_history/3')),
    null,
  ],
  [
    'urn:uuid full URLs',
    'ps',
    (b) => {
      const uuid = 'urn:uuid:1ef1c748-01a3-6180-b098-73283ce4e5b1';
      const entry = b.entry.find((each: any) => each.resource.resourceType === 'Schedule');
      const old = `Schedule/${entry.resource.id}`;
      entry.fullUrl = uuid;
      for (const slot of of(b, 'Slot')) {
        if (slot.schedule.reference === old) slot.schedule.reference = uuid;
      }
    },
    null,
  ],
  [
    'no fullUrl, no search, no total',
    'ps',
    (b) => {
      delete b.total;
      for (const entry of b.entry) {
        delete entry.fullUrl;
        delete entry.search;
      }
    },
    null,
  ],
  [
    'unprefixed RPPS',
    'ps',
    (b) => (of(b, 'Practitioner')[0].identifier[0].value = '10999001000'),
    'read-identifier-prefix',
  ],
  [
    'RPPS with spaces',
    'ps',
    (b) => (of(b, 'Practitioner')[0].identifier[0].value = '8 10999001000'),
    'read-identifier-prefix',
  ],
  [
    'an OID without urn:oid:',
    'ps',
    (b) => (of(b, 'Practitioner')[0].identifier[0].system = '1.2.250.1.71.4.2.1'),
    null,
  ],
  [
    'another identifier system',
    'ps',
    (b) => (of(b, 'Practitioner')[0].identifier[0].system = 'http://x.example'),
    'read-identifier-system',
  ],
  [
    'the vendor identifier first',
    'ps',
    (b) => of(b, 'Practitioner')[0].identifier.unshift({ system: 'http://x.example', value: '42' }),
    null,
  ],
  ['no identifier type', 'ps', (b) => delete of(b, 'Practitioner')[0].identifier[0].type, null],
  [
    'an unprefixed FINESS',
    'ps',
    (b) => (of(b, 'PractitionerRole')[0].organization.identifier.value = '760009001'),
    'read-identifier-prefix',
  ],
  [
    'a structure identifier alone',
    'ps',
    (b) => (of(b, 'PractitionerRole')[0].organization.identifier = { value: '1760009001' }),
    null,
  ],
  [
    'a national telephone',
    'ps',
    (b) => (of(b, 'PractitionerRole')[0].telecom[0].value = '02 61 91 10 20'),
    'read-phone',
  ],
  [
    'a telephone without system',
    'ps',
    (b) => delete of(b, 'PractitionerRole')[0].telecom[0].system,
    null,
  ],
  ['Z', 'ps', (b) => (of(b, 'Slot')[0].start = '2026-11-23T08:20:00.000Z'), 'read-time-form'],
  [
    'no milliseconds',
    'ps',
    (b) => (of(b, 'Slot')[0].start = '2026-11-23T09:20:00+01:00'),
    'read-time-form',
  ],
  [
    'no offset',
    'ps',
    (b) => (of(b, 'Slot')[0].start = '2026-11-23T09:20:00.000'),
    'read-time-form',
  ],
  [
    'another offset',
    'ps',
    (b) => (of(b, 'Slot')[0].start = '2026-11-23T10:20:00.000+02:00'),
    'read-time-offset',
  ],
  ['lower case codes', 'ps', (b) => (of(b, 'Slot')[0].meta.security[0].code = 'public'), null],
  [
    'a slot type without system',
    'ps',
    (b) => delete of(b, 'Slot')[0].meta.security[0].system,
    'read-code-system',
  ],
  [
    'a slot type nobody knows',
    'ps',
    (b) => of(b, 'Slot')[0].meta.security.push({ code: 'private' }),
    'read-slot-type',
  ],
  [
    'a label of confidentiality',
    'ps',
    (b) =>
      of(b, 'Slot')[0].meta.security.push({
        system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
        code: 'N',
      }),
    null,
  ],
  [
    'all codings in one service type',
    'ps',
    (b) => {
      const [slot] = of(b, 'Slot');
      const coding = slot.serviceType.slice(0, 2).flatMap((each: any) => each.coding);
      slot.serviceType.splice(0, 3, { coding, text: slot.serviceType[2].text });
    },
    null,
  ],
  [
    'an object where a list is due',
    'ps',
    (b) => {
      const [slot] = of(b, 'Slot').slice(1);
      slot.serviceType = slot.serviceType[0];
      slot.specialty = slot.specialty[0];
    },
    null,
  ],
  [
    'a consultation type of another system',
    'ps',
    (b) => (of(b, 'Slot')[0].serviceType[0].coding[0].system = 'http://x.example'),
    'read-code-system',
  ],
  [
    'an unknown consultation type',
    'ps',
    (b) => of(b, 'Slot')[0].serviceType.push({ coding: [{ code: 'EMER' }] }),
    'read-service-type',
  ],
  [
    'an escaped booking address',
    'ps',
    (b) => (of(b, 'Slot')[0].comment = of(b, 'Slot')[0].comment.replace('&', '&amp;')),
    null,
  ],
  [
    'a Location beside its role',
    'ps',
    (b) => {
      const [role] = of(b, 'PractitionerRole');
      const [location] = role.contained;
      delete role.contained;
      role.location[0].reference = `Location/${location.id}`;
      b.entry.push({
        fullUrl: `https://agenda.example/fhir/Location/${location.id}`,
        resource: location,
      });
    },
    null,
  ],
  [
    'a schedule that names no role',
    'ps',
    (b) =>
      of(b, 'Schedule')
        .filter((each) => each.id.startsWith('pr-3'))
        .forEach((each) => each.actor.pop()),
    null,
  ],
  [
    'a schedule that names no practitioner',
    'ps',
    (b) => of(b, 'Schedule').forEach((each) => each.actor.shift()),
    null,
  ],
  [
    'two lines of address',
    'ps',
    (b) => (of(b, 'PractitionerRole')[1].contained[0].address.line = ['3 place du', 'Marché']),
    'line',
  ],
  [
    'a postal code with a space',
    'ps',
    (b) => (of(b, 'PractitionerRole')[0].contained[0].address.postalCode = '76 600'),
    'read-postal-code',
  ],
  [
    '604 in the other spellings of its system',
    'cpts',
    (b) => {
      for (const slot of of(b, 'Slot')) {
        for (const type of slot.serviceType ?? []) {
          if (type.extension)
            type.coding[0].system = 'https://mos.esante.gouv.fr/NOS/TRE_R66-CategorieEtablissement';
        }
      }
    },
    'read-code-system',
  ],
  [
    'an Organization typed as in guide 1.2',
    'cpts',
    (b) =>
      (of(b, 'Organization')[0].identifier[0].type.coding[0].system =
        'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203'),
    null,
  ],
  [
    'a site with a national identifier too',
    'sos',
    (b) =>
      of(b, 'Location')[0].identifier.unshift({
        type: { coding: [{ code: 'IDNST' }] },
        system: 'urn:oid:1.2.250.1.71.4.2.2',
        value: '1760009001',
      }),
    'structure',
  ],
  [
    'Slots as match',
    'sos',
    (b) => b.entry.forEach((entry: any) => (entry.search.mode = 'match')),
    null,
  ],
  [
    'an OperationOutcome among the entries',
    'ps',
    (b) =>
      b.entry.push({
        search: { mode: 'outcome' },
        resource: {
          resourceType: 'OperationOutcome',
          issue: [{ severity: 'warning', code: 'incomplete', diagnostics: 'partial' }],
        },
      }),
    'read-outcome',
  ],
  ['a resource twice', 'ps', (b) => b.entry.push(copy(b.entry[0])), 'read-repeated'],
  [
    'entries that are nothing',
    'ps',
    (b) => b.entry.push(null, 'x', {}, { resource: 'x' }, { resource: {} }),
    'read-entry',
  ],
];
