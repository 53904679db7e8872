import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { SasClient } from './client.ts';
import { isInvalidResponse } from './errors.ts';
import { postSemantics } from './retry.ts';
import { json, raw } from './testing/server.ts';
import { start } from './testing/start.ts';

interface ContractOperation {
  operationId: string;
  parameters?: { name: string; in: string }[];
}
interface Contract {
  paths: Record<string, Record<string, ContractOperation | ContractOperation['parameters']>>;
  components: { parameters: Record<string, { name: string; in: string }> };
}

const file = new URL('../../platform/src/generated/platform.json', import.meta.url);
const contract = JSON.parse(readFileSync(file, 'utf8')) as Contract;
const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** `POST /v1/holds` -> createHold. */
const operations = new Map<string, ContractOperation>();
for (const [path, item] of Object.entries(contract.paths)) {
  for (const method of methods) {
    const operation = item[method] as ContractOperation | undefined;
    if (operation) operations.set(`${method.toUpperCase()} ${path}`, operation);
  }
}

/** Operations without a method, and why. */
const left: Record<string, string> = {
  getContract: 'the types of this client are made of it',
  getDocs: 'a page for people',
  getNewsRss: 'an address for feed readers',
  getNewsJson: 'an address for feed readers',
  startSignIn: 'a page for people',
  followSearchLink: 'a page for people',
  finishSignIn: 'a page for people',
  signOut: 'a form of a page',
  issueToken: 'OAuth 2.0, for which every platform has a client',
  getSigningKeys: 'OAuth 2.0, for which every platform has a client',
  getAuthorizationServer: 'OAuth 2.0, for which every platform has a client',
  getFhirMetadata: 'FHIR, spoken by the software of vendors',
  searchFhirSlots: 'FHIR, spoken by the software of vendors',
  searchFhirSchedules: 'FHIR, spoken by the software of vendors',
  receiveAppointment: 'FHIR, spoken by the software of vendors',
  receiveAppointmentUpdate: 'FHIR, spoken by the software of vendors',
  readAgendaFeed: 'for calendar programs, which have its address',
  listAudit: 'for an administrator, not for an integrator',
  listAuditSegments: 'for an administrator, not for an integrator',
};

const edit = { ifMatch: '"1"' };
const november = { from: '2026-11-01', to: '2026-11-30' };
const instants = { from: '2026-11-23T00:00:00+01:00', to: '2026-11-24T00:00:00+01:00' };
const slot = {
  start: '2026-11-23T09:00:00+01:00',
  end: '2026-11-23T09:20:00+01:00',
  modalities: ['AMB' as const],
  visibility: ['PUBLIC' as const],
};
const rule = {
  days: ['mon' as const],
  startTime: '09:00',
  endTime: '12:00',
  slotMinutes: 20,
  modalities: ['AMB' as const],
  visibility: ['PUBLIC' as const],
};
const protocol = {
  territory: 'le-havre-fecamp',
  purpose: 'regulation' as const,
  title: 'Protocole',
  outcomes: ['unscheduled-consultation' as const],
  roles: ['call-taker' as const],
  text: 'Texte',
  source: 'Source',
  validFrom: '2026-11-23',
};
const nationalId = '810999000014';
const roles = [{ role: 'regulator' as const, territory: 'le-havre-fecamp' }];
const location = { line: '1 rue', postcode: '76600', city: 'Le Havre', insee: '76351' };

