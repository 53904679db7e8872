import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import type { Caller, Identity } from '../identity/caller.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { PractitionerParticipations } from './practitioners.ts';
import { reachesPractitioner, reachesStructure } from './reach.ts';

const MONDAY = '2026-11-23T08:00:00+01:00';
const DOCTOR = '810999900018';
const COLLEAGUE = '810999900026';
const MANAGED = '1760000001';
const path = (nationalId = DOCTOR) => `/v1/practitioners/${nationalId}/participation`;
const alone = { participates: true, via: 'individual', hasSoftware: false, declaresHours: true };

let platform: TestPlatform;
let schedule: string;
before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(MONDAY);
  const structure = { kind: 'msp', name: 'Maison de santé de démonstration', nationalId: MANAGED };
  schedule = await openAgenda(platform, { structure, participates: true });
});
after(() => platform.close());

async function say(
  body: Record<string, unknown>,
  { as = 'practitioner', at = path(), ifMatch = '*' } = {},
) {
  return platform.call('PUT', at, { as, body, headers: { 'if-match': ifMatch } });
}

async function cardOf(id: string, as = 'regulator') {
  const { body } = await platform.call('GET', '/v1/availability?insee=76351&limit=100', {
    as,
  });
  const agenda = await platform.call('GET', `/v1/schedules/${id}`, { as: 'administrator' });
  const { location } = agenda.body;
  return body.items.find((card: { location: { id: string } }) => card.location.id === location.id);
}

test('whoever has said nothing takes no part, and says it under the version 0', async () => {
  const nobody = await platform.call('GET', path(COLLEAGUE), { as: 'delegate' });
  assert.equal(nobody.headers.get('etag'), '"0"');
  assert.deepEqual(nobody.body, {
    nationalId: COLLEAGUE,
    participates: false,
    via: null,
    structure: null,
    communityLocations: [],
    hasSoftware: null,
    software: [],
    refusesVendorSlots: false,
    declaresHours: false,
    redirectionScheme: false,
    changed: null,
  });
  const said = await say(alone, { as: 'delegate', at: path(COLLEAGUE), ifMatch: '"0"' });
  assert.equal(said.status, 200, JSON.stringify(said.body));
  assert.equal(said.headers.get('etag'), '"1"');
  const again = await say(alone, { as: 'delegate', at: path(COLLEAGUE), ifMatch: '"0"' });
  assert.deepEqual([again.status, again.body.code], [412, 'precondition-failed']);
  const blind = await platform.call('PUT', path(COLLEAGUE), { as: 'delegate', body: alone });
  assert.equal(blind.status, 428);
});

test('agendas follow what is said, those that are opened later too; nobody’s word goes before it', async () => {
  await say({ participates: false });
  assert.equal((await cardOf(schedule)).participates, false);
  await say(alone);
  const card = await cardOf(schedule);
  assert.deepEqual([card.participates, card.overbooking], [true, true]);
  const msp = { ...alone, via: 'msp', structure: MANAGED };
  const said = await say(msp);
  assert.equal(said.status, 200, JSON.stringify(said.body));
  assert.deepEqual(
    [(await cardOf(schedule)).participates, (await cardOf(schedule)).overbooking],
    [true, false],
  );
  await say({ participates: false });
  const location = { ...(practice()['location'] as object), line: '3 rue du Lendemain' };
  const later = await openAgenda(platform, { location, participates: true, overbooking: true });
  const read = await platform.call('GET', `/v1/schedules/${later}`, { as: 'editor' });
  assert.deepEqual([read.body.participates, read.body.overbooking], [false, false]);
  const vendors = await platform.call('PATCH', `/v1/schedules/${later}`, {
    as: 'editor',
    body: { participates: true, overbooking: true },
    headers: { 'if-match': '*' },
  });
  assert.deepEqual([vendors.body.participates, vendors.body.overbooking], [false, false]);
});

