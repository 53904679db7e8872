import type { LintFlow } from '../lint/rule.ts';
import type { LintOptions } from '../lint/subject.ts';
import { copy } from './mutate.ts';
import { of } from './oddities.ts';

/** A fault put into what our writers wrote, and the rule that must see it. */
export interface Mutation {
  readonly rule: string;
  readonly flow: LintFlow;
  readonly name: string;
  readonly change: (resource: any) => void;
  readonly options?: LintOptions;
}

type Change = (bundle: any) => void;

const at =
  (flow: LintFlow) =>
  (rule: string, name: string, change: Change, options?: LintOptions): Mutation => ({
    rule,
    flow,
    name,
    change,
    ...(options !== undefined && { options }),
  });
const ps = at('ps');
const cpts = at('cpts');
const sos = at('sos');

const slot = (b: any) => of(b, 'Slot')[0];
const person = (b: any) => of(b, 'Practitioner')[0];
const role = (b: any) => of(b, 'PractitionerRole')[0];
const schedule = (b: any) => of(b, 'Schedule')[0];
const location = (b: any) => role(b).contained[0];
const community = (b: any) =>
  of(b, 'Slot')
    .flatMap((each) => each.serviceType ?? [])
    .find((type) => type.extension);

const BUNDLE: readonly Mutation[] = [
  ps('resource-type', 'an account', (b) => {
    for (const key of Object.keys(b)) delete b[key];
    b.resourceType = 'Patient';
  }),
  ps('bundle-type', 'a collection', (b) => (b.type = 'collection')),
  ps('bundle-total', 'one too many', (b) => (b.total += 1)),
  sos('bundle-total', 'none', (b) => delete b.total),
  ps('bundle-self-link', 'no link', (b) => delete b.link),
  ps('bundle-self-link', 'next before self', (b) =>
    b.link.unshift({ relation: 'next', url: 'https://agenda.example/fhir?page=2' }),
  ),
  ps('bundle-self-link', 'two links', (b) => b.link.push({ ...b.link[0], relation: 'next' })),
  ps('bundle-self-link-plus', 'a bare plus', (b) => {
    b.link[0].url = b.link[0].url.replace('%2B', '+');
  }),
  ps('bundle-entry-resource', 'a patient', (b) =>
    b.entry.push({ resource: { resourceType: 'Patient', id: 'p' } }),
  ),
  ps('bundle-entry-resource', 'nothing', (b) => b.entry.push({ fullUrl: 'https://a.example/x' })),
  cpts('bundle-full-url', 'no fullUrl', (b) => delete b.entry[0].fullUrl),
  ps('bundle-full-url-match', 'of another', (b) => (b.entry[0].fullUrl += '9')),
  ps('bundle-search-mode', 'a schedule as match', (b) => {
    b.entry.at(-1).search.mode = 'match';
  }),
  ps('bundle-search-mode', 'none in 1.2', (b) => delete b.entry[0].search, { guide: '1.2' }),
  ps('bundle-repeated', 'twice', (b) => b.entry.push(copy(b.entry[0]))),
  ps('bundle-superfluous', 'a schedule without slot', (b) => {
    b.entry = b.entry.filter((entry: any) => entry.resource.id !== 'slot-2');
    b.total -= 1;
  }),
  ps('resource-id', 'none', (b) => delete slot(b).id),
  ps('resource-id', 'with a blank', (b) => (slot(b).id = 'slot 1')),
  ps('profile-missing', 'no meta', (b) => delete schedule(b).meta),
  ps('profile-missing', 'none on the place', (b) => delete location(b).meta),
  ps('profile-single', 'a second one', (b) => slot(b).meta.profile.push('http://x.example/Slot')),
  ps('profile-url', 'that of CPTS', (b) => {
    slot(b).meta.profile[0] =
      'https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-cpts-slot-aggregator';
  }),
  ps('profile-version', 'a version', (b) => (b.meta.profile[0] += '|1.1.0')),
];

