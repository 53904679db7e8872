import assert from 'node:assert/strict';
import { after, before, beforeEach, test, type TestContext } from 'node:test';
import type { Agenda, Place, Slot } from '@sas-kit/fhir';
import { openAgenda } from '../../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';
import { type AnswerToKeep, keepAnswers } from './keep-answers.ts';

const WHO = '810999900018';
let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform();
  await platform.setClock('2026-11-23T08:00:00+01:00');
  await openAgenda(platform, {}, 'administrator');
  await platform.database.query(
    `insert into editor (id, name, endpoint) values ('one', 'One', 'http://127.0.0.1:9/fhir'),
       ('two', 'Two', 'http://127.0.0.1:9/fhir')`,
  );
});
after(() => platform.close());
beforeEach(async () => {
  await platform.database.query('delete from vendor_answer');
  await platform.database.query('delete from vendor_slot');
  await platform.database.query('delete from schedule where learnt_at is not null');
});

const AT: Place = {
  id: 'pl-1',
  line: '12, rue des Galets',
  postalCode: '76600',
  city: 'LE HAVRE',
};
const slot = (time: string, more: Partial<Slot> = {}): Slot => ({
  ...{ id: `s-${time}`, practitioner: 'pr-1', place: 'pl-1', visibility: ['PRO'] },
  start: `2026-11-23T${time}:00.000+01:00`,
  end: `2026-11-23T${time.slice(0, 2)}:59:00.000+01:00`,
  ...more,
});
const agenda = (slots: Slot[], places: Place[] = [AT]): Required<Agenda> => ({
  practitioners: [{ id: 'pr-1', nationalId: WHO, family: 'AUBRY', given: 'Camille' }],
  ...{ places, communities: [], associations: [], slots },
});
const answer = (slots: Slot[], more: Partial<AnswerToKeep> = {}): AnswerToKeep => ({
  ...{ editorId: 'one', kind: 'practitioner', nationalIds: [WHO], state: 'complete', ms: 12 },
  from: new Date('2026-11-23T08:00:00+01:00'),
  to: new Date('2026-11-25T08:00:00+01:00'),
  agendas: [agenda(slots)],
  ...more,
});
const keep = async (...answers: AnswerToKeep[]) => keepAnswers(platform.database, answers);
const offered = async () =>
  (
    await platform.database.query<{ line: string }>(
      `select o.editor_id || ' ' || to_char(o.starts_at at time zone 'Europe/Paris', 'HH24:MI')
         || ' ' || l.line as line
       from vendor_offer o join schedule s on s.id = o.schedule_id join location l on l.id = s.location_id
       order by 1`,
    )
  ).map(({ line }) => line);
const GALETS = '12 rue des Galets';
const versions = async () =>
  platform.database.query<{ id: string; xmin: string }>(
    'select id, xmin::text from vendor_slot order by id',
  );

test('slots of a known place join the agenda that is there', async () => {
  const [kept] = await keep(answer([slot('10:00'), slot('09:00')]));
  assert.deepEqual(await offered(), [`one 09:00 ${GALETS}`, `one 10:00 ${GALETS}`]);
  assert.deepEqual([...kept!.slots], [[WHO, 2]]);
  assert.deepEqual(kept!.findings, {});
});

test('what an answer holds no more is offered no more, and has the same id when it is back', async () => {
  await keep(answer([slot('09:00'), slot('10:00')]));
  const before = await versions();
  await keep(answer([slot('10:00')]));
  assert.deepEqual(await offered(), [`one 10:00 ${GALETS}`]);
  await keep(answer([slot('09:00'), slot('10:00')]));
  assert.deepEqual(
    (await versions()).map(({ id }) => id),
    before.map(({ id }) => id),
  );
  assert.equal((await offered()).length, 2);
});

test('the same answer again writes no slot', async () => {
  await keep(answer([slot('09:00'), slot('10:00')]));
  const before = await versions();
  await keep(answer([slot('10:00'), slot('09:00')]));
  assert.deepEqual(await versions(), before);
});