test('vendor slots that are refused are there for regulators alone, by the codes of theirs; the own ones stay', async () => {
  const location = { ...(practice()['location'] as object), line: '4 rue des Refus' };
  const id = await openAgenda(platform, { location });
  const at = (hour: string) => `2026-11-23T${hour}:00+01:00`;
  await addSlot(platform, id, slotAt(at('09:00')));
  const pushed = [
    { ref: 'p', ...slotAt(at('10:00')) },
    { ref: 'q', ...slotAt(at('10:20'), { visibility: ['PRO'] }) },
    { ref: 'r', ...slotAt(at('10:40'), { visibility: ['SNP', 'PUBLIC'] }) },
  ];
  const window = 'from=2026-11-23T08:00:00%2B01:00&to=2026-11-24T08:00:00%2B01:00';
  await platform.call('PUT', `/v1/schedules/${id}/slots?${window}`, {
    as: 'editor',
    body: { slots: pushed },
  });
  const hours = async (as?: string) =>
    (await cardOf(id, as)).slots.map(({ start }: { start: string }) => start.slice(11, 16));
  assert.deepEqual(await hours(), ['09:00', '10:00', '10:20', '10:40']);
  const slotId = (await cardOf(id)).slots[3].id as string;
  await say({ participates: false, hasSoftware: true, refusesVendorSlots: true });
  assert.deepEqual(await hours(), ['09:00', '10:40']);
  const refused = await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });
  assert.equal(refused.status, 404);
  assert.deepEqual(await hours('public'), ['09:00']);
  await say({ participates: false, hasSoftware: true });
  assert.deepEqual(await hours(), ['09:00', '10:00', '10:20', '10:40']);
  assert.deepEqual(await hours('public'), ['09:00', '10:00', '10:40']);
});

test('whoever takes redirected people shows the triage nurse SNP slots', async () => {
  const slot = slotAt('2026-11-23T15:00:00+01:00', { visibility: ['SNP'] });
  const slotId = await addSlot(platform, schedule, slot);
  const seen = async () => {
    const { body } = await platform.call(
      'GET',
      '/v1/availability?insee=76351&visibility=SNP&limit=100',
      { as: 'triage-nurse' },
    );
    const slots = body.items.flatMap((card: { slots: { id: string }[] }) => card.slots);
    return slots.some(({ id }: { id: string }) => id === slotId) as boolean;
  };
  await say({ participates: false });
  assert.equal(await seen(), false);
  await say({ participates: false, redirectionScheme: true });
  assert.equal(await seen(), true);
});

test('a CPTS is known by its agenda, or by who belongs to it', async () => {
  const agenda = await platform.call('GET', `/v1/schedules/${schedule}`, { as: 'practitioner' });
  const communityLocations = [agenda.body.location.id];
  const request = {
    ...{ participates: true, via: 'cpts' as const, structure: '1760000999', communityLocations },
    ...{ hasSoftware: false, declaresHours: true },
  };
  const unknown = await say(request);
  assert.deepEqual(
    unknown.body.errors.map(({ code }: { code: string }) => code),
    ['unknown-structure'],
  );
  const member: Caller = {
    kind: 'professional',
    scope: 'test',
    identity: {
      subject: 'test',
      roles: ['practitioner'],
      nationalIds: [DOCTOR],
      communities: ['1760000999'],
    },
    fromOrigin: false,
  };
  const said = await new PractitionerParticipations(platform.database).replace(
    member,
    DOCTOR,
    request,
    '*',
  );
  assert.deepEqual(
    [said.resource.structure, said.resource.communityLocations],
    ['1760000999', communityLocations],
  );
});

test('a refusal names every place at fault, each with its own code, and keeps nothing', async () => {
  await say(alone);
  const { status, body } = await say({ participates: true, via: 'cpts' });
  assert.deepEqual([status, body.code], [422, 'participation-incomplete']);
  assert.deepEqual(
    body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code]),
    [
      ['/structure', 'structure-required'],
      ['/communityLocations', 'location-required'],
      ['/hasSoftware', 'software-answer-required'],
    ],
  );
  const read = await platform.call('GET', path(), { as: 'practitioner' });
  assert.equal(read.body.via, 'individual');
  const shape = await say({ participates: true, via: 'alone' });
  assert.equal(shape.status, 400);
});

test('the professional says it; account managers of the territory and administrators read it; nobody else does', async () => {
  const cases: [as: string, read: number, write: number][] = [
    ['practitioner', 200, 200],
    ['delegate', 404, 404],
    ['structure-manager', 404, 404],
    ['account-manager', 404, 403],
    ['administrator', 200, 403],
    ['territory-lead', 403, 403],
    ['regulator', 403, 403],
    ['editor', 403, 403],
    ['public', 403, 403],
  ];
  for (const [as, read, write] of cases) {
    assert.equal((await platform.call('GET', path(), { as })).status, read, as);
    assert.equal((await say(alone, { as })).status, write, as);
  }
});

