import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Availability } from '@sas-kit/client';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { IDENTITIES } from './identities.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { bookable, caller, cardOf, cardsAround, slotsOf, visitor } from './testing/offers.ts';

const empty = new EmptyData(await temporaryFolder());

async function start(test: TestContext, clock: string, data?: string): Promise<Demonstration> {
  const directory = data ?? (await empty.copy());
  const demonstration = await startDemonstration({
    argv: ['--port', '0', '--data', directory],
    clock,
  });
  test.after(() => demonstration.close());
  return demonstration;
}

const MOMENTS = [
  ['at night', '2026-11-23T03:00:00+01:00'],
  ['at noon', '2026-11-25T12:00:00+01:00'],
  ['on a Sunday, late', '2026-11-22T23:00:00+01:00'],
  ['before a Sunday', '2026-11-21T20:00:00+01:00'],
  ['before midnight of the year', '2026-12-31T23:59:30+01:00'],
  ['before the clock goes forward', '2027-03-28T01:30:00+01:00'],
  ['in the hour shown twice', '2026-10-25T02:30:00+02:00'],
  ['the evening before the clock goes back', '2027-10-30T23:00:00+02:00'],
] as const;

for (const [when, instant] of MOMENTS) {
  test(`${when} (${instant}) there is something to book, and something for regulators`, async (t) => {
    const demonstration = await start(t, instant);
    const found = bookable(await cardsAround(visitor(demonstration)));
    assert.ok(found.length >= 40, `${found.length} bookable slots`);
    assert.ok(found.every(({ visibility }) => visibility.join() === 'PUBLIC'));
    const seen = slotsOf(await cardsAround(caller(demonstration, 'regulator')));
    const carrying = (code: 'PRO' | 'SNP') =>
      seen.filter(({ visibility }) => visibility.includes(code)).length;
    assert.ok(carrying('PRO') >= 10, `${carrying('PRO')} PRO`);
    assert.ok(carrying('SNP') >= 10, `${carrying('SNP')} SNP`);
  });
}

test('vendors are connected: a desk finds their slots, the web does not, a second start does too', async (t) => {
  const data = await empty.copy();
  const ofVendors = (cards: Awaited<ReturnType<typeof cardsAround>>) =>
    slotsOf(cards).filter(({ source }) => source?.kind === 'editor');
  for (const clock of ['2026-11-23T07:00:00+01:00', '2026-11-23T07:05:00+01:00']) {
    const demonstration = await start(t, clock, data);
    const operator = caller(demonstration, 'unscheduled-care-operator');
    const query = { insee: '76351', specialty: 'SM54' };
    const { sources } = (await operator.availability.search(query)) as Availability;
    assert.deepEqual(
      sources.map(({ editor, state }) => [editor, state]),
      [
        ['editeur-estuaire', 'complete'],
        ['editeur-falaises', 'complete'],
      ],
    );
    const cards = await cardsAround(operator);
    const [slot] = ofVendors(cards);
    const page = await fetch(slot!.bookingUrl!);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /Démonstration : rien n’est réservé/);
    assert.equal(cardOf(cards, 'Varengeot').state, 'none-free');
    assert.deepEqual(ofVendors(await cardsAround(visitor(demonstration))), []);
    await demonstration.close();
  }
});

test('a regulator books with one of the vendors in one step, and cancels; with the other on its page', async (t) => {
  const demonstration = await start(t, '2026-11-23T07:00:00+01:00');
  const regulator = caller(demonstration, 'regulator');
  const slots = async () =>
    slotsOf(await cardsAround(regulator)).filter(({ source }) => source?.kind === 'editor');
  const of = async (editor: string) =>
    (await slots()).filter(({ source }) => source?.editor === editor);
  const [slot] = await of('editeur-estuaire');
  assert.equal(slot?.source?.bookableHere, true);
  assert.ok((await of('editeur-falaises')).every(({ source }) => !source?.bookableHere));
  const { id, status } = await regulator.appointments.book({ slotId: slot.id });
  assert.equal(status, 'booked');
  assert.ok((await slots()).every((each) => each.id !== slot.id));
  assert.equal((await regulator.appointments.cancel(id)).status, 'cancelled');
});