const REFERENCES: readonly Mutation[] = [
  ps('reference-missing', 'no schedule', (b) => delete slot(b).schedule),
  ps('reference-relative', 'absolute', (b) => {
    slot(b).schedule.reference = `https://agenda.example/fhir/${slot(b).schedule.reference}`;
  }),
  ps('reference-dangling', 'to nothing', (b) => (slot(b).schedule.reference = 'Schedule/none')),
  ps(
    'reference-dangling',
    'to nothing contained',
    (b) => (role(b).location[0].reference = '#none'),
  ),
  ps(
    'reference-target',
    'to a practitioner',
    (b) => (slot(b).schedule.reference = 'Practitioner/pr-1'),
  ),
  cpts('reference-target', '604 to an Organization', (b) => {
    community(b).extension[0].valueReference.reference = 'Organization/cpts-1';
  }),
  sos('reference-target', 'a schedule of an Organization', (b) => {
    schedule(b).actor[0].reference = 'Organization/sos-1';
  }),
  ps('schedule-practitioner', 'none', (b) => schedule(b).actor.shift()),
  ps('schedule-role', 'two', (b) =>
    schedule(b).actor.push({ reference: 'PractitionerRole/pr-1.place-2' }),
  ),
  ps('schedule-role', 'none', (b) => schedule(b).actor.pop()),
  ps('schedule-one-per-role', 'two schedules', (b) => {
    const entry = copy(b.entry.find((each: any) => each.resource.resourceType === 'Schedule'));
    entry.resource.id = 'second';
    entry.fullUrl = 'https://agenda.example/fhir/Schedule/second';
    b.entry.push(entry);
    slot(b).schedule.reference = 'Schedule/second';
  }),
  ps('schedule-role-practitioner', 'of another', (b) => {
    schedule(b).actor[0].reference = 'Practitioner/pr-2';
  }),
  ps('role-contained-location', 'beside', (b) => {
    const [place] = role(b).contained;
    delete role(b).contained;
    role(b).location[0].reference = `Location/${place.id}`;
    b.entry.push({ fullUrl: `https://agenda.example/fhir/Location/${place.id}`, resource: place });
  }),
  ps('role-contained-location', 'two places', (b) => role(b).location.push(role(b).location[0])),
  sos('sos-schedule-location', 'two', (b) =>
    schedule(b).actor.push({ reference: 'Location/site-2' }),
  ),
  sos('sos-schedule-one-per-location', 'shared', (b) => {
    of(b, 'Schedule')[1].actor[0].reference = schedule(b).actor[0].reference;
  }),
];

