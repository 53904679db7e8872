/** What nobody agreed to send leaves no trace: not in the answer, its tag, its total, its size. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Offer, OfferedSlot } from '../agenda.ts';
import { createConnector } from '../connector.ts';
import { AUBRY, BELLANGER, careless, offer, siteSlot, slot } from '../testing/agenda.ts';
import { associationSearch, communitySearch, slotSearch } from '../testing/client.ts';

const BASE = 'https://agenda.example/fhir';
const SENT = [
  slot({ id: 's' }),
  slot({ id: 'members', visibility: ['CPTS'], communities: ['cpts-1'] }),
  siteSlot({ id: 'site' }),
];
const both = { ids: ['810999001000', '810999001018'] };
const SEARCHES: Record<string, string> = {
  ps: slotSearch(both),
  'ps, by id': `${slotSearch(both)}&_id=hidden`,
  'ps, one': `${slotSearch(both)}&_count=1`,
  'ps, none': `${slotSearch(both)}&_count=0`,
  cpts: communitySearch(both),
  sos: associationSearch(),
};

async function answerTo(of: Offer, search: string, method = 'GET'): Promise<unknown> {
  const { handle } = createConnector({ agenda: careless(of), baseUrl: BASE });
  const answer = await handle(new Request(BASE + search, { method }));
  return { status: answer.status, headers: [...answer.headers], body: await answer.text() };
}

const hidden = (changes: Partial<OfferedSlot>): OfferedSlot => slot({ id: 'hidden', ...changes });
const HIDDEN: [string, OfferedSlot, Partial<Offer>?][] = [
  ['a slot without consent', hidden({ consent: false })],
  ['a slot for own patients', hidden({ audience: 'own-patients' })],
  ['a slot for the structure', hidden({ audience: 'structure' })],
  ['a slot for nobody known', hidden({ audience: 'x' as never })],
  ['a slot with consent as a text', hidden({ consent: 'false' as never })],
  ['a busy slot', hidden({ status: 'busy' })],
  ['a slot of no type', hidden({ visibility: [] })],
  ['a slot of another window', hidden({ start: '2030-01-01T09:00:00+01:00' })],
  [
    'a slot of a practitioner without consent',
    hidden({ practitioner: 'pr-2', place: 'place-2' }),
    { practitioners: [AUBRY, { ...BELLANGER, consent: false }] },
  ],
  [
    'a slot of a practitioner one of whose records is without consent',
    hidden({ practitioner: 'pr-2', place: 'place-2' }),
    { practitioners: [AUBRY, BELLANGER, { ...BELLANGER, id: 'pr-3', consent: false }] },
  ],
  ['a slot of a site, for own patients', siteSlot({ id: 'hidden', audience: 'own-patients' })],
];

for (const [name, slotOf, changes] of HIDDEN) {
  suite(name, () => {
    for (const [flow, search] of Object.entries(SEARCHES)) {
      test(`leaves no trace in ${flow}`, async () => {
        for (const method of ['GET', 'HEAD']) {
          const without = await answerTo(offer(SENT), search, method);
          assert.deepEqual(
            await answerTo(offer([slotOf, ...SENT], changes), search, method),
            without,
          );
        }
      });
    }
  });
}

test('public display leaves only where slot and practitioner say so', async () => {
  const display = async (ofSlot: unknown, ofPerson: unknown): Promise<boolean> => {
    const practitioners = [{ ...AUBRY, publicDisplay: ofPerson as never }];
    const of = offer([slot({ id: 's', publicDisplay: ofSlot as never })], { practitioners });
    return JSON.stringify(await answerTo(of, slotSearch())).includes('valueBoolean');
  };
  const values = [undefined, null, false, 0, '', 'true', 'false', true, 1];
  for (const ofSlot of values) {
    for (const ofPerson of values) {
      const agreed = [true, 1].includes(ofSlot as never) && [true, 1].includes(ofPerson as never);
      assert.equal(
        await display(ofSlot, ofPerson),
        agreed,
        `${String(ofSlot)} ${String(ofPerson)}`,
      );
    }
  }
});

test('entity tags are alike where the answers are, and only there', async () => {
  const tags = new Map<string, string>();
  const changes: Partial<OfferedSlot>[] = [
    {},
    { end: '2026-11-22T09:16:00+01:00' },
    { url: 'https://agenda.example/rdv?p=2' },
    { booking: 'WALKIN' },
    { reasons: ['Autre'] },
    { specialties: ['SM40'] },
    { modalities: ['VR'] },
    { visibility: ['PRO'] },
    { place: 'place-2' },
    { practitioner: 'pr-2' },
    { publicDisplay: true },
    { id: 't' },
  ];
  const practitioners = [
    { ...AUBRY, publicDisplay: true },
    { ...BELLANGER, publicDisplay: true },
  ];
  for (const search of [SEARCHES['ps'], SEARCHES['cpts'], SEARCHES['ps, none']]) {
    for (const change of changes) {
      const { handle } = createConnector({
        agenda: careless(offer([slot({ id: 's', ...change })], { practitioners })),
        baseUrl: BASE,
      });
      for (let again = 0; again < 2; again += 1) {
        const answer = await handle(new Request(BASE + search));
        const body = await answer.text();
        const tag = answer.headers.get('etag') ?? '';
        assert.equal(tags.get(body) ?? tag, tag);
        tags.set(body, tag);
      }
    }
  }
  assert.equal(new Set(tags.values()).size, tags.size);
  // Of `_count=0` all answers are one.
  assert.equal(tags.size, 2 * changes.length + 1);
});
