import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readConfig } from '../config.ts';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { seedTerritories } from './territory-records.ts';

const HERE = 'le-havre-fecamp';
const NOW = '2026-11-23T09:00:00+01:00';
const LATER = '2027-01-04T08:00:00+01:00';
let platform: TestPlatform;

before(async () => {
  platform = await startTestPlatform();
});
after(() => platform.close());

const number = (text: string, more: object = {}) => ({
  number: text,
  label: 'Numéro de démonstration',
  regimes: ['sas', 'pdsa'],
  validFrom: null,
  validUntil: null,
  source: 'Décision de démonstration',
  ...more,
});
const LOCAL = number('02 61 91 10 20');

const read = (id = HERE, as?: string) =>
  platform.call('GET', `/v1/territories/${id}`, as === undefined ? {} : { as });
const etagOf = async (id = HERE) => (await read(id)).headers.get('etag')!;
const pending = async (as = 'territory-lead') =>
  platform.call('GET', `/v1/territories/${HERE}/changes`, { as });
const regimeAt = async (at?: string) => {
  const query = at === undefined ? '' : `?at=${encodeURIComponent(at)}`;
  const { body } = await platform.call('GET', `/v1/territories/${HERE}/regime${query}`);
  return { ...body, called: body.numbers.map((each: { number: string }) => each.number) };
};

/** Starts each test from the seed. */
async function fresh(): Promise<void> {
  await platform.database.query('delete from territory_change');
  await platform.setClock(NOW);
}

async function change(
  body: object,
  { as = 'territory-lead', id = HERE, preview = false, ifMatch = '' } = {},
) {
  const headers = { 'if-match': ifMatch === '' ? await etagOf(id) : ifMatch };
  const path = `/v1/territories/${id}${preview ? '?preview=true' : ''}`;
  return platform.call('PATCH', path, { as, body, headers });
}

test('a lead changes the numbers of its territory; everybody reads them at once', async () => {
  await fresh();
  const before = await read();
  const { status, body, headers } = await change({ accessNumbers: [number('15'), LOCAL] });
  assert.equal(status, 200, JSON.stringify(body));
  const after = await read();
  const told = after.body.accessNumbers.map((each: { number: string }) => each.number);
  assert.deepEqual(told, ['15', '+33261911020']);
  assert.deepEqual(body.territory, after.body);
  assert.equal(body.change, null);
  assert.equal(headers.get('etag'), after.headers.get('etag'));
  assert.notEqual(before.headers.get('etag'), after.headers.get('etag'));
  assert.equal(after.body.checkedOn, '2026-11-23');
  assert.deepEqual((await regimeAt()).called, ['15', '+33261911020']);
  assert.deepEqual((await regimeAt('2026-11-23T08:00:00+01:00')).called, ['15', '116117']);
});

test('a stale If-Match is 412 and a missing one 428; nothing changes', async () => {
  await fresh();
  const stale = await etagOf();
  await change({ partners: [{ name: 'CPTS de démonstration', kind: 'cpts' }] });
  const refused = await change({ partners: [] }, { ifMatch: stale });
  assert.deepEqual([refused.status, refused.body.code], [412, 'precondition-failed']);
  const path = `/v1/territories/${HERE}`;
  const bare = await platform.call('PATCH', path, { as: 'administrator', body: { partners: [] } });
  assert.equal(bare.status, 428);
  assert.equal((await read()).body.partners.length, 1);
});

test('an administrator changes any territory; a lead only its own, others nothing', async () => {
  await fresh();
  const partners = [{ name: 'URPS de démonstration', kind: 'association' }];
  assert.equal((await change({ partners }, { as: 'administrator', id: 'isere' })).status, 200);
  const elsewhere = await change({ partners }, { id: 'isere' });
  assert.deepEqual([elsewhere.status, elsewhere.body.code], [403, 'forbidden']);
  for (const as of ['regulator', 'account-manager', 'authority', 'public', 'editor']) {
    assert.equal((await change({ partners }, { as })).status, 403, as);
    assert.equal((await pending(as)).status, 403, as);
  }
  assert.equal((await change({ partners }, { id: 'atlantide', ifMatch: '"1"' })).status, 404);
});