test('a failure hides what was kept; the same answer after it shows it again', async () => {
  await keep(answer([slot('09:00')]));
  for (const state of ['timeout', 'failed', 'circuit-open', 'refused'] as const) {
    await keep(answer([], { state, agendas: [] }));
    assert.deepEqual(await offered(), [], state);
    await keep(answer([slot('09:00')]));
    assert.deepEqual(await offered(), [`one 09:00 ${GALETS}`], state);
  }
});

test('each editor has its own word', async () => {
  await keep(answer([slot('09:00')]), answer([slot('11:00')], { editorId: 'two' }));
  await keep(answer([], { editorId: 'two' }));
  assert.deepEqual(await offered(), [`one 09:00 ${GALETS}`]);
});

test('an answer about a shorter time leaves what comes after it', async () => {
  const late = slot('09:00', {
    start: '2026-11-25T20:00:00.000+01:00',
    end: '2026-11-25T20:15:00.000+01:00',
  });
  const long = { to: new Date('2026-11-26T08:00:00+01:00') };
  await keep(answer([late], long));
  await keep(answer([slot('09:00')]));
  assert.deepEqual(await offered(), [`one 09:00 ${GALETS}`, `one 20:00 ${GALETS}`]);
  await keep(answer([slot('09:00')], long));
  assert.deepEqual(await offered(), [`one 09:00 ${GALETS}`]);
});

test('an answer wears off', async () => {
  await keep(answer([slot('09:00')]));
  await platform.database.query(
    `update vendor_answer set answered_at = answered_at - interval '4 minutes'`,
  );
  assert.deepEqual(await offered(), []);
  await keep(answer([slot('09:00')]));
  assert.equal((await offered()).length, 1);
});

test('an unknown place is learnt once, in its commune and its territory', async () => {
  const there: Place = {
    ...{ id: 'pl-2', name: 'Cabinet du port', line: '3 quai des Exemples' },
    ...{ postalCode: '76400', city: 'Fécamp', lat: 49.76, lon: 0.37, phone: '+33261911021' },
  };
  const both = agenda([slot('09:00'), slot('10:00', { place: 'pl-2' })], [AT, there]);
  await keep(answer([], { agendas: [both] }));
  await keep(answer([], { agendas: [both], editorId: 'two' }));
  assert.deepEqual(await offered(), [
    `one 09:00 ${GALETS}`,
    'one 10:00 3 quai des Exemples',
    `two 09:00 ${GALETS}`,
    'two 10:00 3 quai des Exemples',
  ]);
  const learnt = await platform.database.query(
    `select publisher, editor, public_display as shown, specialties, l.insee, l.territory_id as territory,
       l.name, l.phone
     from schedule s join location l on l.id = s.location_id where learnt_at is not null`,
  );
  assert.deepEqual(learnt, [
    {
      ...{ publisher: 'editor:one', editor: 'one', shown: false, specialties: ['SM54'] },
      ...{ insee: '76259', territory: 'le-havre-fecamp', name: 'Cabinet du port' },
      phone: '+33261911021',
    },
  ]);
});

test('a place in a commune that nobody knows is left out, and said', async () => {
  const nowhere: Place = {
    ...AT,
    line: '1 rue Nulle Part',
    postalCode: '99999',
    city: 'Nulle Part',
  };
  const [kept] = await keep(answer([], { agendas: [agenda([slot('09:00')], [nowhere])] }));
  assert.deepEqual(await offered(), []);
  assert.deepEqual(kept!.findings, { 'place-unknown': 1 });
});

test('coordinates that are not in the commune of their address are a mistake', async () => {
  const moved: Place = {
    ...{ id: 'pl-2', line: '3 rue des Exemples', postalCode: '13001', city: 'Marseille' },
    ...{ lat: 49.4939, lon: 0.11 },
  };
  await keep(answer([], { agendas: [agenda([slot('09:00', { place: 'pl-2' })], [moved])] }));
  assert.deepEqual(await offered(), ['one 09:00 3 rue des Exemples']);
  const [{ far } = { far: null }] = await platform.database.query<{ far: boolean }>(
    `select position[1] < 44 as far from schedule where learnt_at is not null`,
  );
  assert.equal(far, true);
});

