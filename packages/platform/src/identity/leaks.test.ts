import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T08:00:00+01:00';
/** CPTS that no test caller belongs to. */
const COMMUNITY = '1760000099';
let platform: TestPlatform;
/** Kind of slot → id. */
const slots: Record<string, string> = {};
let privateSchedule: string;

before(async () => {
  platform = await startTestPlatform({ SAS_HOLDS_PER_ADDRESS: '1000' });
  await platform.setClock(NOW);
  const agenda = await openAgenda(platform);
  privateSchedule = await openAgenda(platform, {
    practitioner: { nationalId: '810999955555', family: 'DISCRET', specialties: ['SM54'] },
    location: { ...(practice()['location'] as object), line: '99 rue Cachée' },
    structure: { kind: 'practice', name: 'Cabinet discret' },
    publicDisplay: false,
  });
  const kinds: [string, string, Record<string, unknown>][] = [
    ['public', agenda, { visibility: ['PUBLIC'] }],
    ['both', agenda, { visibility: ['PUBLIC', 'PRO'] }],
    ['not displayed', agenda, { visibility: ['PUBLIC'], publicDisplay: false }],
    ['pro', agenda, { visibility: ['PRO'] }],
    ['snp', agenda, { visibility: ['SNP'] }],
    ['cpts', agenda, { visibility: ['CPTS'], communities: [COMMUNITY] }],
    ['discreet', privateSchedule, { visibility: ['PUBLIC'] }],
  ];
  for (const [index, [kind, schedule, overrides]] of kinds.entries()) {
    const start = new Date(
      Date.parse('2026-11-23T10:00:00+01:00') + index * 1_200_000,
    ).toISOString();
    slots[kind] = await addSlot(platform, schedule, slotAt(start, overrides));
  }
});
after(() => platform.close());

async function seenIn(path: string, as: string): Promise<string[]> {
  const { body } = await platform.call('GET', path, { as });
  const text = JSON.stringify(body);
  return Object.keys(slots).filter((kind) => text.includes(slots[kind]!));
}

const SEARCH = '/v1/availability?insee=76351';
const OPERATOR = ['public', 'both', 'not displayed', 'pro', 'snp', 'cpts', 'discreet'];
/** Who sees which slots of others: the table of the contract. */
const TABLE: [string, string[]][] = [
  ['public', ['public', 'both']],
  ['delegate', ['public', 'both', 'not displayed', 'pro', 'discreet']],
  ['triage-nurse', ['public', 'both', 'not displayed', 'pro', 'discreet']],
  ['unscheduled-care-operator', OPERATOR],
  ['regulator', OPERATOR],
  ['emergency-regulator', OPERATOR],
  ['call-taker', OPERATOR],
  ['territory-lead', OPERATOR],
  ['account-manager', OPERATOR],
  ['administrator', OPERATOR],
  ['dispatch-software', OPERATOR],
  // Their own agenda, whatever its codes.
  ['practitioner', OPERATOR],
  ['structure-manager', OPERATOR],
  ['editor', OPERATOR],
];

for (const [as, expected] of TABLE) {
  test(`a search by ${as} holds what it may see and nothing else`, async () => {
    assert.deepEqual(await seenIn(SEARCH, as), expected);
    for (const code of ['PUBLIC', 'PRO', 'SNP', 'CPTS']) {
      const narrowed = await seenIn(`${SEARCH}&visibility=${code}`, as);
      assert.ok(
        narrowed.every((kind) => expected.includes(kind)),
        `${as} widened by ${code}`,
      );
    }
  });
}

for (const as of ['authority', 'payer']) {
  test(`${as} sees aggregates only`, async () => {
    assert.equal((await platform.call('GET', SEARCH, { as })).status, 403);
  });
}

test('a triage nurse sees the SNP slots of practitioners in the redirection scheme', async () => {
  await platform.database.query(
    `update practitioner set redirection_scheme = true where family = 'AUBRY'`,
  );
  assert.ok((await seenIn(SEARCH, 'triage-nurse')).includes('snp'));
  await platform.database.query('update practitioner set redirection_scheme = false');
});

test('narrowing tells the public nothing of the other codes of a slot', async () => {
  assert.deepEqual(await seenIn(`${SEARCH}&visibility=PRO`, 'public'), []);
  assert.deepEqual(await seenIn(`${SEARCH}&visibility=PUBLIC`, 'public'), ['public', 'both']);
});

test('to the public, an agenda of private slots only looks like one without any', async () => {
  const id = await openAgenda(platform, {
    practitioner: { nationalId: '810999944444', family: 'RÉSERVÉ', specialties: ['SM40'] },
    location: { ...(practice()['location'] as object), line: '98 rue Cachée' },
  });
  await addSlot(platform, id, slotAt('2026-11-23T10:00:00+01:00', { visibility: ['PRO'] }));
  const { body } = await platform.call('GET', `${SEARCH}&specialty=SM40`, { as: 'public' });
  assert.deepEqual(
    body.items.map(({ state }: { state: string }) => state),
    ['not-connected'],
  );
});

