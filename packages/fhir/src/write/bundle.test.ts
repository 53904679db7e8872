import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROFILES, type Flow } from '../guide.ts';
import { isExactInstant, offsetAt, parseInstant } from '../instants.ts';
import type { Agenda, Slot } from '../model.ts';
import type { FhirPractitionerRole, FhirSlot } from '../resources.ts';
import { loadBaseValidator } from '../testing/base-validator.ts';
import { loadProfileValidator } from '../testing/profile-validator.ts';
import { SAMPLE_AGENDA, SAMPLE_OPTIONS } from '../testing/sample-agenda.ts';
import { selfLink, writeBundle, type WrittenBundle } from './bundle.ts';

const FLOWS: readonly Flow[] = ['ps', 'cpts', 'sos'];
const base = await loadBaseValidator();
const profiles = await loadProfileValidator();

const agenda: Agenda = SAMPLE_AGENDA;
const write = (flow: Flow, changed: Partial<Agenda> = {}, options = {}) =>
  writeBundle(flow, { ...agenda, ...changed }, { ...SAMPLE_OPTIONS, ...options });

const resources = (written: WrittenBundle, type: string): any[] =>
  (written.resource.entry ?? [])
    .map(({ resource }) => resource)
    .filter(({ resourceType }) => resourceType === type);

const slotOne = agenda.slots[0]!;
const withSlot = (change: Partial<Slot>) => ({ slots: [{ ...slotOne, ...change }] });
const rules = (written: WrittenBundle) => written.findings.map(({ rule }) => rule);

