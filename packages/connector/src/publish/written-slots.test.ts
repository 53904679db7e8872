import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Finding } from '@sas-kit/fhir';
import type { Offer, OfferedSlot } from '../agenda.ts';
import { AUBRY, offer, slot } from '../testing/agenda.ts';
import { assembleBundle } from './assemble-bundle.ts';
import { judge, type Ready } from './judge.ts';
import { recordsOf, slotsOf } from './records.ts';
import { SlotWriter } from './written-slots.ts';

const ANY = { identifiers: null, from: -Infinity, to: Infinity };

function writerOf(cacheSlots = 100): {
  write: (of: Offer, flow?: 'ps' | 'cpts') => any;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const writer = new SlotWriter(
    {
      baseUrl: 'https://a.example/fhir',
      identifierSystem: 'https://a.example',
      guide: '1.1',
      cacheSlots,
    },
    (finding) => findings.push(finding),
  );
  const write = (of: Offer, flow: 'ps' | 'cpts' = 'ps'): any => {
    const records = recordsOf(of, writer.versions);
    const ready = slotsOf(of)
      .map((each) => judge(each, records, ANY))
      .flatMap((judged): Ready[] => ('ready' in judged ? [judged.ready] : []));
    const slots = writer.write(flow, ready, records);
    const { body } = assembleBundle(flow, slots, 'https://self', 0);
    return JSON.parse(Buffer.concat(body).toString());
  };
  return { write, findings };
}

const resources = (bundle: any, type: string): any[] =>
  (bundle.entry ?? [])
    .map((entry: any) => entry.resource)
    .filter((resource: any) => resource.resourceType === type);

suite('what is kept written', () => {
  const CHANGES: [string, Partial<OfferedSlot>][] = [
    ['place', { place: 'place-2' }],
    ['practitioner', { practitioner: 'pr-2' }],
    ['start', { start: '2026-11-22T09:05:00+01:00' }],
    ['end', { end: '2026-11-22T09:20:00+01:00' }],
    ['visibility', { visibility: ['PRO'] }],
    ['modalities', { modalities: ['VR'] }],
    ['booking', { booking: 'WALKIN' }],
    ['reasons', { reasons: ['Fièvre'] }],
    ['specialties', { specialties: ['SM40'] }],
    ['communities', { visibility: ['CPTS'], communities: ['cpts-1'] }],
    ['url', { url: 'https://agenda.example/autre?x=1' }],
    ['publicDisplay', { publicDisplay: true }],
  ];
  const agreed = {
    practitioners: [
      { ...AUBRY, publicDisplay: true },
      { ...AUBRY, id: 'pr-2', nationalId: '10999001018' },
    ],
  };
  for (const [name, change] of CHANGES) {
    test(`a slot is written anew when its ${name} changes, in place too`, () => {
      const { write } = writerOf();
      const before = write(offer([slot({ id: 's' })], agreed), 'cpts');
      const after = write(offer([slot({ id: 's', ...change })], agreed), 'cpts');
      assert.notDeepEqual(after, before);

      const inPlace = slot({ id: 's', modalities: ['AMB'], reasons: ['x'] });
      const second = writerOf();
      second.write(offer([inPlace], agreed), 'cpts');
      Object.assign(inPlace, change);
      assert.deepEqual(
        second.write(offer([inPlace], agreed), 'cpts'),
        writerOf().write(offer([inPlace], agreed), 'cpts'),
      );
    });
  }

  test('a list changed in place is noticed', () => {
    const { write } = writerOf();
    const reasons = ['Fièvre'];
    write(offer([slot({ id: 's', reasons })]));
    reasons.push('Toux');
    const [written] = resources(write(offer([slot({ id: 's', reasons })])), 'Slot');
    assert.deepEqual(written.serviceType.map((type: any) => type.text).filter(Boolean), [
      'Fièvre',
      'Toux',
    ]);
  });

  test('a practitioner, a place and a CPTS that change are written anew', () => {
    const { write } = writerOf();
    const each = [slot({ id: 's', visibility: ['CPTS'], communities: ['cpts-1'] })];
    write(offer(each), 'cpts');
    const base = offer(each);
    const changed = write(
      {
        ...base,
        practitioners: [{ ...AUBRY, family: 'AUBRY-MARTIN' }],
        places: [{ id: 'place-1', line: '99 rue Neuve', postalCode: '76600', city: 'Le Havre' }],
        communities: [{ id: 'cpts-1', finess: '760009902', name: 'Autre nom' }],
      },
      'cpts',
    );
    assert.equal(resources(changed, 'Practitioner')[0].name[0].family, 'AUBRY-MARTIN');
    assert.equal(
      resources(changed, 'PractitionerRole')[0].contained[0].address.line[0],
      '99 rue Neuve',
    );
    assert.equal(resources(changed, 'Organization')[0].name, 'Autre nom');
  });

  test('each flow has its own profile and types', () => {
    const { write } = writerOf();
    const each = slot({ id: 's', visibility: ['PUBLIC', 'CPTS'], communities: ['cpts-1'] });
    const codes = (bundle: any): string[] =>
      resources(bundle, 'Slot')[0].meta.security.map((coding: any) => coding.code);
    for (const _ of [1, 2]) {
      assert.deepEqual(codes(write(offer([each]), 'cpts')), ['PUBLIC', 'CPTS']);
      assert.deepEqual(codes(write(offer([each]), 'ps')), ['PUBLIC']);
    }
  });

  test('a slot that leads to a CPTS brings it, whatever was kept of a slot that does not', () => {
    const { write } = writerOf();
    const plain = slot({ id: 'a', visibility: ['PUBLIC'], communities: ['cpts-1'] });
    const shared = slot({ id: 'b', visibility: ['CPTS'], communities: ['cpts-1'] });
    assert.equal(resources(write(offer([plain]), 'cpts'), 'Organization').length, 0);
    assert.equal(resources(write(offer([plain, shared]), 'cpts'), 'Organization').length, 1);
    assert.equal(resources(write(offer([plain]), 'cpts'), 'Organization').length, 0);
  });

  test('the bound of what is kept changes no answer', () => {
    const slots = ['a', 'b', 'c', 'd'].map((id) => slot({ id }));
    const { write } = writerOf(1);
    const first = write(offer(slots));
    assert.equal(resources(first, 'Slot').length, 4);
    assert.deepEqual(write(offer(slots)), first);
  });

  test('faults are told when something is written, not each time it is sent', () => {
    const { write, findings } = writerOf();
    write(offer([slot({ id: 's', url: 'https://agenda.example/rdv' })]));
    const rules = findings.map(({ rule }) => rule);
    assert.ok(rules.includes('slot-url-query'));
    write(offer([slot({ id: 's', url: 'https://agenda.example/rdv' })]));
    assert.equal(findings.length, rules.length);
  });
});

