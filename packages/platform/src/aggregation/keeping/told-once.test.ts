import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agenda, Slot } from '@sas-kit/fhir';
import type { AnsweredSlot } from './answered-slot.ts';
import { answeredSlots } from './answered-slots.ts';

const WHO = '810999900018';
const NOW = new Date('2026-11-23T08:00:00+01:00');
const TO = new Date('2026-11-25T08:00:00+01:00');
const AT = { line: '12 rue des Galets', postalCode: '76600', city: 'Le Havre' };
const CPTS = { id: 'c', finess: '760009010', name: 'CPTS des Exemples' };

const slot = (hour: string, more: Partial<Slot>): Slot => ({
  ...{ id: `s-${hour}`, practitioner: 'pr-1', place: 'pl-1', visibility: [] },
  start: `2026-11-23T${hour}:00:00.000+01:00`,
  end: `2026-11-23T${hour}:15:00.000+01:00`,
  ...more,
});
/** What one flow answers; its ids of places are its own. */
const flow = (slots: Slot[], place = 'pl-1'): Required<Agenda> => ({
  practitioners: [{ id: 'pr-1', nationalId: WHO, family: 'FICTIF', given: 'Camille' }],
  ...{ places: [{ id: place, ...AT }], communities: [CPTS], associations: [] },
  slots: slots.map((each) => ({ ...each, place })),
});
function told(...agendas: Required<Agenda>[]) {
  const { byId, findings } = answeredSlots('practitioner', new Set([WHO]), agendas, NOW, TO);
  return { slots: byId.get(WHO)!, findings };
}
const line = ({ startsAt, visibility, communities, modalities, bookingUrl }: AnsweredSlot) =>
  [
    ...[startsAt.toISOString().slice(11, 13), visibility.toSorted().join()],
    ...[communities.join(), modalities.toSorted().join(), bookingUrl ?? 'no page'],
  ].join(' ');

test('a slot that both flows tell of is one, for all to whom one of them tells of it', () => {
  const url = 'https://rdv.example/x';
  const ps = flow([
    slot('09', { visibility: ['PUBLIC'], modalities: ['AMB'], url }),
    slot('10', { visibility: ['SNP'], id: 'of-ps' }),
  ]);
  const cpts = flow(
    [
      slot('09', { visibility: ['CPTS'], communities: ['c'], modalities: ['VR'] }),
      slot('10', { visibility: ['CPTS'], communities: ['c'], id: 'of-cpts' }),
      slot('11', { visibility: ['CPTS'], communities: ['c'] }),
    ],
    'pl-2',
  );
  for (const agendas of [
    [ps, cpts],
    [cpts, ps],
  ]) {
    assert.deepEqual(told(...agendas).slots.map(line), [
      '08 CPTS,PUBLIC 1760009010 AMB,VR https://rdv.example/x',
      '09 CPTS,SNP 1760009010 AMB no page',
      '10 CPTS 1760009010 AMB no page',
    ]);
  }
});

test('the public sees a slot where no telling of it as public says otherwise', () => {
  const shown = slot('09', { visibility: ['PUBLIC'], publicDisplay: true });
  const hidden = slot('09', { visibility: ['PUBLIC', 'CPTS'] });
  const member = slot('09', { visibility: ['CPTS'] });
  const shownMember = slot('09', { visibility: ['CPTS'], publicDisplay: true });
  for (const [slots, expected] of [
    [[shown, member], true],
    [[member, shown], true],
    [[shown, hidden], false],
    [[hidden, shown, shown], false],
    [[shownMember, hidden], false],
  ] as const) {
    const [{ publicDisplay } = { publicDisplay: null }] = told(
      ...slots.map((each) => flow([each])),
    ).slots;
    assert.equal(publicDisplay, expected);
  }
});

test('what is told again is not one too many', () => {
  const many = Array.from({ length: 1_001 }, (_, n) => {
    const start = new Date(NOW.getTime() + (n + 1) * 60_000).toISOString();
    const end = new Date(NOW.getTime() + (n + 2) * 60_000).toISOString();
    return slot('09', { id: `s-${n}`, visibility: ['PRO'], start, end });
  });
  const { slots, findings } = told(flow(many), flow(many.slice(0, 1_000)));
  assert.equal(slots.length, 1_000);
  assert.deepEqual(findings, { 'too-many-slots': 1 });
});

test('a slot that is told again and again does not grow', () => {
  const again = Array.from({ length: 5_000 }, (_, n) =>
    slot('09', { visibility: ['PRO'], reasons: [`motif ${2 * n}`, `motif ${2 * n + 1}`] }),
  );
  const { slots } = told(flow(again));
  assert.deepEqual(
    slots.map(({ reasons }) => reasons),
    [Array.from({ length: 10 }, (_, n) => `motif ${n}`)],
  );
});