test('places of somebody are not learnt without end', async () => {
  for (let round = 0; round < 5; round += 1) {
    const places = Array.from({ length: 20 }, (_, each): Place => {
      const id = `${round}-${each}`;
      return { ...AT, id, line: `${id} rue des Exemples` };
    });
    const slots = places.map(({ id }) => slot('09:00', { place: id }));
    await keep(answer([], { agendas: [agenda(slots, places)] }));
  }
  const [row] = await platform.database.query('select count(*)::int as agendas from schedule');
  assert.deepEqual(row, { agendas: 30 });
});

test('an agenda that is named no more is forgotten, whatever its vendor answers', async () => {
  const there: Place = { ...AT, id: 'pl-2', line: '3 quai des Exemples', city: 'Le Havre' };
  await keep(answer([], { agendas: [agenda([slot('10:00', { place: 'pl-2' })], [there])] }));
  for (const day of ['2026-12-10', '2026-12-27']) {
    await platform.setClock(`${day}T08:00:00+01:00`);
    const later = slot('09:00', {
      start: `${day}T09:00:00.000+01:00`,
      end: `${day}T09:20:00.000+01:00`,
    });
    const to = new Date(`${day}T20:00:00+01:00`);
    await keep(answer([later], { from: new Date(`${day}T08:00:00+01:00`), to }));
  }
  await platform.platform.runJobs();
  assert.deepEqual(
    await platform.database.query('select from schedule where learnt_at is not null'),
    [],
  );
  await platform.setClock('2026-11-23T08:00:00+01:00');
});

test('a vendor whose slots are never the same fills no table', async () => {
  const ten = Date.parse('2026-11-23T10:00:00+01:00');
  const count = async (offered: boolean) => {
    const rows = await platform.database.query('select from vendor_slot where offered = $1', [
      offered,
    ]);
    return rows.length;
  };
  for (let round = 0; round < 6; round += 1) {
    const slots = Array.from({ length: 600 }, (_, each) => {
      const start = ten + each * 60_000 + round;
      const times = { start: new Date(start), end: new Date(start + 600_000) };
      return slot('10:00', {
        ...{ id: `s-${each}` },
        ...{ start: times.start.toISOString(), end: times.end.toISOString() },
      });
    });
    await keep(answer(slots));
    assert.equal(await count(true), 600);
  }
  assert.ok((await count(false)) <= 2_000, `${await count(false)} are kept`);
});

test('a slot without a place is at the only one that the professional has', async () => {
  const { place: _, ...without } = slot('09:00');
  await keep(answer([without]));
  assert.deepEqual(await offered(), [`one 09:00 ${GALETS}`]);
});

/** Another vendor opens an agenda of the same professional: it says to be this structure, elsewhere. */
async function openTrap(t: TestContext, nationalId: string): Promise<void> {
  const trap = await openAgenda(platform, {
    structure: { kind: 'practice', name: 'Piège', nationalId },
    location: {
      ...{ line: '9 rue du Piège', postcode: '76600', city: 'Le Havre', insee: '76351' },
      ...{ lat: 49.52, lon: 0.15, phone: '+33261911099' },
    },
  });
  t.after(() => platform.database.query('delete from schedule where id = $1', [trap]));
}

test('an agenda of another vendor takes no slot to its address, though it names the same structure', async (t) => {
  const structure = { finess: '760000009' };
  const there: Place = { ...AT, id: 'pl-2', line: '3 quai des Exemples', structure };
  await openTrap(t, '1760000009');
  await keep(answer([], { agendas: [agenda([slot('10:00', { place: 'pl-2' })], [there])] }));
  assert.deepEqual(await offered(), ['one 10:00 3 quai des Exemples']);
});