for (const flow of FLOWS) {
  test(`${flow}: what is written is base FHIR R4`, (t) => {
    if (base === null) return t.skip('fhir is not installed');
    for (const guide of ['1.1', '1.2'] as const) {
      assert.deepEqual(base(write(flow, {}, { guide }).resource), []);
    }
  });

  test(`${flow}: what is written conforms to the profiles of the guide`, (t) => {
    if (profiles === null) return t.skip('@medplum/core or …/shared is absent');
    const { resource } = write(flow);
    assert.deepEqual(profiles(resource, PROFILES[flow].Bundle), []);
    for (const { resource: each } of resource.entry!) {
      assert.deepEqual(profiles(each, each.meta.profile[0]), [], each.id);
    }
  });

  test(`${flow}: every entry has fullUrl, search mode and one profile; every reference resolves`, () => {
    const { resource } = write(flow);
    const present = new Set(resource.entry!.map((entry) => entry.fullUrl));
    assert.equal(present.size, resource.entry!.length);
    const matches = resource.entry!.filter((entry) => entry.search.mode === 'match');
    assert.equal(matches.length, resource.total);
    assert.ok(
      matches.every(
        (entry) => entry.resource.resourceType === (flow === 'sos' ? 'Schedule' : 'Slot'),
      ),
    );
    const text = JSON.stringify(resource);
    for (const [, reference] of text.matchAll(/"reference":"([^"#]+)"/g)) {
      assert.ok(present.has(`https://agenda.example/fhir/${reference}`), reference);
    }
    assert.doesNotMatch(text, /""|\[\]|\{\}|null/, 'nothing empty');
    assert.doesNotMatch(text, /\d\dZ"/, 'no instant in Z');
    for (const { resource: each } of resource.entry!) assert.equal(each.meta.profile.length, 1);
  });

  test(`${flow}: an answer without slot is empty, with total 0, profile and self link`, () => {
    const { resource } = write(flow, { slots: [] });
    assert.deepEqual(resource, {
      resourceType: 'Bundle',
      meta: { profile: [PROFILES[flow].Bundle] },
      type: 'searchset',
      total: 0,
      link: [{ relation: 'self', url: SAMPLE_OPTIONS.selfUrl }],
    });
  });
}

test('slots are in the time of their place with milliseconds and numeric offset', () => {
  for (const slot of resources(write('cpts'), 'Slot') as FhirSlot[]) {
    const zone = slot.schedule.reference!.endsWith('place-3') ? 'Indian/Reunion' : 'Europe/Paris';
    for (const text of [slot.start, slot.end]) {
      assert.ok(isExactInstant(text), text);
      const { epochMs, offset } = parseInstant(text)!;
      assert.equal(offset, offsetAt(zone, epochMs!));
    }
  }
});

test('a practitioner in two places has one Practitioner, two roles and two schedules', () => {
  const slots = agenda.slots.filter((slot) => slot.practitioner === 'pr-1');
  const written = write('ps', { slots });
  assert.equal(resources(written, 'Practitioner').length, 1);
  assert.equal(resources(written, 'PractitionerRole').length, 2);
  assert.equal(resources(written, 'Schedule').length, 2);
});

test('two records of one person are one Practitioner', () => {
  const double = { ...agenda.practitioners![0]!, id: 'pr-1-bis', nationalId: '810999001000' };
  const practitioners = [...agenda.practitioners!, double];
  const slots = [slotOne, { ...slotOne, id: 'slot-bis', practitioner: 'pr-1-bis' }];
  const written = write('ps', { practitioners, slots });
  assert.equal(resources(written, 'Practitioner').length, 1);
  assert.equal(resources(written, 'Schedule').length, 1);
  assert.equal(resources(written, 'Slot').length, 2);
});

test('identifiers are prefixed and telephones mended whatever was typed', () => {
  const written = write('cpts');
  const national = resources(written, 'Practitioner').map((each) => each.identifier[0].value);
  assert.deepEqual(national, ['810999001000', '810999001018', '0761234567']);
  const roles = resources(written, 'PractitionerRole') as FhirPractitionerRole[];
  assert.deepEqual(
    roles.map((role) => [role.organization?.identifier?.value, role.telecom?.[0]?.value]),
    [
      ['1760009001', '+33261911020'],
      ['390000010000017', '+33639980010'],
      ['410999005027001', '+262262123456'],
      ['1760009001', '+33261911020'],
    ],
  );
  assert.deepEqual(
    resources(written, 'Organization').map((each) => each.identifier[0].value),
    ['1760009902', '1760009910'],
  );
  assert.equal(roles[0]!.contained[0].address.postalCode, '76600');
});

test('the 604 service type, its extension and the CPTS go with the CPTS flow only', () => {
  const ps = write('ps');
  assert.doesNotMatch(JSON.stringify(ps.resource), /604|CPTS|HealthcareService/);
  assert.equal(ps.leftOut.get('slot-4')?.rule, 'agenda-slot-visibility');
  const cpts = write('cpts');
  const [third] = (resources(cpts, 'Slot') as FhirSlot[]).filter(({ id }) => id === 'slot-3');
  assert.equal(third!.serviceType!.filter((type) => type.extension).length, 2);
  assert.equal(resources(cpts, 'HealthcareService').length, 2);
  const lonely = write('cpts', { slots: [{ ...agenda.slots[2]!, communities: ['nowhere'] }] });
  assert.deepEqual(rules(lonely).slice(0, 2), ['agenda-community', 'agenda-slot-cpts']);
  assert.doesNotMatch(JSON.stringify(lonely.resource), /604|"CPTS"/);
});

test('the identifier type of a CPTS follows the version of the guide', () => {
  const system = (guide: '1.1' | '1.2') =>
    resources(write('cpts', {}, { guide }), 'Organization')[0].identifier[0].type.coding[0].system;
  assert.equal(
    system('1.1'),
    'http://interopsante.org/fhir/CodeSystem/fr-location-identifier-type',
  );
  assert.equal(system('1.2'), 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203');
});

test('public display is an extension of ours, absent unless it is true', () => {
  const written = write('ps');
  const shown = (resources(written, 'Slot') as FhirSlot[]).filter((slot) => slot.extension);
  assert.deepEqual(
    shown.map(({ id }) => id),
    ['slot-1'],
  );
});

test('specialties: those of the slot, else of the practitioner; coded first, text last', () => {
  const [, , third] = resources(write('cpts'), 'Slot') as FhirSlot[];
  assert.deepEqual(
    third!.specialty!.map((each) => each.coding?.[0]?.code ?? each.text),
    ['SM54', 'Médecine du sport'],
  );
  const typed = ['Médecine du sport', 'sm40', 'Pédiatrie', 'https://other.example/cs|X1', ' '];
  const [slot] = resources(write('ps', withSlot({ specialties: typed })), 'Slot') as FhirSlot[];
  assert.deepEqual(
    slot!.specialty!.map((each) => each.coding?.[0]?.code ?? each.text),
    ['SM40', 'X1', 'Médecine du sport'],
  );
});

test('a slot that cannot be sent is left out, with the reason', () => {
  const cases: [Partial<Slot>, string][] = [
    [{ status: 'busy' }, 'agenda-slot-busy'],
    [{ status: 'busy-tentative' as 'busy' }, 'agenda-slot-busy'],
    [{ start: '2026-11-23' }, 'agenda-slot-time'],
    [{ end: 'midi' }, 'agenda-slot-time'],
    [{ end: slotOne.start }, 'agenda-slot-order'],
    [{ end: '2026-11-23T09:00:00.000+01:00' }, 'agenda-slot-order'],
    [{ practitioner: 'nobody' }, 'agenda-slot-owner'],
    [{ place: 'nowhere' }, 'agenda-slot-owner'],
    [{ visibility: [] }, 'agenda-slot-visibility'],
    [{ visibility: ['private' as 'PRO'] }, 'agenda-slot-visibility'],
  ];
  for (const [change, rule] of cases) {
    const written = write('ps', withSlot(change));
    assert.equal(written.leftOut.get('slot-1')?.rule, rule, JSON.stringify(change));
    assert.equal(written.resource.total, 0);
    assert.equal(written.resource.entry, undefined, 'nothing is there for no slot');
  }
});

test('a badly typed agenda is mended or left out, never an exception', () => {
  const place = agenda.places![0]!;
  const cases: [Partial<Agenda>, string, number][] = [
    [{ places: [{ ...place, city: ' ' }] }, 'agenda-place-address', 0],
    [{ places: [{ ...place, postalCode: 'CEDEX' }] }, 'agenda-place-address', 0],
    [{ places: [{ ...place, postalCode: '1000' }] }, 'agenda-place-mended', 1],
    [{ places: [{ ...place, postalCode: 76600 as unknown as string }] }, 'agenda-place-mended', 1],
    [{ places: [{ ...place, phone: 'n/a' }] }, 'agenda-phone', 1],
    [{ places: [{ ...place, phone: '15' }] }, 'agenda-phone', 1],
    [{ places: [{ ...place, timeZone: 'Le Havre' }] }, 'agenda-time-zone', 1],
    [
      { places: [{ ...place, structure: { practiceId: '076123456701' } }] },
      'agenda-place-structure',
      1,
    ],
    [{ practitioners: [{ id: 'pr-1', nationalId: '12' }] }, 'agenda-practitioner-id', 0],
    [
      { practitioners: [{ id: 'pr-1', nationalId: '10999001001' }] },
      'agenda-practitioner-check-digit',
      1,
    ],
    [{ practitioners: [{ id: 'pr-1', nationalId: '10999001000' }] }, 'agenda-practitioner-name', 1],
    [{ slots: [{ ...slotOne, url: 'demander au secrétariat' }] }, 'agenda-slot-url', 1],
    [{ slots: [slotOne, slotOne] }, 'agenda-slot-repeated', 1],
    [
      { slots: [{ ...slotOne, reasons: null, modalities: 'AMB' } as unknown as Slot] },
      'agenda-place-mended',
      1,
    ],
  ];
  for (const [change, rule, total] of cases) {
    const written = write('ps', { slots: [slotOne], ...change });
    assert.ok(rules(written).includes(rule), `${rule} among ${rules(written).join()}`);
    assert.equal(written.resource.total, total, rule);
    if (base !== null) assert.deepEqual(base(written.resource), [], rule);
  }
});

test('a slot without booking address takes that of the agenda', () => {
  const { url: _url, ...slot } = slotOne;
  const written = write(
    'ps',
    { slots: [slot] },
    { agendaUrl: () => 'https://agenda.example/rdv?p=1' },
  );
  assert.equal(resources(written, 'Slot')[0].comment, 'https://agenda.example/rdv?p=1');
  assert.equal(resources(write('ps', { slots: [slot] }), 'Slot')[0].comment, undefined);
});

test('SOS: one schedule for one site, types PUBLIC and SNP only, opening hours', () => {
  const written = write('sos');
  assert.equal(written.resource.total, 2);
  assert.equal(resources(written, 'Slot').length, 2);
  assert.equal(resources(written, 'Organization').length, 1);
  assert.deepEqual(resources(written, 'Location')[0].hoursOfOperation[1], {
    daysOfWeek: ['sat', 'sun'],
    openingTime: '08:00:00',
    closingTime: '23:30:00',
  });
  const seventh = agenda.slots[6]!;
  const pro = write('sos', { slots: [{ ...seventh, visibility: ['PRO'] }] });
  assert.equal(pro.leftOut.get('slot-7')?.rule, 'agenda-slot-visibility');
  assert.equal(pro.resource.entry, undefined);
  const [association] = agenda.associations!;
  const bad = write('sos', { associations: [{ ...association!, siret: 'en cours' }] });
  assert.ok(rules(bad).includes('agenda-association-siret'));
  assert.equal(bad.resource.total, 0);
});

test('the self link repeats the request, with no bare plus', () => {
  assert.equal(
    selfLink('https://a.example/Slot?start=ge2026-11-23T00:00:00+01:00&x=a%7Cb'),
    'https://a.example/Slot?start=ge2026-11-23T00:00:00%2B01:00&x=a%7Cb',
  );
  assert.equal(selfLink('https://a.example/Slot'), 'https://a.example/Slot');
});