const SLOTS: readonly Mutation[] = [
  ps('slot-status', 'busy', (b) => (slot(b).status = 'busy')),
  ps('slot-type-missing', 'none', (b) => delete slot(b).meta.security),
  ps('slot-type-system', 'without /FHIR/', (b) => {
    slot(b).meta.security[0].system = 'https://mos.esante.gouv.fr/NOS/TRE_R314-TypeCreneau';
  }),
  ps('slot-type-system', 'none', (b) => delete slot(b).meta.security[0].system),
  ps('slot-type-code', 'private', (b) => (slot(b).meta.security[0].code = 'private')),
  ps('slot-type-code', 'CPTS in the PS flow', (b) => (slot(b).meta.security[0].code = 'CPTS')),
  sos('slot-type-code', 'PRO in the SOS flow', (b) => (slot(b).meta.security[0].code = 'PRO')),
  ps('consultation-system', 'none', (b) => delete slot(b).serviceType[0].coding[0].system),
  ps('consultation-code', 'EMER', (b) => (slot(b).serviceType[0].coding[0].code = 'EMER')),
  ps('booking-code', 'CHECKUP', (b) => (slot(b).appointmentType.coding[0].code = 'CHECKUP')),
  ps('booking-code', 'another system', (b) => (slot(b).appointmentType.coding[0].system = 'x')),
  ps('booking-missing', 'none', (b) => delete slot(b).appointmentType),
  ps('specialty-code', 'SM99', (b) => (slot(b).specialty[0].coding[0].code = 'SM99')),
  ps('specialty-code', 'no system', (b) => delete slot(b).specialty[0].coding[0].system),
  ps('specialty-order', 'text first', (b) => slot(b).specialty.unshift({ text: 'ORL' })),
  ps('slot-repeated', 'the same time', (b) => {
    const entry = copy(b.entry[0]);
    entry.resource.id = 'second';
    entry.fullUrl = 'https://agenda.example/fhir/Slot/second';
    b.entry.push(entry);
    b.total += 1;
  }),
  ps('slot-url-missing', 'none', (b) => delete slot(b).comment),
  ps('slot-url-missing-walk-in', 'none', (b) => delete of(b, 'Slot')[1].comment),
  ps('slot-url-form', 'a sentence', (b) => (slot(b).comment = 'appeler le cabinet')),
  ps('slot-url-query', 'no query', (b) => (slot(b).comment = 'https://agenda.example/rdv')),
  ps('date-invalid', 'a day', (b) => (slot(b).start = '2026-11-23')),
  ps('date-invalid', 'no end', (b) => delete slot(b).end),
  ps('date-invalid', 'a blank for T', (b) => (slot(b).end = '2026-11-23 09:40:00.000+01:00')),
  ps('date-utc', 'Z', (b) => (slot(b).start = '2026-11-23T08:20:00.000Z')),
  ps('date-no-offset', 'none', (b) => (slot(b).start = '2026-11-23T09:20:00.000')),
  ps('date-milliseconds', 'lost', (b) => (slot(b).start = '2026-11-23T09:20:00+01:00')),
  ps('date-milliseconds', 'two digits', (b) => (slot(b).start = '2026-11-23T09:20:00.00+01:00')),
  ps(
    'date-offset',
    'summer time in winter',
    (b) => (slot(b).start = '2026-11-23T09:20:00.000+02:00'),
  ),
  ps('date-offset', 'winter time in summer', (b) => {
    slot(b).start = '2026-07-14T09:20:00.000+01:00';
    slot(b).end = '2026-07-14T09:40:00.000+01:00';
  }),
  cpts('date-offset', 'Paris time on Réunion', (b) => {
    of(b, 'Slot')[2].start = '2026-11-24T05:00:00.000+01:00';
  }),
  ps('date-order', 'the end first', (b) => (slot(b).end = '2026-11-23T09:00:00.000+01:00')),
  ps('date-past', 'yesterday', () => undefined, { now: Date.parse('2026-11-24T00:00:00Z') }),
  ps('date-window', 'too late', () => undefined, {
    window: { from: Date.parse('2026-11-23T00:00:00Z'), to: Date.parse('2026-11-23T09:00:00Z') },
  }),
];

const COMMUNITIES: readonly Mutation[] = [
  cpts('cpts-604-missing', 'no 604', (b) => {
    for (const each of of(b, 'Slot')) {
      each.serviceType = (each.serviceType ?? []).filter((type: any) => !type.extension);
    }
  }),
  cpts('cpts-604-unexpected', 'a slot for the public', (b) => {
    for (const each of of(b, 'Slot')) each.meta.security = [copy(slot(b).meta.security[0])];
  }),
  cpts('cpts-604-system', 'the short system', (b) => {
    community(b).coding[0].system = 'https://mos.esante.gouv.fr/NOS/TRE_R66-CategorieEtablissement';
  }),
  cpts('cpts-604-extension', 'none', (b) => delete community(b).extension),
  cpts(
    'cpts-604-extension',
    'another URL',
    (b) => (community(b).extension[0].url = 'http://x.example'),
  ),
  cpts('cpts-extension-unexpected', 'on a consultation type', (b) => {
    slot(b).serviceType[0].extension = copy(community(b).extension);
  }),
  cpts('cpts-service-per-organization', 'two services', (b) => {
    of(b, 'HealthcareService')[1].providedBy.reference = 'Organization/cpts-1';
  }),
  cpts('cpts-identifier-form', 'that of guide 1.2', (b) => {
    of(b, 'Organization')[0].identifier[0].type.coding[0].system =
      'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203';
  }),
  cpts('cpts-identifier-form', 'that of guide 1.1', () => undefined, { guide: '1.2' }),
  cpts(
    'cpts-finess',
    'no prefix',
    (b) => (of(b, 'Organization')[0].identifier[0].value = '760009902'),
  ),
  cpts('cpts-name', 'none', (b) => delete of(b, 'Organization')[0].name),
];

