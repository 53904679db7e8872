import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform();
});
after(() => platform.close());

test('logs tell route, status and role, and nothing of a person, place or secret', async () => {
  await platform.setClock('2026-11-23T08:00:00+01:00');
  const agenda = await openAgenda(platform);
  const slotId = await addSlot(platform, agenda, slotAt('2026-11-23T10:00:00+01:00'));
  const search = '/v1/availability?q=Sainte-Adresse&preferredPractitioner=810999123456';
  assert.equal((await platform.call('GET', search, { as: 'public' })).status, 200);
  const hold = await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });
  const booked = await platform.call('POST', '/v1/appointments', {
    as: 'public',
    body: {
      slotId,
      holdId: hold.body.id,
      contact: { name: 'Zéphyrine Secrète', phone: '0639985555' },
    },
  });
  assert.equal(booked.status, 201);
  const headers = { 'sas-manage-token': booked.body.manageToken as string };
  await platform.call('POST', `/v1/appointments/${booked.body.id}/cancel`, {
    as: 'public',
    headers,
  });
  await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId: 'Zéphyrine' } });
  // Fastify's own first line names the address that the server listens on.
  const log = platform.logged().replace(/^.*Server listening.*\n/gm, '');
  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);
  const routes = lines.map(({ method, route, status }) => `${method} ${route} ${status}`);
  assert.ok(routes.includes('POST /v1/appointments/:appointmentId/cancel 200'), routes.join('\n'));
  const secrets = ['Zéphyrine', '39985555', 'Adresse', '810999123456', '127.0.0.1'];
  secrets.push(hold.body.id, booked.body.id, booked.body.manageToken, booked.body.reference);
  secrets.push(platform.credentials.publishableKey, ...Object.values(platform.credentials.tokens));
  for (const secret of secrets) assert.equal(log.includes(secret), false, `${secret} is logged`);
});