suite('one answer', () => {
  test('two records of one person are one Practitioner, in two requests as in one', () => {
    const practitioners = [AUBRY, { ...AUBRY, id: 'pr-1-bis', nationalId: '810999001000' }];
    const own = slot({ id: 'a' });
    const bis = slot({ id: 'b', practitioner: 'pr-1-bis', place: 'place-2' });
    const { write } = writerOf();
    write(offer([own], { practitioners }));
    const bundle = write(offer([own, bis], { practitioners }));
    assert.equal(resources(bundle, 'Practitioner').length, 1);
    assert.equal(resources(bundle, 'PractitionerRole').length, 2);
    assert.equal(resources(bundle, 'Schedule').length, 2);
  });

  test('holds every reference that it makes, and nothing that nobody refers to', () => {
    const { write } = writerOf();
    const bundle = write(
      offer([
        slot({ id: 'a' }),
        slot({ id: 'b', place: 'place-2' }),
        slot({ id: 'c', practitioner: 'pr-2', visibility: ['CPTS'], communities: ['cpts-1'] }),
      ]),
      'cpts',
    );
    const names = bundle.entry.map(
      (entry: any) => `${entry.resource.resourceType}/${entry.resource.id}`,
    );
    assert.equal(new Set(names).size, names.length);
    const referred = [...JSON.stringify(bundle).matchAll(/"reference":"([^#"][^"]*)"/g)].map(
      (match) => match[1],
    );
    for (const reference of referred) assert.ok(names.includes(reference), reference);
    for (const name of names) assert.ok(name.startsWith('Slot/') || referred.includes(name), name);
  });

  test('a booking address gets the ? that the platform appends to', () => {
    const { write } = writerOf();
    const comment = (url: string): string =>
      resources(write(offer([slot({ id: 's', url })])), 'Slot')[0].comment;
    assert.equal(comment('https://agenda.example/rdv'), 'https://agenda.example/rdv?');
    assert.equal(comment('https://agenda.example/rdv?x=1'), 'https://agenda.example/rdv?x=1');
    assert.equal(comment('https://agenda.example/#/rdv'), 'https://agenda.example/#/rdv');
  });

  test('publicDisplay leaves only where the slot and its practitioner agree', () => {
    const extension = (own: boolean, of: boolean | undefined): unknown => {
      const practitioners = [{ ...AUBRY, ...(of !== undefined && { publicDisplay: of }) }];
      const bundle = writerOf().write(
        offer([slot({ id: 's', publicDisplay: own })], { practitioners }),
      );
      return resources(bundle, 'Slot')[0].extension?.[0].valueBoolean;
    };
    assert.equal(extension(true, true), true);
    for (const [own, of] of [
      [true, false],
      [true, undefined],
      [false, true],
    ] as const) {
      assert.equal(extension(own, of), undefined);
    }
  });

  test('a slot that does not say so is by appointment', () => {
    const codes = ['WALKIN', undefined, null].map((booking) => {
      const bundle = writerOf().write(offer([slot({ id: 's', booking: booking as never })]));
      return resources(bundle, 'Slot')[0].appointmentType.coding[0].code;
    });
    assert.deepEqual(codes, ['WALKIN', 'ROUTINE', 'ROUTINE']);
  });

  test('a slot too large is left out and told', () => {
    const { write, findings } = writerOf();
    const bundle = write(
      offer([slot({ id: 'a' }), slot({ id: 'b', reasons: ['x'.repeat(20_000)] })]),
    );
    assert.deepEqual(
      resources(bundle, 'Slot').map(({ id }) => id),
      ['a'],
    );
    assert.ok(findings.some(({ rule }) => rule === 'slot-too-large'));
  });
});