const PEOPLE_AND_PLACES: readonly Mutation[] = [
  ps('practitioner-identifier', 'none', (b) => delete person(b).identifier),
  ps('practitioner-identifier-form', 'no system', (b) => delete person(b).identifier[0].system),
  ps(
    'practitioner-identifier-form',
    'no urn:oid:',
    (b) => (person(b).identifier[0].system = '1.2.250.1.71.4.2.1'),
  ),
  ps(
    'practitioner-identifier-form',
    'another type',
    (b) => (person(b).identifier[0].type.coding[0].code = 'RPPS'),
  ),
  ps(
    'practitioner-identifier-prefix',
    'no prefix',
    (b) => (person(b).identifier[0].value = '10999001000'),
  ),
  ps('practitioner-check-digit', 'wrong', (b) => (person(b).identifier[0].value = '810999001001')),
  ps('practitioner-name', 'no family', (b) => delete person(b).name[0].family),
  ps('practitioner-repeated', 'the same', (b) => {
    of(b, 'Practitioner')[1].identifier[0].value = person(b).identifier[0].value;
  }),
  ps('place-address', 'no city', (b) => delete location(b).address.city),
  ps('place-address', 'two lines', (b) => location(b).address.line.push('bâtiment B')),
  ps('place-postal-code', 'a space', (b) => (location(b).address.postalCode = '76 600')),
  ps('place-identifier', 'none', (b) => delete location(b).identifier),
  sos('place-identifier', 'no type', (b) => delete of(b, 'Location')[0].identifier[0].type),
  ps('structure-identifier', 'none', (b) => delete role(b).organization),
  ps(
    'structure-identifier-prefix',
    'no prefix',
    (b) => (role(b).organization.identifier.value = '760009001'),
  ),
  ps(
    'structure-identifier-prefix',
    'an ADELI rang',
    (b) => (role(b).organization.identifier.value = '076123456701'),
  ),
  ps('structure-identifier-form', 'alone', (b) => delete role(b).organization.identifier.type),
  ps('telecom-complete', 'no value', (b) => delete role(b).telecom[0].value),
  ps('phone-format', 'national', (b) => (role(b).telecom[0].value = '0261911020')),
  ps('phone-format', 'short', (b) => (role(b).telecom[0].value = '15')),
  ps('phone-format', 'too long', (b) => (role(b).telecom[0].value = '+330261911020')),
  ps('phone-country', 'Belgian', (b) => (role(b).telecom[0].value = '+3225551212')),
  sos(
    'sos-siret',
    'no prefix',
    (b) => (of(b, 'Organization')[0].identifier[0].value = '90000090200016'),
  ),
  sos(
    'sos-identifier-form',
    'no system',
    (b) => delete of(b, 'Organization')[0].identifier[0].system,
  ),
  sos('sos-site-name', 'none', (b) => delete of(b, 'Location')[0].name),
  sos(
    'sos-site-identifier-type',
    'IDNST',
    (b) => (of(b, 'Location')[0].identifier[0].type.coding[0].code = 'IDNST'),
  ),
  sos(
    'sos-opening-hours',
    'Monday',
    (b) => (of(b, 'Location')[0].hoursOfOperation[0].daysOfWeek[0] = 'MON'),
  ),
  sos(
    'sos-opening-hours',
    'no seconds',
    (b) => (of(b, 'Location')[0].hoursOfOperation[0].openingTime = '08:00'),
  ),
  ps('element-type', 'a number as text', (b) => (b.total = String(b.total))),
  ps(
    'element-type',
    'one object for a list',
    (b) => (slot(b).serviceType = slot(b).serviceType[0]),
  ),
  ps('element-type', 'a list in a list', (b) => (slot(b).specialty = [slot(b).specialty])),
  ps('element-type', 'a list for one object', (b) => (slot(b).schedule = [slot(b).schedule])),
  ps('element-type', 'a text for an object', (b) => (role(b).organization = 'Organization/1')),
  ps('empty-element', 'a text', (b) => (slot(b).comment = '')),
  ps('empty-element', 'a list', (b) => (slot(b).serviceType = [])),
  ps('empty-element', 'an object', (b) => (location(b).position = {})),
  ps('empty-element', 'null', (b) => (role(b).telecom = null)),
];

/** Faults of the answers to the searches. */
export const SEARCH_MUTATIONS: readonly Mutation[] = [
  ...BUNDLE,
  ...REFERENCES,
  ...SLOTS,
  ...COMMUNITIES,
  ...PEOPLE_AND_PLACES,
];
