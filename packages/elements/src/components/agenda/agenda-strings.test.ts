import { expect } from '@open-wc/testing';
import { parts, texts as agendaEn } from '../../strings/en/agenda.ts';
import { texts as answersEn } from '../../strings/en/agenda-answers.ts';
import { agendaFr } from '../../strings/fr/agenda.ts';
import { absenceFaults, newAbsenceDraft } from './absence-draft.ts';
import { newSlotDraft } from './slot-draft.ts';
import { slotFaults } from './slot-faults.ts';
import { asOf, zone } from './testing/agenda-fixtures.ts';

type Table = Record<string, unknown>;

/** Every text of a table, functions called with plausible values, by its path. */
function texts(table: Table, path = ''): [path: string, text: string][] {
  return Object.entries(table).flatMap(([name, value]): [string, string][] => {
    const here = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'function') {
      return [[here, String((value as (...input: number[]) => unknown)(2, 3))]];
    }
    return typeof value === 'object' && value !== null
      ? texts(value as Table, here)
      : [[here, String(value)]];
  });
}

/** What a publisher may meet, refused by the platform or by the way to it. */
const met = [
  'absence-overlap',
  'connection',
  'forbidden',
  'invalid-transition',
  'not-found',
  'precondition-failed',
  'rate-limited',
  'slot-booked',
  'timeout',
  'unauthenticated',
  'unavailable',
];

describe('the texts of the agenda', () => {
  it('are all there in English, the whole agenda’s in no part again', async () => {
    const loads = await Promise.all(Object.values(parts).map((load) => load()));
    const loaded = Object.assign({}, ...loads.map((part) => part.texts)) as Table;
    const english = { ...agendaEn, ...loaded };
    const paths = (table: Table) =>
      texts(table)
        .map(([path]) => path)
        .sort();
    expect(paths(english)).to.deep.equal(paths(agendaFr));
    expect(loaded).not.to.have.any.keys(...Object.keys(agendaEn));
    for (const [path, text] of [...texts(agendaFr), ...texts(english)]) {
      expect(text.trim(), path).not.to.equal('');
    }
  });

  it('never diagnose, never promise, never speak for the SAS', () => {
    const never = /diagnosti|pas besoin d|gravit|médecin de garde|\bSAS\b|116 ?117|symptôme/i;
    for (const [path, text] of texts(agendaFr)) expect(text, path).not.to.match(never);
  });

  it('keep the marks of a French sentence with their word', () => {
    for (const [path, text] of texts(agendaFr)) expect(text, path).not.to.match(/ [:;?!»]|« /);
  });

  it('have a sentence for every code that a publisher may meet', () => {
    for (const table of [agendaFr, agendaEn]) {
      for (const code of met) expect((table.codes as Table)[code], code).to.be.a('string');
    }
    for (const table of [agendaFr, answersEn]) {
      for (const code of ['slot-overlap', 'slot-in-past', 'absence-overlap', 'out-of-range']) {
        expect((table.faults as Table)[code], code).to.be.a('string');
      }
    }
  });

  it('have a sentence for the faults of an empty form', () => {
    const now = Date.parse(asOf);
    const weekly = { ...newSlotDraft(''), kind: 'weekly', slotMinutes: '', days: [] } as const;
    const faults = [
      ...Object.values(slotFaults(weekly, { zone, now })),
      ...Object.values(absenceFaults(newAbsenceDraft(''), { zone, now })),
    ];
    expect(faults).to.have.length.above(6);
    for (const code of faults) expect(agendaFr.faults[code], code).to.be.a('string');
  });
});