/** One call of every method, under the operation that it stands for. */
const calls: Record<string, (client: SasClient) => Promise<unknown>> = {
  searchAvailability: (client) => client.availability.search({ insee: '76351' }),
  streamAvailability: (client) =>
    client.availability.stream({ insee: '76351' }).next().catch(isInvalidResponse),
  searchPlaces: (client) => client.places.search({ q: 'havre' }),
  searchSpecialties: (client) => client.specialties.search(),
  listTerritories: (client) => client.territories.list(),
  getTerritory: (client) => client.territories.get('id'),
  getTerritoryRegime: (client) => client.territories.regime('id', { at: instants.from }),
  updateTerritory: (client) => client.territories.update('id', { partners: [] }, edit),
  listTerritoryChanges: (client) => client.territories.changes('id'),
  withdrawTerritoryChange: (client) => client.territories.withdrawChange('id', 'id', edit),
  listNews: (client) => client.news.list({ type: 'experience' }),
  getNews: (client) => client.news.get('id'),
  createNews: (client) => client.news.create({ title: 'Un', type: 'article' }),
  updateNews: (client) => client.news.update('id', { archived: true }, edit),
  deleteNews: (client) => client.news.remove('id', edit),
  importNews: (client) => client.news.import({ document: '{}', type: 'article' }),
  listStructures: (client) => client.structures.list({ kind: 'practice' }),
  createHold: (client) => client.holds.create({ slotId: 'id' }),
  extendHold: (client) => client.holds.extend('id'),
  releaseHold: (client) => client.holds.release('id'),
  bookAppointment: (client) => client.appointments.book({ slotId: 'id' }),
  listAppointments: (client) => client.appointments.list({ status: ['booked', 'pending'] }),
  getAppointment: (client) => client.appointments.get('id'),
  createDeparture: (client) => client.appointments.leave({ slotId: 'id' }),
  confirmAppointment: (client) => client.appointments.confirm('id'),
  cancelAppointment: (client) => client.appointments.cancel('id'),
  rescheduleAppointment: (client) => client.appointments.reschedule('id', { slotId: 'id' }),
  updateAppointment: (client) => client.appointments.update('id', { status: 'fulfilled' }),
  listOrientations: (client) => client.orientations.list({ state: 'to-execute' }),
  createOrientation: (client) =>
    client.orientations.create({ outcome: 'advice', decision: { kind: 'own' }, insee: '76351' }),
  getOrientation: (client) => client.orientations.get('id'),
  withdrawOrientation: (client) => client.orientations.withdraw('id'),
  acknowledgeOrientation: (client) =>
    client.orientations.acknowledge('id', { reason: 'cancelled', at: instants.from }),
  streamOrientations: (client) => client.orientations.stream().next().catch(isInvalidResponse),
  createPracticeCall: (client) =>
    client.practiceCalls.create({ scheduleId: 'id', purpose: 'overbooking', result: 'accepted' }),
  getPracticeCall: (client) => client.practiceCalls.get('id'),
  listProtocols: (client) => client.protocols.list({ state: 'in-force' }),
  createProtocol: (client) => client.protocols.create(protocol),
  getProtocol: (client) => client.protocols.get('id'),
  deleteProtocol: (client) => client.protocols.remove('id'),
  endProtocol: (client) => client.protocols.end('id', { holder: 'hospital' }),
  signProtocol: (client) => client.protocols.sign('id', { holder: 'hospital' }),
  receiveCallEvents: (client) =>
    client.callEvents.send([
      { id: 'e1', callId: 'c1', kind: 'presented', at: '2026-11-23T08:00:00+01:00' },
    ]),
  getCallStatistics: (client) => client.statistics.calls({ territory: 'loire', ...november }),
  getOrientationStatistics: (client) =>
    client.statistics.orientations({ territory: 'loire', ...november }),
  getOwnDoctorStatistics: (client) =>
    client.statistics.ownDoctor({ territory: 'loire', ...november }),
  getAgendaStatistics: (client) => client.statistics.agenda(november),
  getSearchStatistics: (client) =>
    client.statistics.searches({ territory: 'loire', audience: 'public', ...november }),
  getVendorStatistics: (client) => client.statistics.vendors({ step: 'month', ...november }),
  listSchedules: (client) => client.schedules.list(),
  createSchedule: (client) => client.schedules.create({ location }),
  getSchedule: (client) => client.schedules.get('id'),
  updateSchedule: (client) => client.schedules.update('id', { participates: true }, edit),
  replaceSlots: (client) =>
    client.schedules.replaceSlots('id', { ...instants, slots: [{ ...slot, ref: 'r' }] }),
  getAgendaFeed: (client) => client.schedules.feed('id'),
  renewAgendaFeed: (client) => client.schedules.renewFeed('id'),
  revokeAgendaFeed: (client) => client.schedules.revokeFeed('id'),
  getPractitionerParticipation: (client) => client.participation.practitioner('id'),
  updatePractitionerParticipation: (client) =>
    client.participation.replacePractitioner('id', { participates: false }, edit),
  getStructureParticipation: (client) => client.participation.structure('id'),
  updateStructureParticipation: (client) =>
    client.participation.replaceStructure('id', { participates: false }, edit),
  listRules: (client) => client.rules.list('id'),
  createRule: (client) => client.rules.create('id', rule),
  getRule: (client) => client.rules.get('id', 'id'),
  updateRule: (client) => client.rules.replace('id', 'id', rule, edit),
  deleteRule: (client) => client.rules.remove('id', 'id', edit),
  listSlots: (client) => client.slots.list('id', instants),
  createSlot: (client) => client.slots.create('id', slot),
  getSlot: (client) => client.slots.get('id', 'id'),
  updateSlot: (client) => client.slots.replace('id', 'id', slot, edit),
  deleteSlot: (client) => client.slots.remove('id', 'id', edit),
  listAbsences: (client) => client.absences.list('id'),
  createAbsence: (client) => client.absences.create('id', instants),
  getAbsence: (client) => client.absences.get('id', 'id'),
  updateAbsence: (client) => client.absences.replace('id', 'id', instants, edit),
  deleteAbsence: (client) => client.absences.remove('id', 'id', edit),
  openEmbedSession: (client) =>
    client.embedSessions.create({ element: 'sas-agenda', origin: 'https://a.example', nationalId }),
  acceptSearchLink: (client) => client.searchLinks.accept('ticket'),
  getSession: (client) => client.session.get(),
  endSession: (client) => client.session.end(),
  acceptTerms: (client) => client.session.acceptTerms({ version: '1' }),
  listAccounts: (client) => client.accounts.list({ role: 'regulator' }),
  createAccount: (client) => client.accounts.create({ nationalId, family: 'Fictif', roles }),
  getAccount: (client) => client.accounts.get('id'),
  listAccountEditors: (client) => client.accounts.editors('id'),
  updateAccount: (client) => client.accounts.update('id', { status: 'disabled' }, edit),
  listDelegations: (client) => client.delegations.list({ status: 'pending' }),
  createDelegation: (client) => client.delegations.ask({ nationalId }),
  getDelegation: (client) => client.delegations.get('id'),
  acceptDelegation: (client) => client.delegations.accept('id'),
  refuseDelegation: (client) => client.delegations.refuse('id'),
  endDelegation: (client) => client.delegations.end('id'),
  listEditors: (client) => client.editors.list(),
  createEditor: (client) =>
    client.editors.create({ id: 'agenda', name: 'Agenda', endpoint: 'https://a.example/fhir' }),
  getEditor: (client) => client.editors.get('id'),
  updateEditor: (client) => client.editors.update('id', { enabled: false }, edit),
  deleteEditor: (client) => client.editors.remove('id', edit),
  listServed: (client) => client.editors.served('id', { kind: 'practitioner' }),
  replaceServed: (client) =>
    client.editors.replaceServed('id', { practitioners: [nationalId], structures: [] }),
  checkEditor: (client) => client.editors.check('id'),
  retryTransmission: (client) => client.transmissions.retry('id'),
  getTerritoryDispatch: (client) => client.transmissions.dispatch('id'),
  replaceTerritoryDispatch: (client) =>
    client.transmissions.replaceDispatch('id', { hubRecipient: null, desk: null }),
  listWebhooks: (client) => client.webhooks.list(),
  createWebhook: (client) => client.webhooks.create({ url: 'https://a.example', events: ['*'] }),
  getWebhook: (client) => client.webhooks.get('id'),
  updateWebhook: (client) => client.webhooks.update('id', { status: 'paused' }, edit),
  deleteWebhook: (client) => client.webhooks.remove('id', edit),
  rotateWebhookSecret: (client) => client.webhooks.rotate('id'),
  testWebhook: (client) => client.webhooks.test('id'),
  listWebhookDeliveries: (client) => client.webhooks.deliveries('id', { state: 'failed' }),
  redeliverWebhook: (client) => client.webhooks.redeliver('id', 'id'),
  getHealth: (client) => client.system.health(),
  getReadiness: (client) => client.system.readiness(),
};

