import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, suite, test } from 'node:test';
import { createConnector, MemoryRegulators } from '@sas-kit/connector';
import { nodeListener } from '@sas-kit/connector/node';
import type { ConfigFile, RegulatorFixture } from '../../config.ts';
import { parseConfig } from '../../read-config.ts';
import { runChecks } from '../../runner.ts';
import { ACCOUNT_CHECKS } from './index.ts';

const regulators = new MemoryRegulators();
const server = createServer();
let base: string;

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  const { handle } = createConnector({ baseUrl: base, agenda: {}, regulators });
  server.on('request', nodeListener(handle));
});
after(() => {
  server.close();
  server.closeAllConnections();
});

async function notPassed(config: ConfigFile, only = /./): Promise<string[]> {
  const checks = ACCOUNT_CHECKS.filter(({ id }) => only.test(id));
  const verdicts = await runChecks({ base, config: parseConfig(config), checks });
  return verdicts
    .filter(({ status }) => status !== 'passed')
    .map(({ check, status, reason, findings }) => {
      return `${check.id} ${status} ${reason?.en ?? findings[0]?.message.en}`;
    });
}

const NAMED: RegulatorFixture = {
  id: '3760009001/4242',
  newId: '3760009001/4243',
  email: 'alix.normand@sas.example',
  newEmail: 'alix.normand.modif@sas.example',
  family: 'Normand',
  given: 'Alix',
};

suite('one server, several runs', () => {
  test('a second run is as green as the first', async () => {
    assert.deepEqual(await notPassed({ regulators: {} }), []);
    assert.deepEqual(await notPassed({ regulators: {} }), []);
  });

  test('no account stays active that a run has made', () => {
    assert.ok(regulators.all.length > 100);
    assert.deepEqual(
      regulators.all.filter(({ active }) => active),
      [],
    );
  });

  test('the accounts that the configuration names are those that are made', async () => {
    assert.deepEqual(await notPassed({ regulators: NAMED }), []);
    const named = regulators.all.filter(({ email }) => email === NAMED.newEmail);
    assert.equal(named[0]?.identifier?.value, NAMED.newId);
    assert.equal(named[0]?.family, 'Normand-modif');
  });

  test('one check alone does what it stands on, and no more', async () => {
    const before = regulators.all.length;
    assert.deepEqual(await notPassed({ regulators: {} }, /\/change-given$/), []);
    assert.equal(regulators.all.length, before + 1);
  });

  test('what stands on a failed test is skipped and names it', async () => {
    const wrong = await notPassed({ regulators: { ...NAMED, id: '810999001000' } }, /\/create-n/);
    assert.deepEqual(wrong, []);
    const [first, second] = await notPassed(
      { regulators: { ...NAMED, id: '810999001000' } },
      /\/(?:create-national|disable)$/,
    );
    assert.match(first!, /^accounts\/create-national failed 422 instead of 201/);
    assert.match(second!, /^accounts\/disable skipped test 5\.01/);
  });

  test('without regulators in the configuration nothing is sent', async () => {
    const before = regulators.all.length;
    const skipped = await notPassed({});
    assert.equal(skipped.length, ACCOUNT_CHECKS.length);
    assert.ok(skipped.every((each) => / skipped the configuration does not give/.test(each)));
    assert.equal(regulators.all.length, before);
  });
});
