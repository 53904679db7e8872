import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

/** A Monday. */
const NOW = '2026-11-23T08:00:00+01:00';
const HAVRE = 'insee=76351&specialty=SM54';
const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
let platform: TestPlatform;
const agendas = new Map<string, string>();

const PRACTICES: Record<string, object | undefined> = {
  ONE: {
    information: 'Code du portail 12A. Sonner deux fois.',
    feeSector: '1',
    thirdPartyPayment: true,
    wheelchair: true,
    languages: ['fr', 'pt-BR', 'fr'],
    newPatients: true,
    openingHours: [
      { days: WORKDAYS, from: '08:00', to: '12:00' },
      { days: ['sat'], from: '09:00', to: '24:00' },
    ],
  },
  TWO: { feeSector: '2-optam', wheelchair: true, thirdPartyPayment: false, languages: ['fr-FR'] },
  THREE: { openingHours: [{ days: ['tue'], from: '00:00', to: '24:00' }] },
  SILENT: undefined,
};

async function search(query: string, as = 'regulator') {
  const { body, status } = await platform.call('GET', `/v1/availability?${HAVRE}&${query}`, { as });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}
async function found(query: string, as?: string): Promise<string[]> {
  const { items } = await search(query, as);
  return items
    .map(({ practitioner }: { practitioner: { family: string } }) => practitioner.family)
    .sort();
}
const update = (name: string, body: object, as = 'editor', version = '"1"') =>
  platform.call('PATCH', `/v1/schedules/${agendas.get(name)}`, {
    as,
    body,
    headers: { 'if-match': version },
  });

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(NOW);
  for (const [index, [family, practice]] of Object.entries(PRACTICES).entries()) {
    const id = await openAgenda(platform, {
      practitioner: { nationalId: `81099990100${index}`, family, specialties: ['SM54'] },
      ...(practice && { practice }),
    });
    await addSlot(platform, id, slotAt('2026-11-23T11:00:00+01:00'));
    agendas.set(family, id);
  }
});
after(() => platform.close());

test('a desk reads on the card what the practice says of itself', async () => {
  const { items } = await search('');
  const said = (family: string) =>
    items.find((card: { practitioner: { family: string } }) => card.practitioner.family === family)
      .practice;
  assert.deepEqual(said('ONE'), { ...PRACTICES['ONE'], languages: ['fr', 'pt-BR'] });
  assert.equal(said('SILENT'), null);
  assert.deepEqual(said('TWO'), {
    information: null,
    feeSector: '2-optam',
    thirdPartyPayment: false,
    wheelchair: true,
    languages: ['fr-FR'],
    newPatients: null,
    openingHours: [],
  });
});

test('every filter finds who says so, and nobody who says nothing', async () => {
  const expected: Record<string, string[]> = {
    'feeSector=1': ['ONE'],
    'feeSector=2,2-optam': ['TWO'],
    'feeSector=none': [],
    'thirdPartyPayment=true': ['ONE'],
    'wheelchair=true': ['ONE', 'TWO'],
    'newPatients=true': ['ONE'],
    'wheelchair=true&newPatients=true': ['ONE'],
    'language=fr': ['ONE', 'TWO'],
    'language=PT': ['ONE'],
    'language=pt-br,de': ['ONE'],
    'language=pt-PT': [],
    'wheelchair=false': ['ONE', 'SILENT', 'THREE', 'TWO'],
  };
  for (const [query, names] of Object.entries(expected)) {
    assert.deepEqual(await found(query), names, query);
  }
  for (const query of ['language=f_', 'feeSector=3', 'wheelchair=perhaps', 'open=1']) {
    const path = `/v1/availability?${HAVRE}&${query}`;
    assert.equal((await platform.call('GET', path, { as: 'regulator' })).status, 400, query);
  }
});

test('redirection finds who takes people redirected, and the rest of the filters with it', async () => {
  assert.deepEqual(await found('redirection=true'), []);
  await platform.database.query(
    `update practitioner set redirection_scheme = true where family in ('ONE', 'SILENT')`,
  );
  assert.deepEqual(await found('redirection=true'), ['ONE', 'SILENT']);
  assert.deepEqual(await found('redirection=true&wheelchair=true'), ['ONE']);
  assert.deepEqual(await found('redirection=false'), ['ONE', 'SILENT', 'THREE', 'TWO']);
});

test('open is open at this moment, on the clocks of the place', async () => {
  const expected: Record<string, string[]> = {
    '2026-11-23T07:59:00+01:00': [],
    '2026-11-23T08:00:00+01:00': ['ONE'],
    '2026-11-23T10:59:00Z': ['ONE'],
    '2026-11-23T12:00:00+01:00': [],
    '2026-11-24T00:00:00+01:00': ['THREE'],
    '2026-11-24T23:59:00+01:00': ['THREE'],
    '2026-11-28T23:59:00+01:00': ['ONE'],
    '2026-11-29T00:00:00+01:00': [],
  };
  for (const [now, names] of Object.entries(expected)) {
    await platform.setClock(now);
    assert.deepEqual(await found('open=true'), names, now);
  }
  await platform.setClock(NOW);
});

test('the own doctor stays, whatever the practice says', async () => {
  assert.deepEqual(await found('wheelchair=true&preferredPractitioner=810999901003'), [
    'ONE',
    'SILENT',
    'TWO',
  ]);
});

test('the public reads none of it and filters by none of it', async () => {
  const body = await search('', 'public');
  assert.equal(body.items.length, 4);
  for (const card of body.items) assert.equal('practice' in card, false);
  assert.equal(JSON.stringify(body).includes('portail'), false);
  for (const filter of [
    ...['feeSector=1', 'language=fr', 'thirdPartyPayment=true', 'wheelchair=true'],
    ...['newPatients=true', 'open=true', 'redirection=true'],
  ]) {
    for (const path of ['/v1/availability', '/v1/availability/stream']) {
      const answer = await platform.call('GET', `${path}?${HAVRE}&${filter}`, { as: 'public' });
      const told = [answer.status, answer.body.code, answer.body.errors[0].parameter];
      assert.deepEqual(told, [403, 'forbidden', filter.split('=')[0]]);
    }
  }
});

test('the owner says something else, takes it back, and says nothing that cannot be', async () => {
  const changed = await update('TWO', { practice: { feeSector: '1' } });
  assert.deepEqual([changed.status, changed.body.practice.feeSector], [200, '1']);
  // Whole: what is not said again is no longer said.
  assert.deepEqual(await found('wheelchair=true'), ['ONE']);
  assert.deepEqual(await found('feeSector=1'), ['ONE', 'TWO']);
  assert.equal((await update('TWO', { practice: null })).status, 412);
  const other = await update('TWO', { publicDisplay: true }, 'editor', '"2"');
  assert.equal(other.body.practice.feeSector, '1');
  const back = await update('TWO', { practice: null }, 'editor', '"3"');
  assert.equal(back.body.practice, null);
  assert.deepEqual(await found('feeSector=1'), ['ONE']);

  assert.equal((await update('TWO', { practice: {} }, 'practitioner', '"4"')).status, 404);
  assert.equal((await update('TWO', { practice: { price: 3 } }, 'editor', '"4"')).status, 400);
  const night = { openingHours: [{ days: ['mon'], from: '20:00', to: '08:00' }] };
  const refused = await update('TWO', { practice: night }, 'editor', '"4"');
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.errors[0].pointer],
    [422, 'end-before-start', '/practice/openingHours/0/to'],
  );
});
