import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReceivedAppointment } from '@sas-kit/fhir/hub';
import { Board } from './board.ts';
import { demonstrationCases } from './cases.ts';
import type { Entry } from './journal.ts';

const NOW = new Date('2026-11-23T09:00:00+01:00');
const EXERCISES = demonstrationCases(NOW);
const CASES = EXERCISES.map((file) => ({
  ...file,
  caseId: file.caseId.replace('DRM', 'REEL'),
  exercise: false,
}));
const [first, second] = CASES;

const APPOINTMENT: ReceivedAppointment = {
  appointmentId: 'rdv-1',
  method: 'CreateAppointment',
  created: '2026-11-23T09:01:00+01:00',
  start: '2026-11-23T15:00:00+01:00',
  status: 'booked',
  orientationCategory: 'PS',
  practitioner: { rppsId: '810999001000', lastName: 'LEROY', firstName: 'Camille' },
  regulator: { regulatorEmail: first!.regulatorEmails[0]! },
};

let count = 0;
function message(
  changes: Partial<ReceivedAppointment> = {},
  minute = 1,
): Entry & { kind: 'message' } {
  return {
    kind: 'message',
    distributionID: `fr.health.test.ptfsas_${(count += 1)}`,
    senderID: 'fr.health.test.ptfsas',
    status: 'Actual',
    sentAt: `2026-11-23T09:0${minute}:00+01:00`,
    appointment: { ...APPOINTMENT, ...changes },
  };
}
const update = (changes: Partial<ReceivedAppointment>, minute: number) =>
  message({ method: 'UpdateAppointment', ...changes }, minute);

function boardOf(...entries: Entry[]): Board {
  const board = new Board();
  for (const file of CASES) board.apply({ kind: 'case', case: file });
  for (const entry of entries) board.apply(entry);
  return board;
}
const START = '2026-11-23T14:00:00.000Z';
const attached: Entry = {
  kind: 'attached',
  appointmentId: 'rdv-1',
  caseId: second!.caseId,
  start: START,
};
const inCase = (board: Board, caseId: string) =>
  board.caseOf(caseId)!.appointments.map(({ record }) => record.appointment.status);

test('what nobody attached is proposed for the case of its regulator, and belongs to none', () => {
  const { unattached, cases } = boardOf(message());
  assert.deepEqual([unattached.length, unattached[0]!.match.best?.caseId], [1, first!.caseId]);
  assert.ok(cases.every(({ appointments }) => appointments.length === 0));
});

test('what was booked in the page of a case is on it when its message comes', () => {
  const board = boardOf(attached, message());
  assert.deepEqual(inCase(board, second!.caseId), ['booked']);
  assert.deepEqual(board.unattached, []);
});

test('what was booked in its page stands on the case before anybody tells of it, unless it was taken back', () => {
  const board = boardOf(attached);
  assert.deepEqual(board.caseOf(second!.caseId)!.expected, [START]);
  assert.equal(board.cases.at(-1)!.file.caseId, second!.caseId);
  const withdrawn = boardOf(attached, { kind: 'withdrawn', appointmentId: 'rdv-1' });
  assert.deepEqual(withdrawn.caseOf(second!.caseId)!.expected, []);
  board.apply(message());
  assert.deepEqual(board.caseOf(second!.caseId)!.expected, []);
});

test('duplicates, another order and an unknown update end with one appointment on its case', () => {
  const messages = [
    message(),
    update({ start: '2026-11-23T16:00:00+01:00' }, 2),
    update({ status: 'fulfilled' }, 3),
  ];
  for (const order of [[0, 1, 2], [2, 1, 0], [1, 1, 2, 0, 2], [2], [2, 0, 0]]) {
    const board = boardOf(attached, ...order.map((index) => messages[index]!));
    assert.deepEqual(inCase(board, second!.caseId), ['fulfilled'], String(order));
    assert.equal(board.shown('rdv-1').length, 1);
  }
});

test('a cancelled or moved appointment brings its case to the top until somebody has seen it', () => {
  const top = (board: Board) => [board.cases[0]!.file.caseId, board.cases[0]!.attention];
  const later = update({ start: '2026-11-23T16:00:00+01:00' }, 2);
  const moved = boardOf(attached, message(), later);
  const see = ({ distributionID }: Entry & { kind: 'message' }) =>
    moved.apply({ kind: 'seen', appointmentId: 'rdv-1', distributionID });
  assert.deepEqual(top(moved), [second!.caseId, 'moved']);
  see(later);
  assert.equal(moved.cases[0]!.attention, null);
  const cancelled = update({ status: 'cancelled' }, 3);
  moved.apply(cancelled);
  see(later);
  assert.deepEqual(top(moved), [second!.caseId, 'cancelled'], 'nobody has seen this');
  see(cancelled);
  moved.apply(update({ status: 'cancelled' }, 4));
  assert.equal(moved.caseOf(second!.caseId)!.attention, null, 'told again, it is nothing new');
  assert.equal(moved.cases[1]!.file.caseId, second!.caseId, 'it waits again, in its place');
});

const exercise = (told = message()): Entry & { kind: 'message' } => ({
  ...told,
  status: 'Exercise',
});

test('an exercise is proposed for no real case, and marked at the door', () => {
  const board = boardOf(exercise());
  assert.deepEqual(board.unattached[0]!.match.proposals, []);
  assert.deepEqual(
    board.shown('rdv-1').map((each) => each.exercise),
    [true],
  );
});

test('an exercise is on no real case, also where somebody attached one of its id there', () => {
  const board = boardOf(attached, exercise());
  assert.deepEqual(inCase(board, second!.caseId), []);
  assert.deepEqual(board.caseOf(second!.caseId)!.expected, [START]);
  assert.equal(board.unattached.length, 1);
  board.apply(message());
  assert.deepEqual(inCase(board, second!.caseId), ['booked']);
  assert.deepEqual(
    board.unattached.map(({ received }) => received.exercise),
    [true],
  );
});

test('cases of exercises have exercises alone, proposed, booked there, and cancelled', () => {
  const board = boardOf();
  for (const file of EXERCISES) board.apply({ kind: 'case', case: file });
  board.apply(exercise());
  board.apply(message());
  const proposed = board.unattached.map(({ received, match }) => [
    received.exercise,
    match.best?.caseId,
  ]);
  assert.deepEqual(proposed, [
    [true, EXERCISES[0]!.caseId],
    [false, first!.caseId],
  ]);
  const { caseId } = EXERCISES[1]!;
  board.apply({ ...attached, caseId });
  assert.deepEqual(inCase(board, caseId), ['booked']);
  assert.equal(board.unattached.length, 1);
  board.apply(exercise(update({ status: 'cancelled' }, 2)));
  assert.deepEqual([board.cases[0]!.file.caseId, board.cases[0]!.attention], [caseId, 'cancelled']);
  assert.equal(board.received('rdv-1', false)!.record.appointment.status, 'booked');
});
