import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildSearchLink, type LinkSearch } from '@sas-kit/fhir/link';
import { ConfigError, readConfig } from '../config.ts';
import { openAgenda, practice } from '../testing/agenda-fixtures.ts';
import { answering, feature, startAddressBase } from '../testing/address-base.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { wholeDatabase } from '../testing/whole-database.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const SETTINGS = { SAS_SEARCH_PAGE: '/espace/recherche', SAS_SEARCH_ORIGINS: 'SAMU76, SAMU 14' };
const OID = 'urn:oid:1.2.250.1.71.4.2.1';
let platform: TestPlatform;

const doctors: [nationalId: string, family: string, given: string | null][] = [
  ['810999900018', 'AUBRY', 'Camille'],
  ['810999900026', 'CŒURDEROY', 'Élie'],
  ['810999900034', 'DE LA TOUR-NEUVE', 'Anne-Lise'],
  ['810999900042', 'VASSEUR', 'Noé'],
  ['810999900059', 'VASSEUR', 'Zoé'],
  ['810999900067', 'FOURNIER', null],
  ['810999900083', '王', 'Ninon'],
];

before(async () => {
  platform = await startTestPlatform(SETTINGS);
  await platform.setClock(NOW);
  for (const [index, [nationalId, family, given]] of doctors.entries()) {
    const practitioner = { nationalId, family, specialties: ['SM54'], ...(given && { given }) };
    const location = { ...(practice()['location'] as object), line: `${index} rue des Galets` };
    await openAgenda(platform, { practitioner, location });
  }
});
after(() => platform.close());

/** What a browser gets that follows a link. */
async function follow(query: string, at = platform) {
  const answer = await fetch(`${at.url}/sas/recherche${query}`, { redirect: 'manual' });
  const location = answer.headers.get('location');
  return { status: answer.status, headers: answer.headers, location, text: await answer.text() };
}

/** What its page then opens with the ticket. */
async function open(query: string, as = 'regulator', at = platform) {
  const { location } = await follow(query, at);
  const ticket = /^\/espace\/recherche#ticket=([\w-]+)$/.exec(location ?? '')?.[1];
  assert.ok(ticket, `sent to ${location}`);
  return at.call('POST', '/v1/search-links/accept', { as, body: { ticket } });
}

/** The query that dispatch software writes with the kit. */
function link(search: Partial<LinkSearch>): string {
  const whole = { origin: 'SAMU76', address: { inseeCode: '76351' }, ...search };
  return new URL(buildSearchLink('https://sas.example', whole)).search;
}

