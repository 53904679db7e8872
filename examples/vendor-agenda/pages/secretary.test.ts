import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, createRegulator, regulator, slotSearch, startsOf } from '../testing/fhir.ts';
import { wordsOf } from '../testing/words.ts';
import { NOW, startVendor } from '../testing/vendor.ts';

const vendor = await startVendor();
const { origin, base, store } = vendor;
const LAMBREVAL = '810999002016';

const read = async (path: string) => {
  const response = await fetch(origin + path);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** Sends a form as a browser does on its own page; answers where it leads. */
const send = async (path: string, fields: Record<string, string> = {}, headers = {}) => {
  const body = new URLSearchParams(fields);
  const response = await fetch(origin + path, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
  });
  return { status: response.status, to: response.headers.get('location') };
};

const sent = async (): Promise<string[]> =>
  startsOf((await ask(slotSearch(base, [LAMBREVAL], NOW))).body);

test('every page begins with the emergency numbers and says whose it is', async () => {
  const paths = ['/agenda', '/praticiens/lambreval', '/creneaux/lambreval-1', '/sites/sos-port'];
  const outside = ['/regulateurs', '/plateforme', '/rdv?praticien=lambreval', '/nulle-part'];
  for (const path of [...paths, ...outside]) {
    const { text, headers } = await read(path);
    const words = wordsOf(text);
    assert.match(words, /^Urgence vitale ou doute : appelez le 15 ou le 112\. /);
    assert.match(words, /non publié par le ministère ni par l’ANS/);
    assert.doesNotMatch(text, /<script(?! type="module" src=)|style="|onclick/);
    assert.match(headers.get('content-security-policy') ?? '', /script-src 'self'/);
  }
});

test('a booking takes the slot off SAS, its cancellation gives it back', async () => {
  const before = await sent();
  assert.deepEqual(await send('/creneaux/lambreval-1/reserver'), {
    status: 303,
    to: '/creneaux/lambreval-1?fait=reserve',
  });
  assert.deepEqual(await sent(), before.slice(1));
  const { text } = await read('/creneaux/lambreval-1?fait=reserve');
  const [booking] = store.bookings.of('lambreval-1');
  assert.ok(text.includes(booking!.reference));
  assert.match(text, /n’est pas envoyé au SAS/);
  assert.equal(
    (await send('/creneaux/lambreval-1/reserver')).to,
    '/creneaux/lambreval-1?fait=pris',
  );
  const fields = { 'rendez-vous': booking!.id };
  assert.equal(
    (await send('/creneaux/lambreval-1/annuler', fields)).to,
    '/creneaux/lambreval-1?fait=annule',
  );
  assert.equal(
    (await send('/creneaux/lambreval-1/annuler', fields)).to,
    '/creneaux/lambreval-1?fait=deja-annule',
  );
  assert.deepEqual(await sent(), before);
});

test('a slot set aside is not sent, until it is free again', async () => {
  const before = await sent();
  await send('/creneaux/lambreval-2/etat', { etat: 'indisponible' });
  assert.equal((await sent()).length, before.length - 1);
  await send('/creneaux/lambreval-2/etat', { etat: 'libre' });
  assert.deepEqual(await sent(), before);
});

test('a slot kept for own patients or the structure, or without agreement, is not sent', async () => {
  const before = await sent();
  for (const fields of [
    { audience: 'own-patients', consent: '1' },
    { audience: 'structure', consent: '1' },
    { audience: 'everyone' },
  ]) {
    await send('/creneaux/lambreval-2/partage', fields);
    assert.equal((await sent()).length, before.length - 1);
  }
  await send('/creneaux/lambreval-2/partage', {
    audience: 'everyone',
    consent: '1',
    publicDisplay: '1',
  });
  assert.deepEqual(await sent(), before);
  const { body } = await ask(slotSearch(base, [LAMBREVAL], NOW));
  const extensions = body.entry.filter(({ resource }: any) => resource.extension !== undefined);
  assert.equal(extensions.length, 2);
});

test('a practitioner who withdraws the agreement disappears at once', async () => {
  await send('/praticiens/lambreval/accords', { publicDisplay: '1' });
  assert.deepEqual(await sent(), []);
  assert.match((await read('/creneaux/lambreval-1')).text, /ne consent pas/);
  await send('/praticiens/lambreval/accords', { consent: '1', publicDisplay: '1' });
  assert.equal((await sent()).length, 5);
});

const REASONS: readonly (readonly [string, RegExp])[] = [
  ['lambreval-5', /Créneau non libre\./],
  ['lambreval-6', /réservé à la patientèle/],
  ['lambreval-7', /réservé à la structure/],
  ['lambreval-8', /exclu de la transmission/],
  ['malandreux-1', /ne consent pas/],
];

for (const [id, reason] of REASONS) {
  test(`why ${id} is not sent is told in French`, async () => {
    const { text } = await read(`/creneaux/${id}`);
    assert.match(text, /Pourquoi ce créneau n’est pas envoyé au SAS/);
    assert.match(text, reason);
  });
}

test('the day and the week of a practitioner and of a site', async () => {
  const day = (await read('/praticiens/lambreval?vue=jour&jour=2026-11-24')).text;
  assert.match(day, /mardi 24 novembre/);
  assert.match(day, /4\u00a0h\u00a010 – 6\u00a0h\u00a010/);
  assert.doesNotMatch(day, /lundi 23 novembre/);
  const week = (await read('/praticiens/houssart')).text;
  assert.match(week, /lundi 23 novembre[\s\S]*dimanche 29 novembre/);
  assert.match((await read('/sites/sos-bassin')).text, /Centre de consultation du Bassin/);
  assert.equal((await read('/praticiens/lambreval?jour=2026-02-30')).status, 200);
});

test('accounts received from SAS are shown', async () => {
  assert.match((await read('/regulateurs')).text, /Aucun compte reçu/);
  await createRegulator(base, regulator('3760009001/77'));
  assert.match((await read('/regulateurs')).text, /Fictive Régulatrice[\s\S]*3760009001\/77/);
});

test('what does not exist or cannot be read is told with its status, and changes nothing', async () => {
  assert.equal((await read('/praticiens/personne')).status, 404);
  assert.equal((await read('/creneaux/%E0%A4%A')).status, 400);
  assert.equal((await send('/creneaux/rien/reserver')).status, 404);
  assert.equal((await send('/creneaux/lambreval-2/etat', { etat: 'peut-être' })).status, 400);
  assert.equal(
    (await send('/creneaux/lambreval-2/partage', { audience: '__proto__' })).status,
    400,
  );
  assert.equal((await send('/creneaux/lambreval-2/annuler', { 'rendez-vous': 'x' })).status, 404);
  assert.equal((await sent()).length, 5);
});

test('another site cannot act or read in the reader’s name', async () => {
  const foreign = { origin: 'https://elsewhere.example' };
  assert.equal((await send('/creneaux/lambreval-2/reserver', {}, foreign)).status, 403);
  const cross = { 'sec-fetch-site': 'cross-site' };
  assert.equal((await send('/creneaux/lambreval-2/reserver', {}, cross)).status, 403);
  assert.equal(store.slots.find('lambreval-2')?.booked, 0);
});

test('what people typed is never taken for markup', async () => {
  await createRegulator(
    base,
    regulator('3760009001/78', { name: [{ family: '<b>x</b>', given: ['"&'] }] }),
  );
  const { text } = await read('/regulateurs');
  assert.doesNotMatch(text, /<b>x/);
  assert.match(text, /&quot;&amp; &lt;b&gt;x/);
});
