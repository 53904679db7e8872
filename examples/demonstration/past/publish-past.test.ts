import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSasClient } from '@sas-kit/client';
import { startDemonstration } from '../demonstration.ts';
import { AGENDAS } from '../publishing/agendas.ts';
import { addDays } from '../publishing/calendar.ts';
import { EmptyData, temporaryFolder } from '../testing/folder.ts';
import { dayOf, publishPast } from './publish-past.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const WEEKS = { from: '2026-10-26', to: '2026-11-22', step: 'week' } as const;
const dates = Array.from({ length: 35 }, (_, at) => addDays('2026-11-23', at - 35));

test('a day is the same at every start, each of its records under an id of its own', () => {
  assert.deepEqual(dayOf('2026-11-21', AGENDAS), dayOf('2026-11-21', AGENDAS));
  const ids = dates
    .map((date) => dayOf(date, AGENDAS))
    .flatMap(({ slots, visits, decisions, calls }) => [...slots, ...visits, ...decisions, ...calls])
    .map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('whoever comes was decided of before, in the form of the slot, and within its places', () => {
  for (const date of dates) {
    const { slots, visits, decisions } = dayOf(date, AGENDAS);
    for (const { id, start, capacity, booked } of slots) {
      const day = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' });
      assert.equal(day.format(new Date(start)), date);
      assert.ok(booked >= 1 && booked <= capacity);
      assert.equal(visits.filter(({ slotId }) => slotId === id).length, booked);
    }
    for (const { visit, start, decidedAt, createdAt, form } of decisions) {
      assert.ok(decidedAt <= createdAt);
      if (visit === null || start === null) continue;
      assert.ok(Date.parse(createdAt) < Date.parse(start));
      const { modality } = visits.find(({ id }) => id === visit)!;
      assert.equal(form, { AMB: null, HH: 'home-visit', VR: 'teleconsultation' }[modality]);
    }
  }
});

test('figures of the last weeks are there, nobody waits for anything, and a second start adds none', async (t) => {
  const data = await new EmptyData(await temporaryFolder()).copy();
  const argv = ['--port', '0', '--data', data];
  const demonstration = await startDemonstration({ argv, clock: MOMENT });
  t.after(() => demonstration.close());
  const { address, credentials, platform } = demonstration;
  const as = (role: string) =>
    createSasClient({ baseUrl: address, token: credentials.tokens[role] ?? '' });
  const lead = as('territory-lead').statistics;
  const place = { territory: 'le-havre-fecamp', ...WEEKS };

  const days = dates.map((date) => dayOf(date, AGENDAS));
  const orientations = await lead.orientations(place);
  const within = days
    .flatMap(({ decisions }) => decisions)
    .filter(({ createdAt }) => createdAt >= '2026-10-25T23' && createdAt < '2026-11-22T23');
  assert.equal(orientations.total.orientations, within.length);
  assert.ok(orientations.items.every(({ booked }) => booked !== null && booked > 0));
  const searches = await lead.searches(place);
  assert.ok(searches.items.every(({ empty }) => empty !== null && empty > 0));

  const visits = days.flatMap((day) => day.visits);
  const own = await as('practitioner').statistics.agenda(WEEKS);
  const ofGalets = visits.filter(({ ref, start }) => ref === 'galets' && start >= '2026-10-26');
  assert.equal(own.items.length, 4);
  assert.equal(own.total.used, ofGalets.length);
  assert.equal(own.total.noShows, ofGalets.filter(({ status }) => status === 'noshow').length);
  assert.ok(own.items.every(({ published, used }) => published! > used! && used! > 0));

  const desk = as('regulator').orientations;
  assert.deepEqual((await desk.list({ state: 'to-execute' })).items, []);
  assert.deepEqual((await desk.list({ attention: true })).items, []);
  assert.deepEqual((await desk.list({ day: '2026-11-23' })).items, []);
  const told = await platform.database.query(
    'select (select count(*) from outbox)::int as outbox, (select count(*) from transmission)::int as hub',
  );
  assert.deepEqual(told, [{ outbox: 0, hub: 0 }], 'nobody is told of what did not happen');

  const { database } = platform;
  assert.equal((await publishPast(database, AGENDAS, '2026-11-23')).days, 0);
  assert.equal(
    (await publishPast(database, AGENDAS, '2026-11-24')).days,
    1,
    'the day that went by',
  );
});
