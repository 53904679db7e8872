import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ReceivedAppointment } from './appointment.ts';
import { matchOrientation, type DispatchCase, type MatchOptions } from './match-orientation.ts';
import { MATCH_REASONS } from './match-reasons.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const appointment: ReceivedAppointment = {
  appointmentId: 'a-1',
  method: 'CreateAppointment',
  created: '2026-07-01T10:00:00+02:00',
  start: '2026-07-01T14:00:00+02:00',
  status: 'booked',
  practitioner: { rppsId: '810999000018', lastName: 'MOREAU', firstName: 'Claire' },
  organization: { organizationId: '1760009001', name: 'Cabinet du Port' },
  regulator: { regulatorEmail: 'anne.petit@samu.example' },
};
const anne = { regulatorEmails: ['anne.petit@samu.example'] };
const decided = (time: string, more: Partial<DispatchCase> = {}): DispatchCase => ({
  caseId: `c-${time}`,
  decidedAt: `2026-07-01T${time}:00+02:00`,
  ...more,
});
const reasonsOf = (
  one: DispatchCase,
  of: Partial<ReceivedAppointment> = {},
  options: MatchOptions = {},
) => {
  const [proposal] = matchOrientation({ ...appointment, ...of }, [one], options).proposals;
  return proposal?.reasons.map(({ reason }) => reason).sort() ?? null;
};

describe('reasons', () => {
  const doctor = { ownDoctor: { rpps: '10999000018' } };
  const table: [name: string, one: DispatchCase, reasons: string[] | null][] = [
    ['the regulator, at once', decided('09:58', anne), ['regulator-email', 'within-15-minutes']],
    [
      'her e-mail in capitals',
      decided('09:58', { regulatorEmails: ['x@y.example', ' Anne.PETIT@samu.example '] }),
      ['regulator-email', 'within-15-minutes'],
    ],
    [
      'the regulator, within the hour',
      decided('09:10', anne),
      ['regulator-email', 'within-1-hour'],
    ],
    ['the regulator, later', decided('06:10', anne), ['regulator-email', 'within-4-hours']],
    [
      'the regulator, the day before',
      { ...decided('10:00', anne), decidedAt: '2026-06-30T10:00:00+02:00' },
      ['regulator-email', 'within-48-hours'],
    ],
    [
      'the regulator, three days before',
      { ...decided('10:00', anne), decidedAt: '2026-06-28T10:00:00+02:00' },
      null,
    ],
    [
      'booked a little before the decision',
      decided('10:12', anne),
      ['regulator-email', 'within-15-minutes'],
    ],
    ['booked long before the decision', decided('11:00', anne), null],
    [
      'the own doctor by number, booked by a colleague',
      decided('09:58', { ...doctor, regulatorEmails: ['b@samu.example'] }),
      ['other-regulator', 'own-doctor', 'within-15-minutes'],
    ],
    [
      'the own doctor by name',
      decided('09:58', { ownDoctor: { lastName: 'Dr Claire Moreau' } }),
      ['own-doctor-name', 'within-15-minutes'],
    ],
    [
      'another number under the same name',
      decided('09:58', { ...anne, ownDoctor: { rpps: '10999000026', lastName: 'MOREAU' } }),
      ['regulator-email', 'within-15-minutes'],
    ],
    [
      'the department of the structure',
      decided('09:58', { ...anne, place: { inseeCode: '76351' } }),
      ['regulator-email', 'same-department', 'within-15-minutes'],
    ],
    [
      'another department',
      decided('09:58', { ...anne, place: { inseeCode: '69123' } }),
      ['other-department', 'regulator-email', 'within-15-minutes'],
    ],
    [
      'another appointment',
      decided('09:58', { ...anne, appointmentIds: ['a-9'] }),
      ['has-another-appointment', 'regulator-email', 'within-15-minutes'],
    ],
    [
      'attached by a person, whatever else',
      { ...decided('12:00', { appointmentIds: ['a-1'] }), regulatorEmails: ['b@samu.example'] },
      ['already-attached', 'booked-before-decision', 'other-regulator'],
    ],
    ['nothing but the time', decided('09:58'), null],
    ['a decision without a readable time', { caseId: 'c', decidedAt: 'hier', ...anne }, null],
  ];
  for (const [name, one, reasons] of table)
    it(`${name}: ${reasons?.join(', ') ?? 'not proposed'}`, () =>
      assert.deepEqual(reasonsOf(one), reasons));

  const places: [
    name: string,
    place: DispatchCase['place'],
    options: MatchOptions,
    organization: string,
    reason: string | null,
  ][] = [
    [
      'the commune by code',
      { inseeCode: '76351' },
      { appointmentPlace: { inseeCode: '76351' } },
      'X',
      'same-commune',
    ],
    [
      'the commune by name',
      { city: 'Saint-Étienne' },
      { appointmentPlace: { city: 'SAINT ETIENNE' } },
      'X',
      'same-commune',
    ],
    [
      'the commune in the name of the structure',
      { city: 'Rennes' },
      {},
      'SOS Médecins de Rennes',
      'same-commune',
    ],
    ['a part of a word is no commune', { city: 'Ren' }, {}, 'SOS Médecins de Rennes', null],
    [
      'Réunion by commune',
      { inseeCode: '97411' },
      { appointmentPlace: { inseeCode: '97415' } },
      'X',
      'same-department',
    ],
    [
      'Corsica',
      { inseeCode: '2A004' },
      { appointmentPlace: { inseeCode: '2B033' } },
      'X',
      'other-department',
    ],
    ['an unknown place', {}, {}, 'X', null],
  ];
  for (const [name, place, options, structure, reason] of places)
    it(`place, ${name}: ${reason ?? 'nothing'}`, () => {
      const one = decided('09:58', { ...anne, ...(place === undefined ? {} : { place }) });
      const found = reasonsOf(one, { organization: { name: structure } }, options);
      const expected = ['regulator-email', 'within-15-minutes'];
      assert.deepEqual(found, reason === null ? expected : [...expected, reason].sort());
    });

  it('reads the department of a FINESS overseas', () => {
    const finess: [string, string | null][] = [
      ['1970408589', 'same-department'],
      ['1970100178', 'other-department'],
      ['1980500003', null],
      ['1760009001', 'other-department'],
      ['312345678900011', null],
    ];
    for (const [organizationId, reason] of finess) {
      const one = decided('09:58', { ...anne, place: { inseeCode: '97411' } });
      const found = reasonsOf(one, { organization: { organizationId } });
      assert.deepEqual(
        found?.filter((each) => each.endsWith('department')),
        reason === null ? [] : [reason],
      );
    }
  });

  it('have words in both languages', () => {
    for (const { message } of Object.values(MATCH_REASONS))
      assert.ok(message.fr.length > 10 && message.en.length > 10);
  });
});

