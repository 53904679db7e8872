/** What leaves has no fault that the lint rules of the guide can see, in any flow and guide. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '@sas-kit/fhir/lint';
import { careless, offer, siteSlot, slot } from './testing/agenda.ts';
import { ask, associationSearch, communitySearch, slotSearch } from './testing/client.ts';
import { withConnector } from './testing/with-connector.ts';

const SLOTS = [
  slot({ id: 'a', visibility: ['PUBLIC', 'PRO', 'SNP'], modalities: ['AMB', 'VR', 'HH'] }),
  slot({
    id: 'b',
    place: 'place-2',
    booking: 'WALKIN',
    reasons: [],
    specialties: ['SM40', 'Sport'],
  }),
  slot({ id: 'c', practitioner: 'pr-2', visibility: ['CPTS'], communities: ['cpts-1'] }),
  slot({ id: 'd', visibility: ['PUBLIC', 'CPTS'], communities: ['cpts-1'], publicDisplay: true }),
  slot({ id: 'un n° à part', start: '2026-11-22T09:00', end: '2026-11-22T09:10' }),
  siteSlot({ id: 'e', visibility: ['PUBLIC', 'PRO', 'SNP'] }),
  siteSlot({ id: 'f', site: 'site-2', visibility: ['SNP'] }),
];
const ids = ['810999001000', '810999001018'];

for (const guide of ['1.1', '1.2'] as const) {
  for (const [flow, search, count] of [
    ['ps', slotSearch({ ids }), 4],
    ['cpts', communitySearch({ ids }), 5],
    ['sos', associationSearch(), 2],
  ] as const) {
    test(`${flow}, guide ${guide}`, () =>
      withConnector({ agenda: careless(offer(SLOTS)), guide }, async (base) => {
        const { body } = await ask(base + search);
        const slots = body.entry.filter((each: any) => each.resource.resourceType === 'Slot');
        assert.equal(slots.length, count);
        const errors = lint(body, flow, { guide }).filter(({ severity }) => severity === 'error');
        assert.deepEqual(errors, []);
      }));
  }
}