test('a slot without a place stays where it is, whatever agendas another vendor opens', async (t) => {
  const { place: _, ...without } = slot('09:00');
  await openTrap(t, '1760000009');
  await keep(answer([without]));
  assert.deepEqual(await offered(), [`one 09:00 ${GALETS}`]);
});

test('a slot without a place is at the agenda of its own vendor before all others', async () => {
  const there: Place = { ...AT, id: 'pl-2', line: '3 quai des Exemples' };
  const { place: _, ...without } = slot('09:00');
  await keep(answer([], { agendas: [agenda([slot('10:00', { place: 'pl-2' })], [there])] }));
  await keep(answer([without]));
  assert.deepEqual(await offered(), ['one 09:00 3 quai des Exemples']);
});

test('nobody answers for somebody whom it was not asked about', async () => {
  const [kept] = await keep(answer([slot('09:00')], { nationalIds: ['810999900026'] }));
  assert.deepEqual(await offered(), []);
  assert.deepEqual(kept!.findings, { 'not-asked-about': 1 });
});

test('what cannot be shown is left out, and said', async () => {
  const [kept] = await keep(
    answer([
      slot('07:00'),
      slot('09:00', { visibility: [] }),
      slot('10:00', { url: 'http://rdv.example/x' }),
      slot('11:00', { url: 'https://rdv.example/x' }),
    ]),
  );
  const counts = { 'slot-in-past': 1, 'visible-to-nobody': 1, 'booking-url-refused': 1 };
  assert.deepEqual(kept!.findings, counts);
  const urls = await platform.database.query(
    'select booking_url as url from vendor_offer order by starts_at',
  );
  assert.deepEqual(urls, [{ url: null }, { url: 'https://rdv.example/x' }]);
});

test('what nobody asked for is left out: later than the question, longer than a day', async () => {
  const times = (start: string, end: string) => ({ start, end });
  const [kept] = await keep(
    answer([
      slot('09:00', times('2026-11-25T08:00:01.000+01:00', '2026-11-25T08:30:00.000+01:00')),
      slot('10:00', times('9998-12-01T09:00:00.000+01:00', '9998-12-01T09:10:00.000+01:00')),
      slot('11:00', { end: '9998-12-01T09:10:00.000+01:00' }),
      slot('12:00'),
    ]),
  );
  assert.deepEqual(kept!.findings, { 'slot-not-asked-for': 2, 'slot-too-long': 1 });
  assert.deepEqual(await offered(), [`one 12:00 ${GALETS}`]);
});

test('slots that have begun go after a day, learnt agendas that are named no more after a month', async () => {
  const there: Place = { ...AT, id: 'pl-2', line: '3 quai des Exemples', city: 'Le Havre' };
  await keep(answer([], { agendas: [agenda([slot('10:00', { place: 'pl-2' })], [there])] }));
  const left = async () => {
    await platform.platform.runJobs();
    const [row] = await platform.database.query(
      `select (select count(*)::int from vendor_slot) as slots,
         (select count(*)::int from vendor_answer) as answers,
         (select count(*)::int from schedule) as agendas`,
    );
    return row;
  };
  assert.deepEqual(await left(), { slots: 1, answers: 1, agendas: 2 });
  await platform.setClock('2026-11-24T10:30:00+01:00');
  assert.deepEqual(await left(), { slots: 0, answers: 1, agendas: 2 });
  await platform.setClock('2026-12-24T10:30:00+01:00');
  assert.deepEqual(await left(), { slots: 0, answers: 0, agendas: 1 });
  await platform.setClock('2026-11-23T08:00:00+01:00');
});

test('answers about an editor that is gone are dropped', async () => {
  await keep(answer([slot('09:00')], { editorId: 'gone' }));
  assert.deepEqual(await platform.database.query('select from vendor_answer'), []);
});

test('one transaction keeps many answers, twice the same person too', async () => {
  await keep(
    answer([slot('09:00')]),
    answer([slot('10:00')]),
    answer([slot('11:00')], { editorId: 'two' }),
  );
  assert.deepEqual(await offered(), [`one 10:00 ${GALETS}`, `two 11:00 ${GALETS}`]);
});