test('a change dated ahead waits, is told in advance, and holds at its instant by the database’s clock', async () => {
  await fresh();
  const { body } = await change({ effectiveFrom: LATER, accessNumbers: [number('15'), LOCAL] });
  assert.equal(body.effectiveFrom, LATER);
  assert.deepEqual(
    body.territory.accessNumbers.map((each: { number: string }) => each.number),
    ['15', '+33261911020'],
  );
  assert.equal(body.regime.asOf, LATER);
  assert.deepEqual((await regimeAt()).called, ['15', '116117']);
  const list = await pending();
  assert.deepEqual(
    list.body.items.map((each: { id: string; effectiveFrom: string; changes: object }) => [
      each.id,
      each.effectiveFrom,
      Object.keys(each.changes).sort(),
    ]),
    [[body.change.id, LATER, ['accessNumbers', 'checkedOn']]],
  );
  const waiting = await etagOf();
  await platform.setClock('2027-01-04T07:59:05+01:00');
  const soon = await regimeAt();
  assert.deepEqual([soon.called, soon.until], [['15', '116117'], LATER]);
  assert.deepEqual(
    soon.next.numbers.map((each: { number: string }) => each.number),
    ['15', '+33261911020'],
  );
  const { headers } = await read();
  const [, seconds] = /^public, max-age=(\d+)$/.exec(headers.get('cache-control')!)!;
  assert.ok(Number(seconds) <= 55, seconds);
  await platform.setClock(LATER);
  assert.deepEqual((await regimeAt()).called, ['15', '+33261911020']);
  assert.deepEqual((await pending()).body.items, []);
  assert.notEqual(await etagOf(), waiting);
});

test('what comes next is told by the hours that will hold then', async () => {
  await fresh();
  const hours = {
    validFrom: null,
    validUntil: null,
    sas: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '10:00', to: '18:00' }],
    holidays: 'national',
    bridgeDays: [],
    source: 'Convention de démonstration',
  };
  await change({ effectiveFrom: '2026-11-23T12:00:00+01:00', openingHours: [hours] });
  const regime = await regimeAt();
  assert.deepEqual([regime.regime, regime.until], ['sas', '2026-11-23T18:00:00+01:00']);
  assert.equal(regime.next.regime, 'pdsa');
});

test('a waiting change is withdrawn; one that holds is not', async () => {
  await fresh();
  const made = await change({ effectiveFrom: LATER, partners: [] });
  const path = `/v1/territories/${HERE}/changes/${made.body.change.id}`;
  const withdraw = (ifMatch: string) =>
    platform.call('DELETE', path, { as: 'territory-lead', headers: { 'if-match': ifMatch } });
  assert.equal((await withdraw('"1"')).status, 412);
  assert.equal((await withdraw(await etagOf())).status, 204);
  assert.deepEqual((await pending()).body.items, []);
  await platform.setClock(LATER);
  assert.notDeepEqual((await read()).body.partners, []);
  assert.equal((await withdraw(await etagOf())).status, 404);

  await platform.setClock(NOW);
  const again = await change({ effectiveFrom: LATER, partners: [] });
  await platform.setClock('2027-01-04T08:00:01+01:00');
  const held = await platform.call(
    'DELETE',
    `/v1/territories/${HERE}/changes/${again.body.change.id}`,
    { as: 'territory-lead', headers: { 'if-match': await etagOf() } },
  );
  assert.deepEqual([held.status, held.body.code], [409, 'invalid-transition']);
});

test('a preview answers what would be, keeps nothing and leaves no trace', async () => {
  await fresh();
  const entries = () => platform.database.query('select 1 from audit_entry');
  const [before, traced] = [await read(), await entries()];
  const seen = await change(
    { effectiveFrom: LATER, accessNumbers: [LOCAL] },
    { preview: true, ifMatch: '*' },
  );
  assert.equal(seen.status, 200);
  assert.equal(seen.body.change, null);
  assert.deepEqual(seen.body.regime.numbers[0].number, '+33261911020');
  assert.equal(seen.body.regime.asOf, LATER);
  assert.deepEqual((await read()).body, before.body);
  assert.equal(await etagOf(), before.headers.get('etag'));
  assert.deepEqual((await pending()).body.items, []);
  assert.equal((await entries()).length, traced.length);
});

