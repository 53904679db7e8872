import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { after, test } from 'node:test';
import { lint, parsePractitionerId, readBundle } from '@sas-kit/fhir';
import { chance, logNormalMs } from './chance.ts';
import { conductOf, type Fault } from './conduct.ts';
import { OptionError, readOptions } from './options.ts';
import { indexOf, rppsOf } from './practitioners.ts';
import { practitionersOf, type RunningSimulator, startSimulator } from './simulator.ts';

const OPTIONS = readOptions(['--vendors', '3', '--practitioners', '120', '--port', '0']);
const world = [...practitionersOf(OPTIONS)];
const running: RunningSimulator[] = [];
after(() => Promise.all(running.map((each) => each.close())));

async function start(...argv: string[]) {
  const options = readOptions(['--practitioners', '120', '--port', '0', ...argv]);
  const simulator = await startSimulator(options);
  running.push(simulator);
  return simulator.vendors;
}

/** The search of the guide for practitioners, 72 h from a Monday morning on. */
function searchOf(base: string, nationalIds: readonly string[]): string {
  const ids = nationalIds.map((id) => `urn:oid:1.2.250.1.71.4.2.1|${id}`).join(',');
  const query = new URLSearchParams({
    'schedule.actor:Practitioner.identifier': ids,
    status: 'free',
    _include: 'Slot:schedule',
    '_include:iterate': 'Schedule:actor',
  });
  query.append('start', 'ge2026-11-23T08:00:00.000+01:00');
  query.append('start', 'le2026-11-26T08:00:00.000+01:00');
  return `${base}/Slot?${query}`;
}

const idsOf = (vendor: number) =>
  world
    .filter((each) => each.vendor === vendor)
    .slice(0, 25)
    .map(({ practitioner }) => practitioner.nationalId);

test('people are fictive, and their numbers correct', () => {
  assert.equal(parsePractitionerId(rppsOf(99_999))?.checkDigit, 'right');
  assert.equal(indexOf(rppsOf(4711)), 4711);
  assert.equal(
    indexOf(rppsOf(4711).replace(/(.)$/, (key) => String((Number(key) + 1) % 10))),
    null,
  );
  assert.equal(new Set(world.map(({ practitioner }) => practitioner.nationalId)).size, 120);
});

test('the first vendor has the most practitioners, and every one has some', () => {
  const [first = 0, second = 0, third = 0] = [0, 1, 2].map(
    (vendor) => world.filter((each) => each.vendor === vendor).length,
  );
  assert.ok(first > second && second > 0 && third > 0, `${first} ${second} ${third}`);
});

test('people practise where their communes and the weights of these say', () => {
  const commune = (insee: string, weight: number) => ({
    city: `Commune ${insee}`,
    insee,
    postalCode: '76600',
    lat: 49.49,
    lon: 0.11,
    weight,
  });
  const communes = [commune('76351', 3), commune('76999', 0), commune('76259', 1)];
  const of = (insee: string) =>
    [...practitionersOf({ ...OPTIONS, practitioners: 1_000, communes })].filter(
      (each) => each.insee === insee,
    ).length;
  assert.ok(of('76351') > 700 && of('76351') < 800, String(of('76351')));
  assert.equal(of('76999'), 0);
  assert.equal(of('76351') + of('76259'), 1_000);
});

test('chance is even, and the same again', () => {
  const draws = Array.from({ length: 10_000 }, (_, index) => chance(7, 'even', index));
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const count = draws.filter((draw) => Math.floor(draw * 10) === tenth).length;
    assert.ok(count > 900 && count < 1_100, `${tenth}: ${count}`);
  }
  assert.equal(chance(7, 'even', 3), draws[3]);
});

test('delays have the median and the 95th percentile that were asked for', () => {
  const delays = Array.from({ length: 20_000 }, (_, index) =>
    logNormalMs(400, 2_500, chance(1, 'one', index), chance(1, 'other', index)),
  ).sort((one, other) => one - other);
  assert.ok(Math.abs(delays[10_000]! - 400) < 20, String(delays[10_000]));
  assert.ok(Math.abs(delays[19_000]! - 2_500) < 200, String(delays[19_000]));
});