describe('a proposal', () => {
  it('puts the case of the regulator, the doctor and the place first', () => {
    const cases = [
      decided('09:20', anne),
      decided('09:57', {
        ...anne,
        caseId: 'right',
        ownDoctor: { rpps: '810999000018' },
        place: { inseeCode: '76351' },
      }),
      decided('09:59', { regulatorEmails: ['b@samu.example'] }),
    ];
    const { best, proposals, tied } = matchOrientation(appointment, cases);
    assert.equal(best?.caseId, 'right');
    assert.equal(best.minutesFromDecision, 3);
    assert.equal(best.score, 40 + 30 + 40 + 5);
    assert.deepEqual(tied, []);
    assert.deepEqual(
      proposals.map(({ caseId }) => caseId),
      ['right', 'c-09:20'],
    );
  });

  it('says when a person has to choose', () => {
    const cases = [decided('09:50', anne), decided('09:58', anne), decided('08:00', anne)];
    const { best, proposals, tied } = matchOrientation(appointment, cases);
    assert.equal(best, null);
    assert.deepEqual(tied, ['c-09:58', 'c-09:50']);
    assert.deepEqual(
      proposals.map((each) => each.tied),
      [true, true, false],
    );
  });

  it('takes two cases a department apart for a tie', () => {
    const near = decided('09:58', { ...anne, caseId: 'near', place: { inseeCode: '76351' } });
    const { best, tied } = matchOrientation(appointment, [decided('09:58', anne), near]);
    assert.equal(best, null);
    assert.equal(tied.length, 2);
  });

  it('finds the case of the first of two appointments taken', () => {
    const first = decided('09:50', { ...anne, appointmentIds: ['a-0'] });
    const { best } = matchOrientation(appointment, [first, decided('09:55', anne)]);
    assert.equal(best?.caseId, 'c-09:55');
  });

  it('stays with the case a person chose when the appointment is moved', () => {
    const chosen = decided('08:00', { appointmentIds: ['a-1'] });
    const moved = { ...appointment, start: '2026-07-02T14:00:00+02:00' };
    const { best } = matchOrientation(moved, [decided('09:59', anne), chosen]);
    assert.equal(best?.caseId, 'c-08:00');
  });

  it('is empty without cases, and for an appointment with an unreadable time', () => {
    const nothing = { proposals: [], best: null, tied: [] };
    assert.deepEqual(matchOrientation(appointment, []), nothing);
    const unreadable = { ...appointment, created: 'hier' };
    assert.deepEqual(matchOrientation(unreadable, [decided('09:58', anne)]), nothing);
  });
});

describe('any list of cases', () => {
  const cases = fc.uniqueArray(
    fc.record(
      {
        caseId: fc.string({ maxLength: 4 }),
        decidedAt: fc.constantFrom(
          '2026-07-01T09:58:00+02:00',
          '2026-07-01T07:59:00Z',
          '2026-07-01T06:00:00+02:00',
          '2026-07-01T11:00:00+02:00',
        ),
        regulatorEmails: fc.subarray(['anne.petit@samu.example', 'b@samu.example']),
        ownDoctor: fc.constantFrom({ rpps: '10999000018' }, { lastName: 'Moreau' }, {}),
        place: fc.constantFrom({ inseeCode: '76351' }, { inseeCode: '69123' }, { city: 'Port' }),
        appointmentIds: fc.subarray(['a-1', 'a-2']),
      },
      { requiredKeys: ['caseId', 'decidedAt'] },
    ),
    { selector: ({ caseId }) => caseId, maxLength: 8 },
  );
  const shuffled = cases.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );

  it('gives the same proposals in any order', () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        assert.deepEqual(matchOrientation(appointment, other), matchOrientation(appointment, list));
      }),
      { numRuns: 1000 },
    );
  });

  it('puts the best first, explains every score, and has a best or a tie', () => {
    fc.assert(
      fc.property(cases, (list) => {
        const { proposals, best, tied } = matchOrientation(appointment, list);
        const scores = proposals.map(({ score }) => score);
        assert.deepEqual(
          scores,
          scores.toSorted((a, b) => b - a),
        );
        for (const { score, reasons } of proposals)
          assert.equal(
            score,
            reasons.reduce((sum, { points }) => sum + points, 0),
          );
        assert.equal(best === null, proposals.length === 0 || tied.length > 1);
        assert.ok(tied.length !== 1);
        const marked = proposals.filter((each) => each.tied).map(({ caseId }) => caseId);
        assert.deepEqual(marked, tied);
      }),
    );
  });
});
