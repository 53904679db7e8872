import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAgenda, practice } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const MONDAY = '2026-12-14T08:00:00+01:00';
let platform: TestPlatform;
let place = 0;

before(async () => {
  platform = await startTestPlatform();
});
after(() => platform.close());

async function agenda(location: Record<string, unknown> = {}): Promise<string> {
  await platform.setClock(MONDAY);
  place += 1;
  return openAgenda(platform, {
    location: { ...(practice()['location'] as object), line: `${place} rue Neuve`, ...location },
  });
}

const daily = (overrides: Record<string, unknown> = {}) => ({
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  startTime: '09:00',
  endTime: '10:00',
  slotMinutes: 60,
  modalities: ['AMB'],
  visibility: ['PUBLIC'],
  ...overrides,
});

async function add(id: string, rule: Record<string, unknown>) {
  const { status, body, headers } = await platform.call('POST', `/v1/schedules/${id}/rules`, {
    as: 'editor',
    body: rule,
  });
  assert.equal(status, 201, JSON.stringify(body));
  return { path: `/v1/schedules/${id}/rules/${body.id}`, rule: body, etag: headers.get('etag')! };
}

async function replace(path: string, etag: string, rule: Record<string, unknown>) {
  const headers = { 'if-match': etag };
  const answer = await platform.call('PUT', path, { as: 'editor', headers, body: rule });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return { rule: answer.body, etag: answer.headers.get('etag')! };
}

async function slotsOf(id: string) {
  const window = 'from=2026-12-14T00:00:00%2B01:00&to=2027-01-10T00:00:00%2B01:00&limit=100';
  const { body } = await platform.call('GET', `/v1/schedules/${id}/slots?${window}`, {
    as: 'editor',
  });
  return body.items as { id: string; start: string }[];
}

const datesOf = async (id: string) => (await slotsOf(id)).map(({ start }) => start.slice(0, 10));

test('a rule says how often, and what it leaves out, as it was asked or by default', async () => {
  const id = await agenda();
  const { rule: plain } = await add(id, daily({ endTime: '10:00' }));
  assert.deepEqual([plain.intervalWeeks, plain.exceptDates, plain.skipHolidays], [1, [], false]);
  const { rule } = await add(
    id,
    daily({
      startTime: '11:00',
      endTime: '12:00',
      intervalWeeks: 2,
      exceptDates: ['2026-12-24', '2026-12-18'],
      skipHolidays: true,
    }),
  );
  assert.deepEqual(
    [rule.intervalWeeks, rule.exceptDates, rule.skipHolidays],
    [2, ['2026-12-18', '2026-12-24'], true],
  );
});

test('every other week stays counted from its first week, whenever the rule is edited', async () => {
  const id = await agenda();
  const made = await add(id, daily({ days: ['tue'], intervalWeeks: 2 }));
  assert.deepEqual(await datesOf(id), ['2026-12-15']);
  await platform.setClock('2026-12-21T08:00:00+01:00');
  const { rule } = await replace(
    made.path,
    made.etag,
    daily({ days: ['tue'], intervalWeeks: 2, capacity: 2 }),
  );
  assert.equal(rule.validFrom, '2026-12-14');
  assert.deepEqual(await datesOf(id), ['2026-12-15', '2026-12-29']);
});

test('a date left out withdraws its free slots, keeps booked ones, and gives the others back with their ids', async () => {
  const id = await agenda();
  const made = await add(id, daily());
  const before = await slotsOf(id);
  const booked = await platform.call('POST', '/v1/appointments', {
    as: 'regulator',
    body: { slotId: before[1]!.id },
  });
  assert.equal(booked.status, 201);
  const without = await replace(
    made.path,
    made.etag,
    daily({ exceptDates: ['2026-12-15', '2026-12-16'] }),
  );
  const dates = await datesOf(id);
  assert.ok(dates.includes('2026-12-15'));
  assert.ok(!dates.includes('2026-12-16'));
  await replace(made.path, without.etag, daily());
  assert.deepEqual(
    (await slotsOf(id)).map((slot) => slot.id),
    before.map((slot) => slot.id),
  );
});

test('public holidays left out are those of the place', async () => {
  const christmas = ['2026-12-25', '2026-12-26'];
  const strasbourg = { insee: '67482', postcode: '67000', city: 'Strasbourg' };
  const saintDenis = { insee: '97411', postcode: '97400', city: 'Saint-Denis' };
  const cases: [Record<string, unknown>, string[], string[]][] = [
    [{}, ['2026-12-25'], ['2026-12-20', '2026-12-26']],
    [{ ...strasbourg, lat: 48.57, lon: 7.75 }, christmas, ['2026-12-20']],
    [{ ...saintDenis, lat: -20.88, lon: 55.45 }, ['2026-12-20', '2026-12-25'], ['2026-12-26']],
  ];
  for (const [location, off, on] of cases) {
    const id = await agenda(location);
    await add(id, daily({ skipHolidays: true }));
    const dates = await datesOf(id);
    assert.deepEqual(
      off.filter((date) => dates.includes(date)),
      [],
      JSON.stringify(location),
    );
    assert.ok(
      on.every((date) => dates.includes(date)),
      JSON.stringify([location, dates]),
    );
  }
});

test('an occurrence that its owner withdrew stays away when the rule is edited; the rest of its day stands', async () => {
  const id = await agenda();
  const made = await add(id, daily({ days: ['tue'], slotMinutes: 20 }));
  const [first, ...rest] = await slotsOf(id);
  const removed = await platform.call('DELETE', `/v1/schedules/${id}/slots/${first!.id}`, {
    as: 'editor',
    headers: { 'if-match': '*' },
  });
  assert.equal(removed.status, 204);
  await replace(made.path, made.etag, daily({ days: ['tue'], slotMinutes: 20, capacity: 2 }));
  assert.deepEqual(
    (await slotsOf(id)).map((slot) => slot.id),
    rest.map((slot) => slot.id),
  );
});

test('what no rule can be is refused with its place', async () => {
  const id = await agenda();
  const cases: [Record<string, unknown>, string, string][] = [
    [{ intervalWeeks: 3 }, '/intervalWeeks', 'invalid-value'],
    [{ exceptDates: ['2026-02-30'] }, '/exceptDates/0', 'invalid-format'],
    [{ exceptDates: ['2026-12-24', '2026-12-24'] }, '/exceptDates', 'invalid-value'],
    [{ skipHolidays: 'yes' }, '/skipHolidays', 'invalid-type'],
  ];
  for (const [overrides, pointer, code] of cases) {
    const { status, body } = await platform.call('POST', `/v1/schedules/${id}/rules`, {
      as: 'editor',
      body: daily(overrides),
    });
    assert.equal(status, 400, JSON.stringify(body));
    assert.deepEqual([body.errors[0].pointer, body.errors[0].code], [pointer, code]);
  }
});