test('a preview shows the changes that will hold by then, too', async () => {
  await fresh();
  await change({ effectiveFrom: '2026-12-01T00:00:00+01:00', accessNumbers: [LOCAL] });
  const partners = [{ name: 'CPTS de démonstration', kind: 'cpts' }];
  const { body } = await change({ effectiveFrom: LATER, partners }, { preview: true });
  assert.equal(body.territory.accessNumbers[0].number, '+33261911020');
  assert.deepEqual(body.territory.partners, partners);
});

test('starting again never undoes what a lead changed', async () => {
  await fresh();
  await change({ accessNumbers: [LOCAL], dangerSigns: null });
  const before = await read();
  await seedTerritories(platform.database, readConfig([], {}));
  const after = await read();
  assert.deepEqual(after.body, before.body);
  assert.equal(after.headers.get('etag'), before.headers.get('etag'));
});

test('a change leaves who, what and when in the trail', async () => {
  await fresh();
  await change({ partners: [] });
  const rows = await platform.database.query(
    `select subject, operation, right_held as "right", kind, record from audit_entry
     where operation = 'updateTerritory' order by id desc limit 1`,
  );
  assert.deepEqual(rows, [
    {
      subject: 'lead',
      operation: 'updateTerritory',
      right: 'territory:write',
      kind: 'territory',
      record: HERE,
    },
  ]);
});

test('status holds from its date, partners are told in alphabetical order', async () => {
  await fresh();
  const source = 'Arrêté de démonstration';
  const { body } = await change({
    statuses: [
      { status: 'generalised', from: '2027-02', source },
      { status: 'pilot', from: '2021', source },
    ],
    partners: [
      { name: 'SAMU de démonstration', kind: 'samu' },
      { name: 'Établissement de démonstration', kind: 'hospital' },
      { name: 'CPTS de démonstration', kind: 'cpts' },
    ],
  });
  assert.deepEqual(
    body.territory.partners.map((each: { name: string }) => each.name.split(' ')[0]),
    ['CPTS', 'Établissement', 'SAMU'],
  );
  assert.equal((await read()).body.status, 'pilot');
  await platform.setClock('2027-02-01T00:00:00+01:00');
  assert.equal((await read()).body.status, 'generalised');
});

test('the public books only while the territory that is changed says so', async () => {
  await fresh();
  const schedule = await openAgenda(platform);
  const slotId = await addSlot(platform, schedule, slotAt('2026-11-23T15:00:00+01:00'));
  const off = { enabled: false, controller: null, dataProtectionContact: null };
  await change({ publicBooking: off });
  const hold = () => platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });
  const refused = await hold();
  assert.deepEqual([refused.status, refused.body.code], [422, 'public-booking-off']);
  const on = {
    enabled: true,
    controller: 'GCS de démonstration',
    dataProtectionContact: 'dpo@gcs.example',
  };
  await change({ publicBooking: on });
  const held = await hold();
  assert.equal(held.status, 201, JSON.stringify(held.body));
  assert.equal(held.body.contact.controller, 'GCS de démonstration');
  assert.equal((await read()).body.publicBooking.retentionHours, 24);
});

const signs = {
  version: '2',
  date: '2026-11-20',
  source: 'Texte de démonstration',
  notice: 'texte de démonstration, non validé',
  validatedBy: [],
  fr: ['Douleur dans la poitrine', 'En cas de doute, appelez'],
  en: ['Pain in the chest', 'If in doubt, call'],
};
const weekday = { days: ['mon'], from: '08:00', to: '20:00' };
const opening = {
  validFrom: null,
  validUntil: null,
  sas: [weekday],
  holidays: 'national',
  bridgeDays: [],
  source: 'Convention de démonstration',
};