function headersOf(operation: ContractOperation): string[] {
  return (operation.parameters ?? [])
    .map((parameter) => {
      const name = (parameter as { $ref?: string }).$ref?.split('/').at(-1);
      return name === undefined ? parameter : contract.components.parameters[name];
    })
    .filter((parameter) => parameter?.in === 'header')
    .map((parameter) => (parameter as { name: string }).name);
}

describe('the client and the contract', () => {
  it('every operation has a method, or a reason', () => {
    const known = [...Object.keys(calls), ...Object.keys(left)].sort();
    const asked = [...operations.values()].map(({ operationId }) => operationId).sort();
    assert.deepEqual(known, asked);
  });

  for (const [key, operation] of operations) {
    const call = calls[operation.operationId];
    if (!call) continue;
    it(`${operation.operationId} is ${key}, with its headers`, async (t) => {
      const [method = '', template = ''] = key.split(' ');
      const answer = method === 'DELETE' ? raw(204, '') : json(200, { ok: true });
      const { client, received } = await start(t, {}, answer);
      await call(client);
      assert.equal(received.length, 1);
      assert.equal(received[0]?.method, method);
      assert.equal(received[0].url.split('?')[0], template.replaceAll(/\{\w+\}/g, 'id'));
      const headers = headersOf(operation);
      for (const name of ['Idempotency-Key', 'If-Match']) {
        assert.equal(name.toLowerCase() in received[0].headers, headers.includes(name), name);
      }
    });
  }

  it('every POST says what sending it twice does', () => {
    const posts = [...operations].filter(([key]) => /^POST (?!\/fhir\/)/.test(key));
    const keyed = (operation: ContractOperation) =>
      headersOf(operation).includes('Idempotency-Key');
    for (const [key, operation] of posts) {
      const semantics = postSemantics(key.slice(5));
      assert.equal(semantics === 'keyed', keyed(operation), key);
    }
  });
});
