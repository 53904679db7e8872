import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { AGENDA } from '../testing/folder.ts';
import {
  ask,
  associationSearch,
  communitySearch,
  resourcesOf,
  slotSearch,
  startsOf,
} from '../testing/fhir.ts';
import { NOW, startVendor } from '../testing/vendor.ts';

const example = JSON.parse(await readFile(AGENDA, 'utf8'));
const vendor = await startVendor();
const [LAMBREVAL, HOUSSART, QUEVREMONT, TOUTINEL, VARENGOT, ETOUMARE, BOSQUEREL, MALANDREUX] = [
  '810999002016',
  '810999002024',
  '810999002032',
  '810999002040',
  '810999002057',
  '810999002065',
  '810999002073',
  '810999002081',
] as const;
const EUDELIN = '0761234567';
const [ESTUAIRE, CAUX, REPOS] = ['390000020000114', '390000020000122', '390000020000130'] as const;

const byPractitioner = (...ids: string[]) => ask(slotSearch(vendor.base, ids, NOW));

const codes = (slot: any): string[] => slot.meta.security.map(({ code }: any) => code);

test('only what is free, agreed and for everyone leaves', async () => {
  const { status, body } = await byPractitioner(LAMBREVAL);
  assert.equal(status, 200);
  assert.equal(body.total, 5);
  assert.deepEqual(startsOf(body), [
    '2026-11-23T11:10:00.000+01:00',
    '2026-11-23T11:30:00.000+01:00',
    '2026-11-24T04:10:00.000+01:00',
    '2026-11-24T10:10:00.000+01:00',
    '2026-11-25T04:10:00.000+01:00',
  ]);
  const [first, , walkIn] = resourcesOf(body, 'Slot');
  assert.equal(first.extension[0].valueBoolean, true);
  assert.equal(walkIn.appointmentType.coding[0].code, 'WALKIN');
});

test('a practitioner without consent, without slots or unknown gives an empty answer', async () => {
  for (const id of [MALANDREUX, BOSQUEREL, '810999099996']) {
    const { status, body } = await byPractitioner(id);
    assert.equal(status, 200);
    assert.equal(body.total, 0);
    assert.equal(body.entry, undefined);
  }
});

test('identifiers are found however they were typed', async () => {
  for (const id of [QUEVREMONT, HOUSSART, EUDELIN]) {
    const { body } = await byPractitioner(id);
    assert.equal(resourcesOf(body, 'Practitioner')[0].identifier[0].value, id);
  }
});

test('structures, addresses and telephones leave mended', async () => {
  const { body } = await byPractitioner(QUEVREMONT, TOUTINEL, VARENGOT);
  const roles = new Map<string, any>(
    resourcesOf(body, 'PractitionerRole').map((role) => [role.contained[0].address.city, role]),
  );
  const said = (city: string) => {
    const role = roles.get(city);
    const [{ address }] = role.contained;
    return [role.organization.identifier.value, address.postalCode, role.telecom?.[0].value];
  };
  assert.deepEqual(said('Fécamp'), ['410999002032001', '76400', '+33261912003']);
  assert.deepEqual(said('Montivilliers'), ['390000020000015', '76290', '+33261912002']);
  assert.deepEqual(said('Sainte-Adresse'), ['1769999624', '76310', undefined]);
});

test('a place leaves with its position, where it has one', async () => {
  const { body } = await byPractitioner(LAMBREVAL, VARENGOT);
  const positions = resourcesOf(body, 'PractitionerRole').map(
    ({ contained }) => contained[0].position,
  );
  assert.deepEqual(positions, [{ longitude: 0.1094, latitude: 49.4893 }, undefined]);
});

test('two places give two schedules, each slot at its own', async () => {
  const { body } = await byPractitioner(HOUSSART);
  assert.equal(resourcesOf(body, 'Practitioner').length, 1);
  assert.equal(resourcesOf(body, 'PractitionerRole').length, 2);
  assert.equal(resourcesOf(body, 'Schedule').length, 2);
  const [first] = resourcesOf(body, 'Slot');
  assert.equal(first.comment, 'https://agenda.example/rdv?praticien=houssart&creneau=1');
});

test('a slot without an address of its own is booked on the program’s page', async () => {
  const { body } = await byPractitioner(LAMBREVAL);
  const { comment } = resourcesOf(body, 'Slot')[0];
  assert.equal(comment, `${vendor.origin}/rdv?praticien=lambreval&creneau=lambreval-1`);
});

test('the search of CPTS gives them, several for one slot', async () => {
  const { body } = await ask(communitySearch(vendor.base, [ETOUMARE], NOW));
  const slots = resourcesOf(body, 'Slot');
  assert.deepEqual(slots.map(codes), [['CPTS'], ['CPTS'], ['CPTS']]);
  assert.equal(resourcesOf(body, 'HealthcareService').length, 2);
  assert.deepEqual(
    resourcesOf(body, 'Organization')
      .map(({ identifier }) => identifier[0].value)
      .sort(),
    ['1769999715', '1769999723'],
  );
  const both = slots[2].serviceType.filter(({ coding }: any) => coding?.[0].code === '604');
  assert.equal(both.length, 2);
});

test('the search by practitioner says nothing of CPTS', async () => {
  const { body } = await byPractitioner(TOUTINEL, ETOUMARE);
  assert.deepEqual(resourcesOf(body, 'Slot').map(codes), [['PUBLIC'], ['PRO']]);
  assert.equal(resourcesOf(body, 'HealthcareService').length, 0);
});

test('the search of SOS Médecins gives each site with its slots', async () => {
  const { body } = await ask(associationSearch(vendor.base, [ESTUAIRE, CAUX, REPOS], NOW));
  assert.equal(resourcesOf(body, 'Schedule').length, 3);
  assert.equal(resourcesOf(body, 'Slot').length, 7);
  assert.deepEqual(
    resourcesOf(body, 'Organization')
      .map(({ identifier }) => identifier[0].value)
      .sort(),
    [ESTUAIRE, CAUX],
  );
  const [hours] = resourcesOf(body, 'Location').flatMap(
    ({ hoursOfOperation = [] }) => hoursOfOperation,
  );
  assert.equal(hours.openingTime.slice(0, 5), '08:00');
});

test('a slot of the example for everyone is in some answer', async () => {
  const ids = [LAMBREVAL, HOUSSART, QUEVREMONT, TOUTINEL, VARENGOT, ETOUMARE, EUDELIN];
  const people = await ask(communitySearch(vendor.base, ids, NOW));
  const sites = await ask(associationSearch(vendor.base, [ESTUAIRE, CAUX], NOW));
  const kept = [
    'lambreval-5',
    'lambreval-6',
    'lambreval-7',
    'lambreval-8',
    'houssart-4',
    'malandreux-1',
    'malandreux-2',
  ];
  assert.equal(
    people.body.total + resourcesOf(sites.body, 'Slot').length,
    example.slots.length - kept.length,
  );
});
