import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { MemoryRegulators } from './accounts/memory-store.ts';
import { decideArrival, readOrigin, type Origin } from './single-sign-on.ts';

const NONE: Origin = { kind: 'none' };
const UNKNOWN: Origin = { kind: 'unknown' };
const sas = (name: string): Origin => ({ kind: 'sas', name });

const ORIGINS: [string, Origin][] = [
  ['https://agenda.example/rdv?x=1&origin=sas', sas('sas')],
  ['https://agenda.example/rdv?&origin=sas-preprod', sas('sas-preprod')],
  ['/rdv?x=1?origin=sas', sas('sas')],
  ['/rdv?origin=sas&origin=sas', sas('sas')],
  ['/rdv?x=1', NONE],
  ['/rdv', NONE],
  ['/rdv#?origin=sas', NONE],
  ['/rdv?x=origin=sas', NONE],
  ['/rdv?origin=', UNKNOWN],
  ['/rdv?origin=SAS', UNKNOWN],
  ['/rdv?origin=evil', UNKNOWN],
  ['/rdv?origin=sas&origin=evil', UNKNOWN],
  ['/rdv?origin=sas%00', UNKNOWN],
  ['/rdv?Origin=sas', NONE],
];

suite('the origin of a link', () => {
  for (const [url, expected] of ORIGINS) {
    test(`${url}: ${expected.kind}`, () => {
      assert.deepEqual(readOrigin(url, ['sas', 'sas-preprod']), expected);
    });
  }

  test('sas alone is known by default', () => {
    assert.deepEqual(readOrigin('/rdv?origin=sas'), sas('sas'));
    assert.deepEqual(readOrigin('/rdv?origin=sas-preprod'), UNKNOWN);
  });
});

suite('an arrival', () => {
  const regulators = new MemoryRegulators();
  const account = {
    id: 'a',
    identifier: { kind: 'national', value: '810002673899' } as const,
    active: true,
    family: 'Marius',
    given: 'Jules',
    email: 'jules@test.com',
  };
  regulators.save([
    account,
    { ...account, id: 'b', identifier: { kind: 'national', value: '0759012345' }, active: false },
  ]);
  const arrive = (url: string, nationalId: string | null) =>
    decideArrival({ url, nationalId, regulators });

  test('without origin gets the own login, whoever is known', async () => {
    assert.deepEqual(await arrive('/rdv?x=1', null), { kind: 'login' });
    assert.deepEqual(await arrive('/rdv?x=1', '810002673899'), { kind: 'login' });
  });

  test('from nobody known is an error', async () => {
    assert.deepEqual(await arrive('/rdv?origin=evil', '810002673899'), {
      kind: 'refused',
      reason: 'unknown-origin',
    });
  });

  test('from SAS without session goes to Pro Santé Connect and comes back', async () => {
    assert.deepEqual(await arrive('https://agenda.example/rdv?x=1&origin=sas', null), {
      kind: 'authenticate',
      returnTo: '/rdv?x=1&origin=sas',
    });
    assert.deepEqual(await arrive('/rdv?origin=sas', null), {
      kind: 'authenticate',
      returnTo: '/rdv?origin=sas',
    });
  });

  test('of a regulator opens the agenda at once', async () => {
    for (const id of ['810002673899', '10002673899', ' 8 10002673899']) {
      assert.deepEqual(await arrive('/rdv?x=1&origin=sas', id), {
        kind: 'open',
        regulator: account,
        agenda: '/rdv?x=1',
      });
    }
  });

  test('of nobody with an account, or a disabled one, is refused', async () => {
    assert.deepEqual(await arrive('/rdv?origin=sas', '810100050075'), {
      kind: 'refused',
      reason: 'no-account',
    });
    assert.deepEqual(await arrive('/rdv?origin=sas', '0759012345'), {
      kind: 'refused',
      reason: 'disabled',
    });
  });

  test('never leads to another site', async () => {
    for (const url of [
      'https://evil.example/rdv?origin=sas',
      '//evil.example/rdv?origin=sas',
      '/\\evil.example?origin=sas',
      'https://agenda.example//evil.example?origin=sas',
    ]) {
      const arrival = await arrive(url, null);
      assert.ok(arrival.kind === 'authenticate');
      assert.match(arrival.returnTo, /^\/(?![/\\])/);
    }
  });
});