test('every kind of practice is there', async (t) => {
  const demonstration = await start(t, '2026-11-23T07:00:00+01:00');
  const web = visitor(demonstration);
  const cards = await cardsAround(web);
  const regulators = await cardsAround(caller(demonstration, 'regulator'));

  await t.test('the free, the one without free slots, the one that publishes nothing', () => {
    assert.equal(cardOf(cards, 'Vaudrelle').state, 'free');
    assert.equal(cardOf(cards, 'Montgaillon').state, 'none-free');
    assert.equal(cardOf(cards, 'Dufresnel').state, 'not-connected');
  });

  await t.test('the one that is not shown on the web', () => {
    assert.ok(!cards.some(({ practitioner }) => practitioner?.family === 'Hauteseine'));
    const open = slotsOf([cardOf(regulators, 'Hauteseine')]).filter(({ visibility }) =>
      visibility.includes('PUBLIC'),
    );
    assert.ok(open.length > 0);
  });

  await t.test('a range for several people, video, home visits', () => {
    const range = slotsOf(cards).find(({ booking }) => booking === 'WALKIN');
    assert.equal(range?.capacity, 12);
    const video = slotsOf([cardOf(cards, 'Landemare')]);
    assert.ok(video.every(({ modalities }) => modalities.join() === 'VR'));
    assert.ok(slotsOf(cards).some(({ modalities }) => modalities.includes('HH')));
  });

  await t.test('a slot of the CPTS, for its members only', async () => {
    const community = (slots: ReturnType<typeof slotsOf>) =>
      slots.filter(({ visibility }) => visibility.includes('CPTS')).length;
    const member = await cardsAround(caller(demonstration, 'practitioner'));
    const stranger = await cardsAround(caller(demonstration, 'structure-manager'));
    assert.ok(community(slotsOf(member)) > 0);
    assert.equal(community(slotsOf(stranger)), 0);
    assert.equal(community(slotsOf(cards)), 0);
  });

  await t.test('children, and the towns around', async () => {
    assert.ok(bookable(await cardsAround(web, { specialty: 'SM40' })).length > 0);
    for (const insee of ['76259', '76447', '76341', '76254', '76647', '76196']) {
      const near = (await cardsAround(web, { insee })).filter(
        ({ location }) => location.insee === insee,
      );
      assert.ok(bookable(near).length > 0, insee);
    }
  });
});

test('a second start keeps ids, bookings and people, and adds the days that came nearer', async (t) => {
  const data = await empty.copy();
  const first = await start(t, '2026-11-23T07:00:00+01:00', data);
  const all = { slotsPerCard: 200 };
  const before = await cardsAround(visitor(first), all);
  const [slot] = bookable(before);
  const held = await visitor(first).holds.create({ slotId: slot!.id });
  const contact = { name: 'Personne Fictive', phone: '06 39 98 00 01' };
  const booked = await visitor(first).appointments.book({
    slotId: slot!.id,
    holdId: held.id,
    contact,
  });
  await first.close();

  const again = await start(t, '2026-11-24T07:00:00+01:00', data);
  const now = await cardsAround(visitor(again), all);
  assert.deepEqual(new Set(now.map(({ id }) => id)), new Set(before.map(({ id }) => id)));
  const tomorrow = ({ start }: { start: string }) => start.startsWith('2026-11-24');
  const idsOf = (cards: typeof now) =>
    slotsOf(cards)
      .filter(tomorrow)
      .map(({ id }) => id);
  assert.ok(idsOf(before).length > 40);
  assert.deepEqual(idsOf(now).sort(), idsOf(before).sort());
  assert.ok(slotsOf(now).some(({ start }) => start.startsWith('2026-11-25')));
  assert.ok(!slotsOf(now).some(({ id }) => id === slot!.id));
  const { manageToken } = booked;
  const kept = await visitor(again).appointments.get(booked.id, { manageToken });
  assert.equal(kept.status, 'booked');
  assert.notEqual(again.credentials.publishableKey, first.credentials.publishableKey);
  assert.notEqual(again.credentials.tokens['editor'], first.credentials.tokens['editor']);
});

test('a rule that its doctor edited or an absence that stands is not published twice', async (t) => {
  const demonstration = await start(t, '2026-11-23T07:00:00+01:00');
  const editor = caller(demonstration, 'editor');
  const { items } = await editor.schedules.list({ limit: 100 });
  const counts = async () => {
    const all = items.map(async ({ id }) => [
      (await editor.rules.list(id)).items.length,
      (await editor.absences.list(id)).items.length,
    ]);
    return Promise.all(all);
  };
  const before = await counts();
  await demonstration.publish();
  assert.deepEqual(await counts(), before);
});

test('published again, the vendors that run are those that are asked', async (t) => {
  const demonstration = await start(t, '2026-11-23T07:00:00+01:00');
  const administrator = caller(demonstration, 'administrator');
  const endpoints = async () =>
    (await administrator.editors.list()).items.map(({ endpoint }) => endpoint);
  const before = await endpoints();
  await demonstration.publish();
  assert.deepEqual(await endpoints(), before);
});

test('there is a token for every role, and its person publishes what is hers', async (t) => {
  const demonstration = await start(t, '2026-11-23T07:00:00+01:00');
  assert.equal(Object.keys(demonstration.credentials.tokens).length, IDENTITIES.length);
  for (const role of ['practitioner', 'delegate', 'structure-manager']) {
    const { items } = await caller(demonstration, role).schedules.list();
    assert.equal(items.length, 1, role);
  }
});