test('a delegation reaches as far as it says, an account manager as far as its territories', async () => {
  const callerOf = (identity: Omit<Identity, 'subject'>): Caller => ({
    kind: 'professional',
    scope: 'test',
    identity: { subject: 'test', ...identity },
    fromOrigin: false,
  });
  const delegate = (scope: 'agenda' | 'appointments') =>
    callerOf({ roles: ['delegate'], delegations: [{ nationalId: DOCTOR, scopes: [scope] }] });
  const manager = (territory: string) =>
    callerOf({ roles: ['account-manager'], territories: [territory] });
  const cases: [Caller, 'participation:read' | 'participation:write', boolean][] = [
    [delegate('agenda'), 'participation:read', true],
    [delegate('agenda'), 'participation:write', true],
    [delegate('appointments'), 'participation:read', false],
    [manager('le-havre-fecamp'), 'participation:read', true],
    [manager('le-havre-fecamp'), 'participation:write', false],
    [manager('rhone'), 'participation:read', false],
  ];
  for (const [caller, right, reached] of cases) {
    const label = JSON.stringify([caller.identity, right]);
    assert.equal(
      await reachesPractitioner(platform.database, caller, right, DOCTOR),
      reached,
      label,
    );
  }
  const here = manager('le-havre-fecamp');
  assert.ok(await reachesStructure(platform.database, here, 'participation:read', MANAGED));
});

test('a change is in the audit trail under the national id', async () => {
  await say(alone);
  const [entry] = await platform.database.query(
    `select subject, operation, kind, record from audit_entry order by id desc limit 1`,
  );
  assert.deepEqual(entry, {
    subject: 'practitioner',
    operation: 'updatePractitionerParticipation',
    kind: 'practitioner',
    record: DOCTOR,
  });
});

test('a structure says how it takes part; the agendas of its sites and of a health centre follow', async () => {
  const at = `/v1/structures/${MANAGED}/participation`;
  const as = 'structure-manager';
  const structure = { kind: 'cds', name: 'Centre de santé de démonstration', nationalId: MANAGED };
  const location = { ...(practice()['location'] as object), line: '5 rue du Centre' };
  await platform.database.query(`update structure set kind = 'cds' where national_id = $1`, [
    MANAGED,
  ]);
  const inCentre = await openAgenda(platform, { structure, location });
  const nothing = await platform.call('GET', at, { as });
  assert.deepEqual(
    [nothing.body.participates, nothing.body.kind, nothing.headers.get('etag')],
    [false, 'cds', '"0"'],
  );
  const missing = await say({ participates: true }, { as, at, ifMatch: '"0"' });
  assert.deepEqual(
    missing.body.errors.map(({ pointer }: { pointer: string }) => pointer),
    ['/declaresHours', '/practitionerCount'],
  );
  const whole = { participates: true, declaresHours: true, practitionerCount: 6 };
  const said = await say(whole, { as, at, ifMatch: '"0"' });
  assert.deepEqual([said.status, said.body.practitionerCount], [200, 6]);
  assert.deepEqual(
    [(await cardOf(inCentre)).participates, (await cardOf(inCentre)).overbooking],
    [true, false],
  );
  await say(alone);
  assert.equal((await cardOf(inCentre)).overbooking, false);
  await say({ participates: false }, { as, at });
  assert.equal((await cardOf(inCentre)).participates, false);
  for (const [who, status] of Object.entries({ practitioner: 404, regulator: 403 })) {
    assert.equal((await platform.call('GET', at, { as: who })).status, status, who);
  }
});

test('a practice does not take part as such', async () => {
  const location = { ...(practice()['location'] as object), line: '6 rue du Cabinet' };
  const structure = { kind: 'practice', name: 'Cabinet', nationalId: '1760000077' };
  await openAgenda(platform, { structure, location });
  const at = '/v1/structures/1760000077/participation';
  assert.equal((await platform.call('GET', at, { as: 'administrator' })).status, 404);
});