test('counts and next availability tell nothing of hidden slots', async () => {
  const { body } = await platform.call('GET', `${SEARCH}&slotsPerCard=1`, { as: 'public' });
  assert.deepEqual(
    body.items.map(
      (card: { slots: unknown[]; moreSlots: number }) => card.slots.length + card.moreSlots,
    ),
    [2, 0],
  );
  const later = '&from=2026-11-23T10:30:00%2B01:00&to=2026-11-23T10:31:00%2B01:00';
  const { body: next } = await platform.call('GET', `${SEARCH}${later}`, { as: 'public' });
  assert.equal(next.nextAvailable, null);
});

test('a practitioner without public display is not shown to the public at all', async () => {
  const { body } = await platform.call('GET', SEARCH, { as: 'public' });
  assert.equal(JSON.stringify(body).includes('DISCRET'), false);
});

test('holding, booking or moving to a hidden slot says that it does not exist', async () => {
  const contact = { name: 'Dominique Exemple', phone: '0639980001' };
  const hold = await platform.call('POST', '/v1/holds', {
    as: 'public',
    body: { slotId: slots['public'] },
  });
  const booked = await platform.call('POST', '/v1/appointments', {
    as: 'public',
    body: { slotId: slots['public'], holdId: hold.body.id, contact },
  });
  const headers = { 'sas-manage-token': booked.body.manageToken as string };
  const unknown = '00000000-0000-4000-8000-000000000000';
  for (const kind of ['not displayed', 'pro', 'snp', 'cpts', 'discreet', 'unknown']) {
    const slotId = slots[kind] ?? unknown;
    const attempts = [
      await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } }),
      await platform.call('POST', '/v1/appointments', {
        as: 'public',
        body: { slotId, holdId: hold.body.id, contact },
      }),
      await platform.call('POST', `/v1/appointments/${booked.body.id}/reschedule`, {
        as: 'public',
        headers,
        body: { slotId, holdId: hold.body.id },
      }),
    ];
    for (const { status, body } of attempts) {
      assert.deepEqual([status, body.code, body.detail], [404, 'not-found', 'No such slot.'], kind);
      assert.equal('alternatives' in body, false);
    }
  }
});

test('alternatives hold only what the caller may see', async () => {
  await platform.call('POST', '/v1/appointments', {
    as: 'regulator',
    body: { slotId: slots['both'] },
  });
  const { body } = await platform.call('POST', '/v1/holds', {
    as: 'public',
    body: { slotId: slots['both'] },
  });
  assert.equal(body.code, 'slot-taken');
  assert.deepEqual(body.alternatives, []);
  const regulator = await platform.call('POST', '/v1/appointments', {
    as: 'regulator',
    body: { slotId: slots['both'] },
  });
  assert.ok(regulator.body.alternatives.length > 0);
});

test('a guessed hold, an agenda and its slots, absences and rules are closed to the public and to strangers', async () => {
  const paths = [
    '/v1/schedules',
    `/v1/schedules/${privateSchedule}`,
    ...['slots', 'rules', 'absences'].map((part) => `/v1/schedules/${privateSchedule}/${part}`),
    `/v1/schedules/${privateSchedule}/slots/${slots['discreet']}`,
  ];
  for (const path of paths) {
    assert.equal((await platform.call('GET', path, { as: 'public' })).status, 403, path);
    const stranger = await platform.call('GET', path, { as: 'practitioner' });
    assert.equal(JSON.stringify(stranger.body).includes('DISCRET'), false, path);
    if (path !== '/v1/schedules') assert.equal(stranger.status, 404, path);
  }
  const extended = await platform.call(
    'POST',
    '/v1/holds/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/extend',
    { as: 'public' },
  );
  assert.equal(extended.status, 404);
});

test('without credentials only the directory answers', async () => {
  const open = [
    '/healthz',
    '/readyz',
    '/openapi.json',
    '/docs',
    '/v1/territories',
    '/v1/territories/le-havre-fecamp',
    '/v1/places?q=havre',
    '/v1/specialties',
  ];
  for (const path of open) assert.equal((await platform.call('GET', path)).status, 200, path);
  for (const path of [SEARCH, '/v1/structures', '/v1/appointments', '/v1/schedules']) {
    const { status, body, headers } = await platform.call('GET', path);
    assert.deepEqual([status, body.code], [401, 'unauthenticated'], path);
    assert.ok(headers.get('www-authenticate'));
  }
});

test('a key works from its own origins; another origin is refused', async () => {
  const key = { 'x-sas-key': platform.credentials.publishableKey };
  const from = (origin?: string) =>
    platform.call('GET', SEARCH, { headers: { ...key, ...(origin ? { origin } : {}) } });
  assert.equal((await from('https://hopital.example')).status, 200);
  assert.equal((await from()).status, 200);
  assert.equal((await from('https://ailleurs.example')).body.code, 'origin-not-allowed');
  const wrong = await platform.call('GET', SEARCH, { headers: { 'x-sas-key': 'pk_wrong' } });
  assert.equal(wrong.status, 401);
  const token = await platform.call('GET', SEARCH, { headers: { authorization: 'Bearer wrong' } });
  assert.equal(token.status, 401);
});
