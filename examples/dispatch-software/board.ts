import {
  applyToAppointment,
  type AppointmentRecord,
  matchOrientation,
  type OrientationMatch,
  type ReceivedAppointment,
} from '@sas-kit/fhir/hub';
import type { CaseFile } from './cases.ts';
import type { Entry } from './journal.ts';

/** What somebody has to look at: it stays until a person has seen it. */
export type Attention = 'cancelled' | 'moved';

/** An appointment that came from the Hub. */
export interface Received {
  /** Its message says so: it belongs to a case of exercises, or to none. */
  readonly exercise: boolean;
  readonly record: AppointmentRecord;
  /** Who told it last, under which id: to answer that it was read. */
  readonly told: Extract<Entry, { kind: 'message' }>;
  /** Null: no person has said to which case it belongs. */
  readonly caseId: string | null;
  readonly attention: Attention | null;
}

/** A case with its appointments, the one that holds first. */
export interface BoardCase {
  readonly file: CaseFile;
  readonly appointments: readonly Received[];
  /** Starts of those that were booked in its page, of which the Hub has told nothing so far. */
  readonly expected: readonly string[];
  readonly attention: Attention | null;
}

/** An appointment that belongs to no case yet, and the cases to propose. */
export interface Unattached {
  readonly received: Received;
  readonly match: OrientationMatch;
}

/** One in earnest and an exercise are two, also under one id. */
const rowOf = (appointmentId: string, exercise: boolean): string =>
  `${exercise ? 'Exercise' : 'Actual'} ${appointmentId}`;

const isExercise = (file: CaseFile | undefined): boolean => file?.exercise === true;

/** The cases, the appointments, and which belongs to which. Made of entries alone; writes nothing. */
export class Board {
  readonly #cases = new Map<string, CaseFile>();
  /** By their row. */
  readonly #received = new Map<string, Received>();
  /** What people said, by the row, also before the first message came. */
  readonly #attached = new Map<string, Extract<Entry, { kind: 'attached' }>>();

  /** Takes an entry in; any message may come again, and in any order. */
  apply(entry: Entry): void {
    if (entry.kind === 'case') this.#cases.set(entry.case.caseId, entry.case);
    else if (entry.kind === 'message') this.#take(entry);
    else if (entry.kind === 'attached') this.#attach(entry);
    else
      for (const exercise of [false, true]) this.#note(rowOf(entry.appointmentId, exercise), entry);
  }

  #attach(entry: Extract<Entry, { kind: 'attached' }>): void {
    const row = rowOf(entry.appointmentId, isExercise(this.#cases.get(entry.caseId)));
    this.#attached.set(row, entry);
    this.#change(row, { caseId: entry.caseId });
  }

  #note(row: string, entry: Extract<Entry, { kind: 'withdrawn' | 'seen' }>): void {
    const before = this.#attached.get(row);
    if (entry.kind === 'withdrawn') {
      if (before !== undefined) this.#attached.set(row, { ...before, start: null });
    } else if (this.#received.get(row)?.told.distributionID === entry.distributionID) {
      this.#change(row, { attention: null });
    }
  }

  #take(told: Extract<Entry, { kind: 'message' }>): void {
    const { appointmentId } = told.appointment;
    const exercise = told.status === 'Exercise';
    const row = rowOf(appointmentId, exercise);
    const before = this.#received.get(row);
    const { record, outcome, changed } = applyToAppointment(before?.record ?? null, told);
    const isNew = before === undefined;
    const { status } = record.appointment;
    const attention: Attention | null =
      status === 'cancelled' && (isNew || changed.includes('status'))
        ? 'cancelled'
        : !isNew && changed.includes('start')
          ? 'moved'
          : (before?.attention ?? null);
    const caseId = before?.caseId ?? this.attachedTo(appointmentId, exercise);
    const last = before !== undefined && outcome === 'outdated' ? before.told : told;
    this.#received.set(row, { exercise, record, told: last, caseId, attention });
  }

  #change(row: string, changes: Partial<Received>): void {
    const known = this.#received.get(row);
    if (known !== undefined) this.#received.set(row, { ...known, ...changes });
  }

  /** The cases that need somebody first, then those without an appointment, the youngest first. */
  get cases(): readonly BoardCase[] {
    const all = [...this.#cases.values()].map((file) => this.#caseOf(file));
    const waits = ({ attention, appointments, expected }: BoardCase): number => {
      if (attention !== null) return 0;
      return expected.length === 0 && appointments.every(isCancelled) ? 1 : 2;
    };
    return all.sort(
      (a, b) => waits(a) - waits(b) || b.file.decidedAt.localeCompare(a.file.decidedAt),
    );
  }

  /** One case; null for an unknown one. */
  caseOf(caseId: string): BoardCase | null {
    const file = this.#cases.get(caseId);
    return file === undefined ? null : this.#caseOf(file);
  }

  #caseOf(file: CaseFile): BoardCase {
    const appointments = [...this.#received.values()]
      .filter(({ caseId }) => caseId === file.caseId)
      .sort((a, b) => Number(isCancelled(a)) - Number(isCancelled(b)));
    const attention = appointments.find((each) => each.attention !== null)?.attention ?? null;
    const expected = [...this.#attached]
      .filter(([row, { caseId }]) => caseId === file.caseId && !this.#received.has(row))
      .flatMap(([, { start }]) => start ?? []);
    return { file, appointments, expected, attention };
  }

  /** Appointments that no person has attached, each with the cases to propose: an exercise, of exercises. */
  get unattached(): readonly Unattached[] {
    const open = [...this.#cases.values()].map((file) => ({
      ...file,
      appointmentIds: [...this.#received.values()]
        .filter(({ caseId }) => caseId === file.caseId)
        .map(({ record }) => record.appointment.appointmentId),
    }));
    return [...this.#received.values()]
      .filter(({ caseId }) => caseId === null)
      .map((received) => ({
        received,
        match: matchOrientation(
          received.record.appointment,
          open.filter((file) => isExercise(file) === received.exercise),
        ),
      }));
  }

  /** What came about an appointment; null for an unknown one. */
  received(appointmentId: string, exercise: boolean): Received | null {
    return this.#received.get(rowOf(appointmentId, exercise)) ?? null;
  }

  /** The case to which it was attached, also before its message came. */
  attachedTo(appointmentId: string, exercise: boolean): string | null {
    return this.#attached.get(rowOf(appointmentId, exercise))?.caseId ?? null;
  }

  /** What is shown under an id, exercises marked: the door of `sas-conformance --lrm`. */
  shown(appointmentId: string): readonly (ReceivedAppointment & { exercise?: boolean })[] {
    const real = this.received(appointmentId, false)?.record.appointment;
    const trial = this.received(appointmentId, true)?.record.appointment;
    return [
      ...(real === undefined ? [] : [real]),
      ...(trial === undefined ? [] : [{ ...trial, exercise: true }]),
    ];
  }
}

function isCancelled({ record }: Received): boolean {
  return record.appointment.status === 'cancelled';
}
