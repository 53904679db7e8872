import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  hubQueueFor,
  hubQueues,
  isHubId,
  samuId,
  SAS_PLATFORM_ID,
  SAS_PLATFORM_TEST_ID,
} from './addresses.ts';
import { explainHubError, HUB_ERRORS, hubErrorFamily, isHubErrorCode } from './error-codes.ts';
import { HUB_RULES } from './findings.ts';
import { hubOrganizationId, hubRegulatorId, hubRppsId } from './identifiers.ts';

describe('ids and queues', () => {
  it('routes each kind to its queue', () => {
    assert.deepEqual(hubQueues('fr.health.samu330'), {
      message: 'fr.health.samu330.message',
      ack: 'fr.health.samu330.ack',
      info: 'fr.health.samu330.info',
    });
    for (const kind of ['Report', 'Update', 'Cancel'] as const)
      assert.equal(hubQueueFor('a.b', kind), 'a.b.message');
    assert.equal(hubQueueFor('a.b', 'Ack'), 'a.b.ack');
    assert.equal(hubQueueFor('a.b', 'Error'), 'a.b.info');
  });

  it('knows the platform in and outside production', () => {
    assert.equal(SAS_PLATFORM_ID, 'fr.health.ptfsas');
    assert.equal(SAS_PLATFORM_TEST_ID, 'fr.health.test.ptfsas');
    assert.ok(isHubId(SAS_PLATFORM_ID) && isHubId(SAS_PLATFORM_TEST_ID));
  });

  const samus: [code: string, id: string | null][] = [
    ['330', 'fr.health.samu330'],
    [' 2a0 ', 'fr.health.samu2A0'],
    ['FR680', 'fr.health.samu680'],
    ['974', 'fr.health.samu974'],
    ['33', null],
    ['2C0', null],
    ['330_', null],
  ];
  for (const [code, id] of samus)
    it(`call centre ${code} is ${id ?? 'refused'}`, () => {
      if (id === null) assert.throws(() => samuId(code), RangeError);
      else assert.equal(samuId(code), id);
    });

  for (const id of ['', 'fr', 'fr.health.samu_330', 'fr.health samu', 'FR.health.x', 'fr..x'])
    it(`'${id}' is no id`, () => assert.equal(isHubId(id), false));
});

describe('errors in words', () => {
  it('explains every number of the Hub in both languages', () => {
    const numbers = Object.keys(HUB_ERRORS).map(Number);
    assert.equal(numbers.length, 15);
    for (const number of numbers) {
      assert.ok(isHubErrorCode(number));
      const { message, statusString } = explainHubError(number);
      assert.ok(message.fr.length > 20 && message.en.length > 20);
      assert.match(statusString ?? '', /^[A-Z_]+$/);
    }
    for (const { message } of Object.values(HUB_RULES))
      assert.ok(message.fr.length > 20 && message.en.length > 20);
  });

  const families: [number, string][] = [
    [100, 'set-up'],
    [102, 'set-up'],
    [200, 'unauthorised'],
    [300, 'parsing'],
    [301, 'parsing'],
    [400, 'expired'],
    [409, 'expired'],
    [500, 'undelivered'],
    [600, 'undelivered'],
    [704, 'undelivered'],
    [9999, 'undelivered'],
    [0, 'unknown'],
    [Number.NaN, 'unknown'],
  ];
  for (const [number, family] of families)
    it(`${number} is ${family}`, () => assert.equal(hubErrorFamily(number), family));

  it('takes 409 of the guide for 701, and says that it does not know others', () => {
    assert.equal(explainHubError(409).message, HUB_ERRORS[701].message);
    assert.equal(explainHubError(409).family, 'undelivered');
    assert.equal(isHubErrorCode(409), false);
    assert.equal(explainHubError(499).statusString, null);
    assert.equal(explainHubError(499).family, 'expired');
  });
});

describe('identifiers as messages carry them', () => {
  const rpps: [string, string | null][] = [
    ['10999000018', '810999000018'],
    ['810999000018', '810999000018'],
    ['8 10999 00001 8', '810999000018'],
    ['800001288385', null],
    ['00001288385', null],
    ['0769900018', null],
    ['769900018', null],
    ['', null],
  ];
  for (const [given, id] of rpps)
    it(`practitioner ${given || 'nothing'} is ${id ?? 'left out'}`, () =>
      assert.equal(hubRppsId(given), id));

  const structures: [string, string | null][] = [
    ['760780726', '1760780726'],
    ['1760780726', '1760780726'],
    ['2A0000014', '12A0000014'],
    ['130780521', '1130780521'],
    ['33417374840002', '333417374840002'],
    ['333417374840002', '333417374840002'],
    ['334173748400020', '334173748400020'],
    ['410999000018001', null],
    ['76078072', null],
  ];
  for (const [given, id] of structures)
    it(`structure ${given} is ${id ?? 'left out'}`, () =>
      assert.equal(hubOrganizationId(given), id));

  const regulators: [string, string | null][] = [
    ['3620100057/70326SR', '3620100057/70326SR'],
    ['3456780581/11242343', '3456780581/11242343'],
    ['10999000018', '810999000018'],
    ['1ef24046-7c54-69ca-a309-8106d60b6540', null],
    ['someone', null],
  ];
  for (const [given, id] of regulators)
    it(`regulator ${given} is ${id ?? 'left out'}`, () => assert.equal(hubRegulatorId(given), id));
});