test('faults come as often as was asked for', () => {
  const options = { ...OPTIONS, rates: { hang: 0.01, malformed: 0.05 } };
  const faults = Array.from({ length: 10_000 }, (_, number) => conductOf(0, number, options).fault);
  const count = (fault: Fault) => faults.filter((each) => each === fault).length;
  assert.ok(count('hang') > 70 && count('hang') < 130, String(count('hang')));
  assert.ok(count('malformed') > 440 && count('malformed') < 560, String(count('malformed')));
});

test('a vendor answers for its own practitioners as the guide wants it, and twice the same', async () => {
  const [vendor] = await start();
  const address = searchOf(vendor!.base, idsOf(0));
  const [answer, again] = [await fetch(address), await fetch(address)];
  const bundle: unknown = await answer.json();
  assert.deepEqual(await again.json(), bundle);
  const serious = lint(bundle, 'ps').filter(({ severity }) => severity === 'error');
  assert.deepEqual(serious, []);
  const { agenda } = readBundle(bundle);
  assert.ok(agenda.slots.length > 20, String(agenda.slots.length));
  assert.equal(vendor!.requests, 2);
});

test('a vendor knows nothing of the practitioners of another', async () => {
  const [, second] = await start();
  const answer = await fetch(searchOf(second!.base, idsOf(0)));
  assert.equal(((await answer.json()) as { total: number }).total, 0);
});

test('one vendor of the world runs alone, with the same people', async () => {
  const vendors = await start('--only', '2');
  assert.deepEqual(
    vendors.map(({ name }) => name),
    ['Éditeur de démonstration 2'],
  );
  const answer = await fetch(searchOf(vendors[0]!.base, idsOf(1)));
  assert.ok(((await answer.json()) as { total: number }).total > 0);
});

/** The first bytes of an answer, however it goes on. */
async function beginning(address: string): Promise<IncomingMessage> {
  const request = get(address, { agent: false, headers: { 'accept-encoding': 'gzip' } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

test('each fault is what it says', async () => {
  const [vendor] = await start();
  const { base } = vendor!;
  const address = searchOf(base, idsOf(0));
  const answerTo = async (fault: Fault) => {
    vendor!.misbehave(fault);
    const response = await fetch(address, { redirect: 'manual' });
    return { response, text: await response.text() };
  };
  assert.equal((await answerTo('unavailable')).response.status, 503);
  assert.match((await answerTo('html')).text, /^<!doctype html>/);
  assert.equal((await answerTo('empty')).text, '');
  const { text: half } = await answerTo('truncated');
  assert.throws(() => JSON.parse(half) as unknown);
  const { text: faulty } = await answerTo('malformed');
  assert.equal(readBundle(JSON.parse(faulty)).agenda.slots.length, 0);
  assert.equal((await answerTo('redirect')).response.status, 302);
  assert.ok((await answerTo('huge')).text.length > 50_000_000);
  vendor!.misbehave('reset');
  await assert.rejects(fetch(address));

  vendor!.misbehave('gzip-bomb');
  const bomb = await beginning(address);
  assert.equal(bomb.headers['content-encoding'], 'gzip');
  bomb.destroy();
  vendor!.misbehave('drip');
  const drip = await beginning(address);
  const [first] = (await once(drip, 'data')) as [Buffer];
  assert.equal(first.length, 1);
  drip.destroy();

  vendor!.misbehave('hang');
  const before = vendor!.requests;
  const gaveUp = new AbortController();
  const hanging = fetch(address, { signal: gaveUp.signal });
  while (vendor!.requests === before) await new Promise(setImmediate);
  vendor!.misbehave(null);
  assert.equal((await fetch(address)).status, 200);
  gaveUp.abort();
  await assert.rejects(hanging);
});

for (const [argv, told] of [
  [['--vendors', '0'], /--vendors must be a whole number from 1/],
  [['--practitioners', '100001'], /--practitioners must be/],
  [['--only', '4'], /--only must be a whole number from 1 to 3/],
  [['--rate', 'sulk=1'], /no fault “sulk”/],
  [['--rate', 'hang=0.6', '--rate', 'drip=0.6'], /more than 1/],
  [['--always', ''], /--always/],
  [['--median-ms', '10'], /--p95-ms must not be below/],
  [['--port', '65535'], /--port must be/],
  [['--speed', '3'], /--speed/],
] as const) {
  test(`refused: ${argv.join(' ')}`, () => {
    assert.throws(
      () => readOptions(argv),
      (error: unknown) => error instanceof OptionError && told.test(error.message),
    );
  });
}
