import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import {
  type AddressAnswer,
  answering,
  feature,
  startAddressBase,
  type TestAddressBase,
} from '../testing/address-base.ts';
import { until } from '../testing/until.ts';
import { NationalAddressBase } from './national-address-base.ts';

let base: TestAddressBase;
beforeEach(async () => {
  base = await startAddressBase();
});
afterEach(() => base.close());

const geocoder = (pauseMs?: number, timeoutMs = 5000) =>
  new NationalAddressBase({ url: base.url, timeoutMs }, pauseMs);
const question = (text = '12 rue des Galets Le Havre') => ({ text, limit: 5 });

test('an address is found with its commune, its postcode and its position', async () => {
  base.answer = answering(feature(), feature({ type: 'locality', label: 'Les Galets' }));
  const found = await geocoder().search({ ...question(), insee: '76351' });
  assert.deepEqual(
    found?.map(({ label, postcode, lat, lon, approximate, commune }) => {
      return [label, postcode, lat, lon, approximate, commune.label];
    }),
    [
      ['12 Rue des Galets 76600 Le Havre', '76600', 49.5, 0.1, false, 'Le Havre'],
      ['Les Galets', '76600', 49.5, 0.1, true, 'Le Havre'],
    ],
  );
  const [asked] = base.asked;
  assert.deepEqual(Object.fromEntries(asked!), {
    q: '12 rue des Galets Le Havre',
    limit: '5',
    citycode: '76351',
  });
});

test('what is no address of a known commune, or not alike enough, is left out', async () => {
  base.answer = answering(
    ...[null, 7, 'text', [], {}, { geometry: null, properties: null }],
    feature({ type: 'municipality' }),
    feature({ type: 3 }),
    feature({ citycode: '99999' }),
    feature({ citycode: 76351 }),
    feature({ score: 0.3 }),
    feature({ score: '0.9' }),
    feature({ label: '' }),
    feature({ label: { toString: 'x' } }),
    feature({ label: 'x'.repeat(10_000) }),
    ...[null, [], ['0.1', '49.5'], [0.1], [0.1, 490], [900, 49], 'here'].map((at) =>
      feature({}, at),
    ),
    feature({ label: 'kept', postcode: 76600 }),
  );
  const found = await geocoder().search(question());
  assert.deepEqual(
    found?.map(({ label, postcode }) => [label, postcode]),
    [['kept', null]],
  );
});

/** Ways in which a base does not answer. */
const FAILING: Record<string, AddressAnswer> = {
  'an error': (_, response) => void response.writeHead(503).end('{}'),
  'a redirect': (_, response) =>
    void response.writeHead(302, { location: `${base.url}/search/?q=elsewhere` }).end(),
  rubbish: (_, response) => void response.end('<html>'),
  'another shape': (_, response) => void response.end('{"features":"none"}'),
  null: (_, response) => void response.end('null'),
  'half an answer': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"features":[', () => response.destroy());
  },
  'far too much': (_, response) => {
    const more = () => {
      while (response.write(' '.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  },
};
for (const [what, answer] of Object.entries(FAILING)) {
  test(`${what} is no answer, and is asked again`, async () => {
    base.answer = answer;
    const asks = geocoder();
    assert.equal(await asks.search(question()), null);
    const before = base.asked.length;
    base.answer = answering(feature());
    assert.equal((await asks.search(question()))?.length, 1);
    assert.equal(base.asked.length, before + 1);
  });
}

test('whoever never answers is left at the deadline', async () => {
  base.answer = () => undefined;
  assert.equal(await geocoder(undefined, 60).search(question()), null);
});

test('nobody listening is no answer', async () => {
  const asks = geocoder();
  await base.close();
  assert.equal(await asks.search(question()), null);
});

test('the same question is asked once: what is on its way and what was answered are shared', async () => {
  base.answer = answering(feature());
  const asks = geocoder();
  const found = await Promise.all([asks.search(question()), asks.search(question())]);
  assert.deepEqual([found[0]?.length, found[1]?.length], [1, 1]);
  await asks.search(question());
  assert.equal(base.asked.length, 1);
  await asks.search(question('14 rue des Galets Le Havre'));
  assert.equal(base.asked.length, 2);
});

test('a base that fails three times is left alone, and asked again later', async () => {
  base.answer = FAILING['an error']!;
  const asks = geocoder(3_600_000);
  for (let number = 0; number < 6; number += 1) await asks.search(question(`${number} rue Neuve`));
  assert.equal(base.asked.length, 3);

  const patient = geocoder(1);
  for (let number = 0; number < 3; number += 1) {
    assert.equal(await patient.search(question(`${number} rue Neuve`)), null);
  }
  base.answer = answering(feature());
  const found = await until(async () => (await patient.search(question())) ?? false);
  assert.equal(found.length, 1);
});

test('only so many questions are on their way at once', async () => {
  const waiting: (() => void)[] = [];
  base.answer = (request, response) =>
    void waiting.push(() => answering(feature())(request, response));
  const asks = geocoder();
  const all = Array.from({ length: 12 }, (_, number) => asks.search(question(`${number} rue`)));
  const refused = await Promise.all(all.slice(8));
  assert.deepEqual(refused, [null, null, null, null]);
  const answered = Promise.all(all.slice(0, 8));
  await until(() => waiting.length >= 8);
  for (const answer of waiting) answer();
  assert.ok((await answered).every((found) => found?.length === 1));
});
