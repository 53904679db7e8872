import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ask,
  createRegulator,
  regulator,
  slotSearch,
  startsOf,
  updateRegulator,
} from '../testing/fhir.ts';
import { wordsOf } from '../testing/words.ts';
import { NOW, startVendor } from '../testing/vendor.ts';

const { origin, base, store } = await startVendor();
const REGULATOR = '3760009001/4242';
const SLOT = '/rdv?praticien=lambreval&creneau=lambreval-1';
await createRegulator(base, regulator(REGULATOR));

async function visit(path: string, cookie = '') {
  const response = await fetch(origin + path, { headers: { cookie }, redirect: 'manual' });
  const to = response.headers.get('location');
  return { status: response.status, to, text: await response.text() };
}

async function post(path: string, fields: Record<string, string>, cookie = '') {
  const body = new URLSearchParams(fields);
  const init = { method: 'POST', body, headers: { cookie }, redirect: 'manual' } as const;
  const response = await fetch(origin + path, init);
  const session = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    status: response.status,
    to: response.headers.get('location'),
    session,
    text: await response.text(),
  };
}

/** Signs a regulator in and gives the cookie. */
const signedIn = async (identifiant: string): Promise<string> =>
  (await post('/pro-sante-connect', { retour: `${SLOT}&origin=sas`, identifiant })).session;

test('without origin there is the practice’s own login, without a slot or a right', async () => {
  for (const cookie of ['', await signedIn(REGULATOR)]) {
    const { status, text } = await visit(SLOT, cookie);
    assert.equal(status, 200);
    assert.match(text, /Connexion/);
    assert.match(text, /tel:\+33261912001/);
    assert.doesNotMatch(text, /Réserver/);
  }
});

test('from SAS, whoever is not signed in goes to Pro Santé Connect and comes back', async () => {
  for (const name of ['sas', 'sas-preprod']) {
    const { status, to } = await visit(`${SLOT}&origin=${name}`);
    assert.equal(status, 303);
    assert.ok(to?.startsWith('/pro-sante-connect?retour='));
    assert.match((await visit(to!)).text, /Pro Santé Connect[\s\S]*Fictive Régulatrice/);
    const back = new URL(to!, origin).searchParams.get('retour')!;
    const { to: returned } = await post('/pro-sante-connect', {
      retour: back,
      identifiant: REGULATOR,
    });
    assert.equal(returned, `${SLOT}&origin=${name}`);
  }
});

test('another origin, or two, opens nothing', async () => {
  const cookie = await signedIn(REGULATOR);
  for (const suffix of ['&origin=elsewhere', '&origin=sas&origin=elsewhere']) {
    const { status, text } = await visit(SLOT + suffix, cookie);
    assert.equal(status, 403);
    assert.doesNotMatch(text, /Réserver/);
  }
});

test('a regulator from SAS sees only what SAS may see, and books the slot', async () => {
  const cookie = await signedIn(REGULATOR);
  const address = `${SLOT}&origin=sas`;
  const { status, text } = await visit(address, cookie);
  assert.equal(status, 200);
  assert.match(text, /Fictive Régulatrice/);
  assert.match(text, /Ce n’est pas un avis médical/);
  assert.match(text, /sans heure fixe/);
  for (const hidden of [5, 6, 7, 8]) assert.doesNotMatch(text, new RegExp(`lambreval-${hidden}"`));

  const booked = await post(address, { creneau: 'lambreval-1' }, cookie);
  assert.equal(booked.status, 303);
  const confirmation = wordsOf((await visit(booked.to!)).text);
  const [booking] = store.bookings.of('lambreval-1');
  assert.ok(confirmation.includes(booking!.reference));
  assert.match(confirmation, /Si l’état s’aggrave avant le rendez-vous : 15, n’attendez pas/);
  const { body } = await ask(slotSearch(base, ['810999002016'], NOW));
  assert.equal(startsOf(body).length, 4);

  const late = await post(address, { creneau: 'lambreval-1' }, cookie);
  assert.equal(late.status, 409);
  assert.match(late.text, /n’est plus libre[\s\S]*Autres créneaux[\s\S]*Réserver/);
});

test('nobody books what is kept, without a session, or without SAS', async () => {
  const cookie = await signedIn(REGULATOR);
  const address = `${SLOT}&origin=sas`;
  assert.equal((await post(address, { creneau: 'lambreval-6' }, cookie)).status, 409);
  assert.equal((await post(address, { creneau: 'malandreux-1' }, cookie)).status, 409);
  assert.equal((await post(address, { creneau: 'lambreval-2' })).status, 303);
  assert.equal((await post(SLOT, { creneau: 'lambreval-2' }, cookie)).status, 200);
  for (const id of ['lambreval-2', 'lambreval-6', 'malandreux-1']) {
    assert.equal(store.slots.find(id)?.booked, 0);
  }
});

test('the address that the file gives leads to its slot, a site’s too', async () => {
  const cookie = await signedIn(REGULATOR);
  const own = await visit('/rdv?praticien=houssart&creneau=1&origin=sas', cookie);
  assert.match(own.text, /Rendez-vous avec Gildas HOUSSART[\s\S]*Le créneau choisi/);
  const site = await visit('/sos?centre=plateau&creneau=1&origin=sas', cookie);
  assert.match(site.text, /Centre de consultation du Plateau[\s\S]*Le créneau choisi/);
  assert.equal((await visit('/rdv?praticien=personne&origin=sas', cookie)).status, 404);
});

test('an account that is disabled or does not exist opens nothing', async () => {
  const unknown = await signedIn('3760009001/9');
  assert.match((await visit(`${SLOT}&origin=sas`, unknown)).text, /Pas de compte ici/);
  const cookie = await signedIn(REGULATOR);
  await updateRegulator(base, REGULATOR, regulator(REGULATOR, { active: false }));
  const { status, text } = await visit(`${SLOT}&origin=sas`, cookie);
  assert.equal(status, 403);
  assert.match(text, /Compte désactivé/);
});

test('the sign-in leads to booking pages only', async () => {
  for (const retour of ['https://elsewhere.example/', '//elsewhere.example', '/agenda', '/rdvx']) {
    assert.equal(
      (await post('/pro-sante-connect', { retour, identifiant: REGULATOR })).status,
      400,
    );
    assert.equal(
      (await visit(`/pro-sante-connect?retour=${encodeURIComponent(retour)}`)).status,
      404,
    );
  }
});
