import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Offer, OfferedSlot } from '../agenda.ts';
import { AUBRY, offer, siteSlot, slot } from '../testing/agenda.ts';
import { judge } from './judge.ts';
import { RecordVersions } from './record-versions.ts';
import { recordsOf, slotsOf } from './records.ts';

const WINDOW = {
  from: Date.parse('2026-11-22T08:00:00+01:00'),
  to: Date.parse('2026-11-24T08:00:00+01:00'),
};
const ASKED = { ...WINDOW, identifiers: new Set(['810999001000', '90000090200016']) };

function rulesOf(each: OfferedSlot, changes: Partial<Offer> = {}): string[] {
  const judged = judge(each, recordsOf(offer([each], changes), new RecordVersions(10)), ASKED);
  return 'ready' in judged ? [] : judged.reasons.map(({ rule }) => rule);
}

/** What a careless vendor may hold where the types want something else. */
const odd = (value: unknown): never => value as never;

const NEVER_SENT: [string, OfferedSlot, string][] = [
  ['a busy slot', slot({ id: 's', status: 'busy' }), 'slot-busy'],
  ['a slot of an unknown status', slot({ id: 's', status: odd('tentative') }), 'slot-busy'],
  ['a slot excluded from SAS', slot({ id: 's', consent: false }), 'slot-consent'],
  ['a slot excluded by a 0', slot({ id: 's', consent: odd(0) }), 'slot-consent'],
  ['a slot excluded by a text', slot({ id: 's', consent: odd('false') }), 'slot-consent'],
  ['a slot for own patients', slot({ id: 's', audience: 'own-patients' }), 'own-patients'],
  ['a slot for the structure', slot({ id: 's', audience: 'structure' }), 'structure'],
  ['a slot of an unknown audience', slot({ id: 's', audience: odd('vip') }), 'slot-audience'],
  ['a slot of no type', slot({ id: 's', visibility: [] }), 'agenda-slot-visibility'],
  [
    'a slot of a site, for professionals only',
    siteSlot({ id: 's', visibility: ['PRO'] }),
    'agenda-slot-visibility',
  ],
  ['a slot of nobody', slot({ id: 's', practitioner: 'pr-9' }), 'slot-owner'],
  ['a slot at no place', slot({ id: 's', place: 'place-9' }), 'slot-owner'],
  ['a slot of somebody else', slot({ id: 's', practitioner: 'pr-2' }), 'not-asked'],
  ['a slot of another site', siteSlot({ id: 's', site: 'site-9' }), 'slot-owner'],
  ['a slot without start', slot({ id: 's', start: odd(undefined) }), 'slot-time'],
  ['a slot on 30 February', slot({ id: 's', start: '2026-02-30T09:00:00+01:00' }), 'slot-time'],
  ['a slot before', slot({ id: 's', start: '2026-11-22T07:59:59.999+01:00' }), 'outside-window'],
  ['a slot after', slot({ id: 's', start: '2026-11-24T08:00:00.001+01:00' }), 'outside-window'],
];

suite('what never leaves', () => {
  for (const [name, each, rule] of NEVER_SENT) {
    test(`${name}: ${rule}`, () => {
      assert.deepEqual(rulesOf(each), [rule]);
    });
  }

  test('nothing of a practitioner who does not consent', () => {
    const practitioners = [{ ...AUBRY, consent: false }];
    assert.deepEqual(rulesOf(slot({ id: 's' }), { practitioners }), ['practitioner-consent']);
  });

  test('nothing of a person of whom one record does not consent', () => {
    for (const consent of [
      [true, false],
      [false, true],
    ]) {
      const practitioners = [
        { ...AUBRY, id: 'pr-1', nationalId: '810999001000', consent: consent[0] === true },
        { ...AUBRY, id: 'pr-1-bis', nationalId: '10999001000', consent: consent[1] === true },
      ];
      for (const practitioner of ['pr-1', 'pr-1-bis']) {
        assert.deepEqual(rulesOf(slot({ id: 's', practitioner }), { practitioners }), [
          'practitioner-consent',
        ]);
      }
    }
  });

  test('nothing of a practitioner whose number is none', () => {
    for (const nationalId of ['n/a', '', odd(null), odd(10999001000)]) {
      const practitioners = [{ ...AUBRY, nationalId }];
      assert.deepEqual(rulesOf(slot({ id: 's' }), { practitioners }), ['practitioner-id']);
    }
  });

  test('nothing of an association whose SIRET is none', () => {
    const associations = [{ id: 'sos', siret: 'inconnu', sites: [odd({ id: 'site-1' })] }];
    assert.deepEqual(rulesOf(siteSlot({ id: 's' }), { associations }), ['association-siret']);
  });

  test('all reasons are given at once', () => {
    const each = slot({ id: 's', status: 'busy', consent: false, audience: 'structure' });
    assert.deepEqual(rulesOf(each), ['slot-busy', 'slot-consent', 'structure']);
  });

  test('each reason has a name and a sentence in both languages', () => {
    const each = slot({ id: 's', status: 'busy', consent: false, audience: 'structure' });
    const judged = judge(each, recordsOf(offer([each]), new RecordVersions(10)), ASKED);
    assert.ok('reasons' in judged);
    for (const { message, place } of judged.reasons) {
      assert.ok(message.fr !== '' && message.en !== '' && message.fr !== message.en);
      assert.match(place, /^slots\.where\(id='s'\)/);
    }
  });
});

const SENT: [string, OfferedSlot][] = [
  ['a slot with everything', slot({ id: 's' })],
  ['a slot on the first instant', slot({ id: 's', start: '2026-11-22T08:00:00.000+01:00' })],
  ['a slot on the last instant', slot({ id: 's', start: '2026-11-24T07:00:00Z' })],
  [
    'switches of a database',
    slot({ id: 's', consent: odd(1), status: odd(null), audience: odd(null) }),
  ],
  ['a date object', slot({ id: 's', start: odd(new Date('2026-11-22T09:00:00+01:00')) })],
  ['a local time without offset', slot({ id: 's', start: '2026-11-22T08:00:00' })],
  ['a slot of a site', siteSlot({ id: 's' })],
];

suite('what leaves', () => {
  for (const [name, each] of SENT) {
    test(name, () => {
      assert.deepEqual(rulesOf(each), []);
    });
  }

  test('a local time is that of the place', () => {
    const reunion = { id: 'place-1', line: '1 rue', postalCode: '97400', city: 'Saint-Denis' };
    const each = slot({ id: 's', start: '2026-11-22T11:00:00' });
    const judged = judge(
      each,
      recordsOf(offer([each], { places: [reunion] }), new RecordVersions(10)),
      ASKED,
    );
    assert.ok('ready' in judged);
    assert.equal(new Date(judged.ready.start).toISOString(), '2026-11-22T07:00:00.000Z');
  });
});

suite('answers of a vendor that are none', () => {
  const rubbish: unknown[] = [
    {},
    { slots: null },
    { slots: 'none' },
    { slots: [null, 1, 'x', [], {}, { id: 5 }, { id: '' }] },
    { slots: [], practitioners: 'x', places: [null], associations: [{ id: 'a', sites: 'x' }] },
  ];
  for (const each of rubbish) {
    test(`${JSON.stringify(each)} offers nothing`, () => {
      assert.deepEqual(slotsOf(each as Offer), []);
      recordsOf(each as Offer, new RecordVersions(10));
    });
  }
});