async function read(search: Partial<LinkSearch>) {
  const { status, body } = await open(link(search));
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

const codes = (body: { notes: { code: string }[] }) => body.notes.map(({ code }) => code);

test('a link leads to the page at once, and to nothing that tells what it held', async () => {
  const { status, headers, location, text } = await follow(
    link({
      address: {
        streetNumber: '12',
        streetName: 'rue de la Mer',
        inseeCode: '76259',
        city: 'Fécamp',
      },
      practitioner: 'Dr Camille Aubry',
    }),
  );
  assert.equal(status, 303);
  assert.match(location!, /^\/espace\/recherche#ticket=[\w-]+$/);
  const ticket = Buffer.from(location!.split('=')[1]!, 'base64url').toString('latin1');
  assert.doesNotMatch(ticket + location + text, /Mer|camp|76259|Aubry|SAMU/i);
  assert.equal(headers.get('referrer-policy'), 'no-referrer');
  assert.equal(headers.get('cache-control'), 'private, no-store');
});

test('what was handed over is a search: place, specialty, own doctor', async () => {
  const { place, ...rest } = await read({
    address: { streetNumber: '12', streetName: 'rue de la Mer', inseeCode: '76259' },
    specialty: { oid: '1.2.250.1.213.2.28', code: 'SM40' },
    practitioner: { rpps: '10999900018' },
  });
  assert.deepEqual([place.kind, place.insee, place.label], ['commune', '76259', 'Fécamp']);
  assert.equal(place.approximate, true, 'nobody here knows where the street is');
  assert.deepEqual(rest, {
    origin: 'SAMU76',
    address: '12 rue de la Mer, Fécamp',
    specialty: { code: 'SM40', label: 'Pédiatrie', labelEn: 'Paediatrics' },
    practitioner: { nationalId: '810999900018', family: 'AUBRY', given: 'Camille' },
    notes: [],
  });
});

test('the street is looked for in its city by whoever knows addresses', async (t) => {
  const base = await startAddressBase();
  t.after(() => base.close());
  const knowing = await startTestPlatform({
    ...SETTINGS,
    SAS_GEOCODER_URL: `${base.url}/`,
    SAS_GEOCODER_TIMEOUT: '5000',
  });
  t.after(() => knowing.close());
  base.answer = answering(feature({}, [0.1234, 49.5012]));
  const query = link({
    address: { streetNumber: '12', streetName: 'rue des Galets', inseeCode: '76351' },
  });
  const { body } = await open(query, 'regulator', knowing);
  const { kind, lat, lon, insee, approximate } = body.place;
  assert.deepEqual(
    [kind, lat, lon, insee, approximate],
    ['address', 49.5012, 0.1234, '76351', false],
  );
  assert.equal(body.address, '12 rue des Galets, Le Havre');
  const city = await open(link({}), 'regulator', knowing);
  assert.deepEqual([city.body.place.kind, base.asked.length], ['commune', 1]);
});

const places: [name: string, query: string, insee: string | null, note?: string][] = [
  ['by its code, whatever the name', 'inseecode=76351&city=Rouen', '76351'],
  ['of an arrondissement', 'inseecode=69381', '69381'],
  ['of Corsica', 'inseecode=2a004', '2A004'],
  ['by its name alone', 'city=F%C3%A9camp', '76259'],
  ['by a name in Latin-1', 'city=F%E9camp', '76259'],
  ['by a name without accents, in capitals', 'city=FECAMP', '76259'],
  ['by a code that nobody knows, and its name', 'inseecode=99999&city=Le+Havre', '76351'],
  ['of which there are several', 'city=Saint-Denis', null, 'place-ambiguous'],
  ['that nobody knows', 'city=Trifouilly', null, 'place-unknown'],
  ['that is half a name', 'city=Le+Hav', null, 'place-unknown'],
  ['that is missing', 'streetname=quai+Sud', null, 'address-missing'],
  ['of a number without a street', 'city=Rouen&streetnumber=3', null, 'street-number-without-name'],
];
for (const [name, query, insee, note] of places) {
  test(`a place ${name}`, async () => {
    const { body } = await open(`?origin=SAMU76&practitioner=Fournier&${query}`);
    assert.equal(body.place?.insee ?? null, insee);
    assert.deepEqual(codes(body), note === undefined ? [] : [note]);
    for (const { fr, en } of body.notes) assert.ok(fr !== en && fr.endsWith('.'));
  });
}

const specialties: [given: string, code: string, note?: string][] = [
  ['', 'SM54'],
  ['Consultation de médecine générale', 'SM54'],
  ['pédiatre', 'SM40'],
  ['Consultation de pédiatrie', 'SM40'],
  ['SM04', 'SM04'],
  ['urn:oid:1.2.250.1.213.2.28|SM04', 'SM04'],
  ['urn:oid:1.2.3|XX99', 'SM54', 'specialty-unknown'],
  ['rebouteux', 'SM54', 'specialty-unknown'],
  ['???', 'SM54', 'specialty-unknown'],
];
for (const [given, code, note] of specialties) {
  test(`the specialty ${given || 'that is not given'} is ${code}`, async () => {
    const query = `city=Rouen&practitioner=Fournier&specialty=${encodeURIComponent(given)}`;
    const { body } = await open(`?origin=SAMU76&${query}`);
    assert.equal(body.specialty.code, code);
    assert.deepEqual(codes(body), note === undefined ? [] : [note]);
  });
}

const named: [given: string, nationalId: string | null, note: string | null][] = [
  ['Camille Aubry', '810999900018', null],
  ['Dr AUBRY', '810999900018', null],
  ['Aubry, Camille (Dr)', '810999900018', null],
  ['Docteur COEURDEROY Elie', '810999900026', null],
  ['de la Tour Neuve', '810999900034', null],
  ['Mme Anne-Lise de La Tour-Neuve', '810999900034', null],
  ['Dr Fournier', '810999900067', null],
  ['Noé Vasseur', '810999900042', null],
  ['Vasseur', null, 'sas_pf_001'],
  ['Camille', null, 'sas_pf_001'],
  ['Ninon', null, 'sas_pf_001'],
  ['Tour', null, 'sas_pf_001'],
  ['Camille Aubry-Martin', null, 'sas_pf_001'],
  ['Dr', null, 'sas_pf_001'],
  ['…', null, 'sas_pf_001'],
  [`${OID}|810999900042`, '810999900042', null],
  [`${OID}|810999999997`, null, 'sas_pf_001'],
  [`${OID}|10999900042`, null, 'sas_pf_001'],
  ['', null, 'sas_pf_002'],
];
for (const [given, nationalId, note] of named) {
  test(`the own doctor « ${given} » is ${nationalId ?? note}`, async () => {
    const { body } = await open(
      `?origin=SAMU76&city=Rouen&practitioner=${encodeURIComponent(given)}`,
    );
    assert.equal(body.practitioner?.nationalId ?? null, nationalId);
    assert.deepEqual(codes(body), note === null ? [] : [note]);
  });
}

test('somebody whom only a connected vendor knows is the own doctor all the same', async () => {
  await platform.database.query(
    `insert into editor (id, name, endpoint) values ('vendor', 'Éditeur', 'https://editor.example')`,
  );
  await platform.database.query(
    `insert into editor_serves (editor_id, kind, national_id) values ('vendor', 'practitioner', '810999900075')`,
  );
  const body = await read({ practitioner: { rpps: '10999900075' } });
  assert.deepEqual(body.practitioner, { nationalId: '810999900075', family: null, given: null });
  assert.deepEqual(codes(body), []);
});

const refusals: [name: string, query: string, refusal: string, status: number, words: RegExp][] = [
  ['that nobody knows', '?origin=SAMU75&city=Rouen', 'origin-unknown', 403, /n’est pas connu ici/],
  ['in other capitals', '?origin=samu76&city=Rouen', 'origin-unknown', 403, /n’est pas connu ici/],
  ['that has no name', '?city=Rouen&streetname=quai', 'origin-missing', 400, /ne s’est pas nommé/],
  ['of a blank name', '?origin=+&city=Rouen', 'origin-missing', 400, /ne s’est pas nommé/],
];
for (const [name, query, refusal, status, words] of refusals) {
  test(`dispatch software ${name} is told so, under an address that holds nothing`, async () => {
    const sent = await follow(query);
    assert.deepEqual([sent.status, sent.location], [303, `/sas/recherche?refusal=${refusal}`]);
    const told = await follow(sent.location!.slice('/sas/recherche'.length));
    assert.equal(told.status, status);
    assert.match(told.text, words);
    assert.match(told.text, /<html lang="fr">/);
    assert.match(told.text, /<p lang="en">/);
    assert.match(told.text, /href="\/espace\/recherche"/);
    assert.doesNotMatch(told.text, /<script|<style|\sstyle=|\son\w+=|Rouen|quai/);
    assert.match(told.headers.get('content-security-policy')!, /^default-src 'none'/);
    assert.equal(told.headers.get('cache-control'), 'private, no-store');
  });
}

test('nothing of an address becomes markup, nor a search of its own', async () => {
  const hostile = encodeURIComponent('"><script>alert(1)</script>');
  for (const query of [
    `?refusal=${hostile}`,
    `?refusal=constructor`,
    `?refusal=unavailable&city=X`,
  ]) {
    assert.doesNotMatch((await follow(query)).text, /script|alert/);
  }
  assert.equal(
    (await follow('?refusal=unavailable&city=X')).location,
    '/sas/recherche?refusal=origin-missing',
  );
});

test('without anything the search opens, empty', async () => {
  for (const query of ['', '?', '?text=dentiste&loc=Rouen', '?refusal=nonsense']) {
    const { status, location } = await follow(query);
    assert.deepEqual([status, location], [303, '/espace/recherche'], query);
  }
});

test('whatever dispatch software sends is read as far as it can be', async () => {
  for (const query of [
    '?origin=SAMU76&city=%',
    '?origin=SAMU76&city=%00%FF&streetname=%ED%A0%80&practitioner=%F0%9F%92%A9',
    '?origin=SAMU76&origin=SAMU14&city=Rouen&city=Le+Havre',
    `?origin=SAMU76&city=${'X'.repeat(8000)}`,
    '?origin=SAMU76&caseid=1&__proto__=x&nom=y',
    '?origin=SAMU%2014&city=Rouen',
  ]) {
    const { status, body } = await open(query);
    assert.equal(status, 200, `${query.slice(0, 60)}: ${JSON.stringify(body)}`);
  }
});

test('a platform that opens no search says so', async (t) => {
  const plain = await startTestPlatform();
  t.after(() => plain.close());
  const { location } = await follow('?origin=SAMU76&city=Rouen', plain);
  assert.equal(location, '/sas/recherche?refusal=not-open');
  const { status, text } = await follow('?refusal=not-open', plain);
  assert.equal(status, 404);
  assert.match(text, /n’est pas ouverte ici/);
  assert.doesNotMatch(text, /espace/);
});

test('a page of another server gets the ticket, too', async (t) => {
  const away = await startTestPlatform({
    SAS_SEARCH_PAGE: 'https://regulation.example/?vue=recherche',
    SAS_SEARCH_ORIGINS: 'SAMU76',
  });
  t.after(() => away.close());
  const { location } = await follow('?origin=SAMU76&city=Rouen', away);
  assert.match(location!, /^https:\/\/regulation\.example\/\?vue=recherche#ticket=[\w-]+$/);
});

test('only whoever regulates or redirects opens a ticket', async () => {
  const query = link({ practitioner: 'Camille Aubry' });
  const { location } = await follow(query);
  const body = { ticket: location!.split('=')[1]! };
  const ask = (as?: string) =>
    platform.call('POST', '/v1/search-links/accept', { body, ...(as !== undefined && { as }) });
  assert.equal((await ask()).status, 401);
  for (const as of [
    'public',
    'practitioner',
    'delegate',
    'editor',
    'territory-lead',
    'authority',
  ]) {
    assert.equal((await ask(as)).status, 403, as);
  }
  for (const as of ['regulator', 'unscheduled-care-operator', 'call-taker', 'triage-nurse']) {
    assert.equal((await ask(as)).status, 200, as);
  }
});

test('a ticket opens for a quarter of an hour, and where it was made', async (t) => {
  const { location } = await follow(link({}));
  const ticket = location!.split('=')[1]!;
  const ask = (text: string, at = platform) =>
    at.call('POST', '/v1/search-links/accept', { as: 'regulator', body: { ticket: text } });
  t.after(() => platform.setClock(NOW));
  await platform.setClock('2026-11-23T08:14:30+01:00');
  assert.equal((await ask(ticket)).status, 200);
  await platform.setClock('2026-11-23T08:16:00+01:00');
  const late = await ask(ticket);
  assert.deepEqual([late.status, late.body.code], [404, 'not-found']);
  await platform.setClock(NOW);
  const changed = `${ticket.slice(0, 20)}${ticket[20] === 'A' ? 'B' : 'A'}${ticket.slice(21)}`;
  for (const wrong of [changed, ticket.slice(0, -4), 'AAAA', 'A']) {
    assert.equal((await ask(wrong)).status, 404, wrong.slice(0, 10));
  }
  const other = await startTestPlatform(SETTINGS);
  t.after(() => other.close());
  await other.setClock(NOW);
  assert.equal((await ask(ticket, other)).status, 404);
});

test('no log, no table and no entry of the audit trail knows the street or the doctor', async () => {
  const secret = { streetNumber: '4217', streetName: 'venelle Zéphyrine', city: 'Yvetot' };
  const whole = link({ address: secret, practitioner: 'Hyacinthe Quennouelle' });
  assert.equal((await open(whole)).status, 200);
  assert.equal((await open(whole, 'practitioner')).status, 403);
  const origin = whole.replace('SAMU76', 'ailleurs');
  assert.equal((await follow(origin)).status, 303);
  assert.equal((await follow(`${whole}&%`)).status, 303);
  const wrong = whole.slice(1);
  for (const path of [
    `/sas/recherche/x?${wrong}`,
    `/sas/%ff?${wrong}`,
    `/v1/availability?${wrong}`,
  ]) {
    assert.ok((await fetch(platform.url + path, { redirect: 'manual' })).status >= 400);
  }
  const posted = await platform.call('POST', `/sas/recherche?${wrong}`, { body: '{}' });
  assert.equal(posted.status, 405);
  await platform.call('POST', '/v1/search-links/accept', {
    as: 'regulator',
    body: { ticket: whole },
  });
  const told = /venelle|Z(é|%C3%A9|e)phyrine|Quennouelle|Hyacinthe/i;
  assert.ok(platform.logged().includes('/sas/recherche'), 'the calls are logged');
  assert.doesNotMatch(platform.logged(), told);
  assert.doesNotMatch(await wholeDatabase(platform.database), told);
  const opened = await platform.database.query<{ text: string }>(
    `select t::text as text from audit_entry t where t::text like '%acceptSearchLink%'`,
  );
  assert.ok(opened.length > 0, 'who opened one is in the audit trail');
});

test('a database that is away leaves nothing in the address', async (t) => {
  const failing = await startTestPlatform(SETTINGS);
  t.after(async () => {
    await failing.database.query('alter function sas_away() rename to sas_now');
    await failing.close();
  });
  await failing.database.query('alter function sas_now() rename to sas_away');
  const { status, location } = await follow('?origin=SAMU76&city=Rouen', failing);
  assert.deepEqual([status, location], [303, '/sas/recherche?refusal=unavailable']);
  assert.equal((await follow('?refusal=unavailable', failing)).status, 503);
});

const pages: [value: string, accepted: boolean][] = [
  ['/espace/recherche', true],
  ['https://regulation.example/recherche?x=1', true],
  ['http://127.0.0.1:9/x', true],
  ['http://regulation.example/', false],
  ['//ailleurs.example', false],
  ['/\\ailleurs.example', false],
  ['javascript:alert(1)', false],
  ['/espace#recherche', false],
  ['https://regulation.example/#/recherche', false],
];
for (const [value, accepted] of pages) {
  test(`--search-page ${value} is ${accepted ? 'taken' : 'refused'} at the start`, () => {
    const read = () => readConfig(['--search-page', value], {}).searchLink.page;
    if (accepted) assert.equal(read(), value);
    else assert.throws(read, { name: ConfigError.name, message: /--search-page/ });
  });
}
