import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type OpeningHours, regimeAt, type RegimeNumber } from '@sas-kit/regime';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Territory {
  id: string;
  name: string;
  pilot: boolean;
  statuses: { status: string; from: string; source: string }[];
  composition: { departments: string[]; communes: string[] };
  timeZone: string;
  checkedOn: string;
  accessNumbers: RegimeNumber[];
  openingHours: OpeningHours[];
  partners: { name: string; kind: string }[];
  holders: { name: string; side: string }[];
  publicBooking: {
    enabled: boolean;
    contactFields: string[];
    controller: string | null;
    dataProtectionContact: string | null;
  };
  dangerSigns: null | {
    date: string;
    notice: string | null;
    validatedBy: string[];
    fr: string[];
    en: string[];
  };
}

const read = <T>(name: string) =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
const data = read<{ territories: Territory[] }>('territories.json');
const schema = read<object>('territories.schema.json');
const leHavreFecamp = read<{ communes: { insee: string }[] }>('communes-le-havre-fecamp.json');
const { territories } = data;
const byId = new Map(territories.map((territory) => [territory.id, territory]));
const leHavre = byId.get('le-havre-fecamp')!;

function validator() {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

/** A copy of the data with one thing changed in its first territory. */
function altered(change: (territory: Record<string, unknown>) => void): unknown {
  const copy = structuredClone(data) as unknown as { territories: Record<string, unknown>[] };
  change(copy.territories[0]!);
  return copy;
}

test('the file follows its schema', () => {
  const validate = validator();
  assert.ok(validate(data), JSON.stringify(validate.errors, null, 2));
});

test('the schema refuses a ranked partner, an invented status and a booking nobody answers for', () => {
  const validate = validator();
  const refused: Record<string, unknown>[] = [
    { partners: [{ name: 'A', kind: 'cpts', rank: 1 }] },
    { statuses: [{ status: 'closed', from: '2021', source: 'x' }] },
    { statuses: [{ status: 'pilot', from: '01/2021', source: 'x' }] },
    { composition: { departments: ['76'], communes: ['76351'] } },
    { publicBooking: { ...leHavre.publicBooking, controller: null } },
    { accessNumbers: [{ ...leHavre.accessNumbers[0], hours: '8 h-20 h' }] },
    { accessNumbers: [{ ...leHavre.accessNumbers[0], number: '08 00 00 00 00' }] },
    { accessNumbers: [{ ...leHavre.accessNumbers[0], regimes: ['sas'] }] },
    {
      openingHours: [
        { ...leHavre.openingHours[0], sas: [{ days: ['mon'], from: '8h', to: '20h' }] },
      ],
    },
    { openingHours: [{ ...leHavre.openingHours[0], holidays: 'corse' }] },
    { openingHours: [{ ...leHavre.openingHours[0], source: '' }] },
  ];
  for (const members of refused) {
    assert.ok(!validate(altered((t) => Object.assign(t, members))), JSON.stringify(members));
  }
});

test('ids are unique', () => {
  assert.equal(byId.size, territories.length);
});

test('the 22 pilots are there, and the three later territories of Auvergne-Rhône-Alpes', () => {
  assert.equal(territories.filter((territory) => territory.pilot).length, 22);
  for (const { id, pilot, statuses } of territories) {
    assert.equal(
      pilot,
      statuses.some(({ status }) => status === 'pilot'),
      id,
    );
  }
  for (const id of ['loire', 'haute-savoie', 'puy-de-dome'])
    assert.equal(byId.get(id)?.pilot, false);
});

test('Le Havre – Fécamp is made of its 87 communes, Saint-Léonard (76600) among them', () => {
  const { communes } = leHavre.composition;
  assert.equal(communes.length, 87);
  assert.deepEqual(
    communes.toSorted(),
    leHavreFecamp.communes.map(({ insee }) => insee).toSorted(),
  );
  for (const insee of communes) assert.match(insee, /^76\d{3}$/);
  assert.ok(communes.includes('76600') && communes.includes('76351'));
});

test('no department and no commune belongs to two territories', () => {
  const departments = territories.flatMap(({ composition }) => composition.departments);
  const communes = territories.flatMap(({ composition }) => composition.communes);
  assert.equal(new Set(departments).size, departments.length);
  assert.equal(new Set(communes).size, communes.length);
  for (const insee of communes) {
    const department = insee.slice(0, insee.startsWith('97') || insee.startsWith('98') ? 3 : 2);
    assert.ok(!departments.includes(department), `${insee} is also in ${department}`);
  }
});

test('dates are real, statuses are oldest first, numbers do not end before they start', () => {
  const real = (date: string) => new Date(date).toISOString().startsWith(date);
  for (const { id, statuses, accessNumbers, openingHours, checkedOn } of territories) {
    const dates = statuses.map(({ from }) => from);
    assert.ok([...dates, checkedOn].every(real), id);
    assert.deepEqual(dates, dates.toSorted(), id);
    for (const { validFrom, validUntil } of [...accessNumbers, ...openingHours]) {
      assert.ok(
        [validFrom, validUntil].every((date) => date === null || real(date)),
        id,
      );
      assert.ok(!validFrom || !validUntil || validFrom < validUntil, id);
    }
  }
});

test('each access number is a real one or said to be announced, never both', () => {
  for (const { id, accessNumbers } of territories) {
    const numbers = accessNumbers.map(({ number }) => number);
    assert.equal(new Set(numbers).size, numbers.length, id);
    assert.ok(!numbers.includes('to-be-announced') || numbers.length === 1, id);
  }
});

test('hours end after they begin, do not overlap, and keep the holidays of their part of France', () => {
  const calendars: Record<string, string> = { '57': 'alsace-moselle', '67': 'alsace-moselle' };
  Object.assign(calendars, { '68': 'alsace-moselle', '971': 'guadeloupe', '972': 'martinique' });
  Object.assign(calendars, { '973': 'guyane', '974': 'la-reunion', '976': 'mayotte' });
  for (const { id, composition, openingHours } of territories) {
    const calendar = calendars[composition.departments[0] ?? ''] ?? 'national';
    for (const { sas, holidays } of openingHours) {
      assert.equal(holidays, calendar, id);
      const days = sas.flatMap(({ days }) => days);
      assert.equal(new Set(days).size, days.length, `${id}: hours of a day in two places`);
      for (const { from, to } of sas) assert.ok(from < to, id);
    }
  }
});

test('hours that no source gives are to be announced, and the 15 stands everywhere', () => {
  const known = territories.filter(({ openingHours }) => openingHours.length > 0);
  assert.deepEqual(
    known.map(({ id }) => id),
    ['le-havre-fecamp', 'savoie'],
  );
  for (const territory of territories) {
    const { regime, emergencyNumbers } = regimeAt(territory, '2026-11-23T10:00:00+01:00');
    assert.equal(regime, known.includes(territory) ? 'sas' : null, territory.id);
    assert.deepEqual(emergencyNumbers, ['15', '112', '114']);
  }
});

test('partners are in alphabetical order and holders face each other', () => {
  for (const { id, partners, holders } of territories) {
    const names = partners.map(({ name }) => name);
    assert.deepEqual(
      names,
      names.toSorted((a, b) => a.localeCompare(b, 'fr')),
      id,
    );
    assert.equal(new Set(holders.map(({ side }) => side)).size, holders.length, id);
    for (const { name } of holders) assert.ok(names.includes(name), `${id}: ${name}`);
  }
});

test('invented bodies are called so', () => {
  for (const { partners } of territories) {
    for (const { name, kind } of partners) {
      if (['cpts', 'msp', 'cds', 'sos'].includes(kind)) assert.match(name, /de démonstration$/);
    }
  }
});

test('only the demonstration territory books for the public and shows danger signs', () => {
  for (const { id, publicBooking, dangerSigns } of territories) {
    const demonstration = id === 'le-havre-fecamp';
    assert.equal(publicBooking.enabled, demonstration, id);
    assert.deepEqual(publicBooking.contactFields, ['name', 'phone'], id);
    assert.equal(dangerSigns !== null, demonstration, id);
    if (!demonstration) {
      assert.equal(publicBooking.controller, null, id);
      assert.equal(publicBooking.dataProtectionContact, null, id);
    }
  }
});

test('the danger signs are said not to be validated and end with the doubt', () => {
  const signs = leHavre.dangerSigns!;
  assert.equal(signs.notice, 'texte de démonstration, non validé');
  assert.deepEqual(signs.validatedBy, []);
  assert.equal(signs.fr.length, signs.en.length);
  assert.match(signs.fr.at(-1)!, /^en cas de doute, appelez$/i);
  assert.match(signs.en.at(-1)!, /^if in doubt, call$/i);
});

test('time zones exist and suit the territory', () => {
  for (const { timeZone } of territories) {
    assert.equal(new Intl.DateTimeFormat('fr', { timeZone }).resolvedOptions().timeZone, timeZone);
  }
  assert.equal(byId.get('la-reunion')?.timeZone, 'Indian/Reunion');
  assert.equal(byId.get('martinique')?.timeZone, 'America/Martinique');
});
