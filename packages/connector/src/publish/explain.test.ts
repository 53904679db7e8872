import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Offer, OfferedSlot } from '../agenda.ts';
import { createConnector } from '../connector.ts';
import { AUBRY, careless, offer, siteSlot, slot } from '../testing/agenda.ts';

const connectorOf = (of: Offer) =>
  createConnector({ agenda: careless(of), baseUrl: 'https://agenda.example/fhir' });

async function reasons(
  each: OfferedSlot,
  changes: Partial<Offer> = {},
): Promise<Record<string, string[]>> {
  const { searches } = await connectorOf(offer([each], changes)).explain(each.id);
  return Object.fromEntries(
    searches.map(({ flow, reasons: why }) => [flow, why.map(({ rule }) => rule)]),
  );
}

test('a slot that is sent has no reason, and says what was mended', async () => {
  const each = slot({ id: 's', url: 'https://agenda.example/rdv', place: 'place-2' });
  const told = await connectorOf(offer([each])).explain('s');
  assert.equal(told.sent, true);
  assert.deepEqual(told.searches, [
    { flow: 'ps', sent: true, reasons: [] },
    { flow: 'cpts', sent: true, reasons: [] },
  ]);
  assert.deepEqual(told.mended.map(({ rule }) => rule).sort(), ['agenda-phone', 'slot-url-query']);
});

const WHY: [string, OfferedSlot, Partial<Offer>, Record<string, string[]>][] = [
  ['busy', slot({ id: 's', status: 'busy' }), {}, { ps: ['slot-busy'], cpts: ['slot-busy'] }],
  [
    'no consent',
    slot({ id: 's' }),
    { practitioners: [{ ...AUBRY, consent: false }] },
    { ps: ['practitioner-consent'], cpts: ['practitioner-consent'] },
  ],
  [
    'for members of a CPTS only',
    slot({ id: 's', visibility: ['CPTS'], communities: ['cpts-1'] }),
    {},
    { ps: ['agenda-slot-visibility'], cpts: [] },
  ],
  [
    'for professionals only, at a site of an association',
    siteSlot({ id: 's', visibility: ['PRO'] }),
    {},
    { sos: ['agenda-slot-visibility'] },
  ],
  [
    'of no type',
    slot({ id: 's', visibility: [] }),
    {},
    { ps: ['agenda-slot-visibility'], cpts: ['agenda-slot-visibility'] },
  ],
  [
    'end before start',
    slot({ id: 's', end: '2026-11-22T08:00:00+01:00' }),
    {},
    { ps: ['agenda-slot-order'], cpts: ['agenda-slot-order'] },
  ],
  [
    'a place without city',
    slot({ id: 's' }),
    { places: [{ id: 'place-1', line: '12 rue', postalCode: '76600', city: '' }] },
    {
      ps: ['agenda-slot-owner', 'agenda-place-address'],
      cpts: ['agenda-slot-owner', 'agenda-place-address'],
    },
  ],
  [
    'reasons of 20 kB',
    slot({ id: 's', reasons: ['x'.repeat(20_000)] }),
    {},
    { ps: ['slot-too-large'], cpts: ['slot-too-large'] },
  ],
];
for (const [name, each, changes, expected] of WHY) {
  test(`not sent: ${name}`, async () => {
    assert.deepEqual(await reasons(each, changes), expected);
  });
}

test('a window may be named', async () => {
  const connector = connectorOf(offer([slot({ id: 's' })]));
  const window = { from: new Date('2026-11-23T00:00:00+01:00') };
  const { sent, searches } = await connector.explain('s', window);
  assert.equal(sent, false);
  assert.equal(searches[0]?.reasons[0]?.rule, 'outside-window');
});

test('an unknown slot, and a vendor that cannot look one up, are told apart', async () => {
  const known = connectorOf(offer([slot({ id: 's' })]));
  const without = createConnector({ agenda: {}, baseUrl: 'https://agenda.example/fhir' });
  for (const [connector, rule] of [
    [known, 'unknown-slot'],
    [without, 'no-look-up'],
  ] as const) {
    const { sent, searches } = await connector.explain('nobody');
    assert.equal(sent, false);
    assert.deepEqual(
      searches.map(({ reasons: why }) => why.map((each) => each.rule)),
      [[rule], [rule], [rule]],
    );
  }
});

test('an offer may be given instead of an id', async () => {
  const without = createConnector({ agenda: {}, baseUrl: 'https://agenda.example/fhir' });
  const { slot: id, sent } = await without.explain(offer([slot({ id: 's' })]));
  assert.deepEqual([id, sent], ['s', true]);
});