const REFUSED: [string, object, number, string, string][] = [
  ['112', { accessNumbers: [number('112')] }, 422, 'emergency-number', '/accessNumbers/0/number'],
  ['114', { accessNumbers: [number('1 14')] }, 422, 'emergency-number', '/accessNumbers/0/number'],
  [
    '15 by night only',
    { accessNumbers: [LOCAL, number('15', { regimes: ['pdsa'] })] },
    422,
    'emergency-number',
    '/accessNumbers/1/regimes',
  ],
  [
    '15 with an end',
    { accessNumbers: [number('15', { validUntil: '2026-12-31' })] },
    422,
    'emergency-number',
    '/accessNumbers/0/validUntil',
  ],
  [
    '15 with hours',
    { accessNumbers: [number('15', { hours: '8 h-20 h' })] },
    422,
    'emergency-number',
    '/accessNumbers/0/hours',
  ],
  ['17', { accessNumbers: [number('17')] }, 422, 'invalid-phone', '/accessNumbers/0/number'],
  ['no number', { accessNumbers: [] }, 400, 'out-of-range', '/accessNumbers'],
  [
    'an end before its beginning',
    { accessNumbers: [number('116117', { validFrom: '2027-01-04', validUntil: '2026' })] },
    422,
    'end-before-start',
    '/accessNumbers/0/validUntil',
  ],
  [
    'a day of no calendar',
    { accessNumbers: [number('116117', { validFrom: '2027-02-30' })] },
    400,
    'invalid-format',
    '/accessNumbers/0/validFrom',
  ],
  [
    'hours that end first',
    { openingHours: [{ ...opening, sas: [weekday, { ...weekday, to: '07:00' }] }] },
    422,
    'end-before-start',
    '/openingHours/0/sas/1/to',
  ],
  [
    'a ranked partner',
    { partners: [{ name: 'A', kind: 'cpts', rank: 1 }] },
    400,
    'unknown-member',
    '/partners/0/rank',
  ],
  [
    'a status of our own',
    { statuses: [{ status: 'closed', from: null, source: 'x' }] },
    400,
    'invalid-value',
    '/statuses/0/status',
  ],
  [
    'booking that nobody answers for',
    { publicBooking: { enabled: true, controller: null, dataProtectionContact: 'a@b.example' } },
    422,
    'accountability-required',
    '/publicBooking/controller',
  ],
  [
    'another text under the same version',
    { dangerSigns: { ...signs, version: '1' } },
    422,
    'version-required',
    '/dangerSigns/version',
  ],
  [
    'a text of tomorrow',
    { dangerSigns: { ...signs, date: '2026-11-24' } },
    400,
    'out-of-range',
    '/dangerSigns/date',
  ],
  [
    'yesterday',
    { effectiveFrom: '2026-11-22T08:00:00+01:00', partners: [] },
    422,
    'effective-in-past',
    '/effectiveFrom',
  ],
  ['communes', { communes: ['76351'] }, 400, 'unknown-member', '/communes'],
  ['nothing', { effectiveFrom: LATER }, 400, 'missing-member', ''],
];
for (const [what, body, status, code, pointer] of REFUSED) {
  test(`${what} is refused with its place, and stored by no preview either`, async () => {
    await fresh();
    for (const preview of [false, true]) {
      const answer = await change(body, { preview });
      assert.deepEqual([answer.status, answer.body.code], [status, code], answer.body.detail);
      assert.deepEqual(
        [answer.body.errors[0].code, answer.body.errors[0].pointer],
        [code, pointer],
      );
    }
    assert.deepEqual(await platform.database.query('select 1 from territory_change'), []);
  });
}

test('all faults of a form are told at once', async () => {
  await fresh();
  const { body } = await change({
    accessNumbers: [number('112'), number('17')],
    openingHours: [{ ...opening, validFrom: '2027', validUntil: '2026' }],
  });
  assert.deepEqual(
    body.errors.map(({ pointer }: { pointer: string }) => pointer),
    ['/accessNumbers/0/number', '/accessNumbers/1/number', '/openingHours/0/validUntil'],
  );
});

test('a text of danger signs is told with its source, and may be taken away', async () => {
  await fresh();
  await change({ dangerSigns: signs });
  assert.deepEqual((await read()).body.dangerSigns, signs);
  await change({ dangerSigns: null });
  assert.equal((await read()).body.dangerSigns, null);
});

test('a territory is kept by shared caches, and not where somebody may be about to change it', async () => {
  await fresh();
  assert.match((await read()).headers.get('cache-control')!, /^public, max-age=60$/);
  const { headers } = await read(HERE, 'territory-lead');
  assert.equal(headers.get('cache-control'), 'private, no-store');
  assert.match(headers.get('vary')!, /Authorization/);
});
