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

/** The cases, the appointments, and which belongs to which. Made of entries alone; writes nothing. */
export class Board {
  readonly #cases = new Map<string, CaseFile>();
  readonly #real = new Map<string, Received>();
  readonly #exercises = new Map<string, Received>();
  /** What people said, also before the first message came. */
  readonly #attached = new Map<string, Extract<Entry, { kind: 'attached' }>>();

  /** Takes an entry in; any message may come again, and in any order. */
  apply(entry: Entry): void {
    if (entry.kind === 'case') this.#cases.set(entry.case.caseId, entry.case);
    else if (entry.kind === 'message') this.#take(entry);
    else if (entry.kind === 'attached') {
      this.#attached.set(entry.appointmentId, entry);
      this.#change(entry.appointmentId, { caseId: entry.caseId });
    } else if (entry.kind === 'withdrawn') {
      const before = this.#attached.get(entry.appointmentId);
      if (before !== undefined) this.#attached.set(entry.appointmentId, { ...before, start: null });
    } else if (this.received(entry.appointmentId)?.told.distributionID === entry.distributionID) {
      this.#change(entry.appointmentId, { attention: null });
    }
  }

  #take(told: Extract<Entry, { kind: 'message' }>): void {
    const { appointmentId } = told.appointment;
    const known = told.status === 'Exercise' ? this.#exercises : this.#real;
    const before = known.get(appointmentId);
    const { record, outcome, changed } = applyToAppointment(before?.record ?? null, told);
    const isNew = before === undefined;
    const { status } = record.appointment;
    const attention: Attention | null =
      status === 'cancelled' && (isNew || changed.includes('status'))
        ? 'cancelled'
        : !isNew && changed.includes('start')
          ? 'moved'
          : (before?.attention ?? null);
    const caseId = before?.caseId ?? this.attachedTo(appointmentId);
    const late = before !== undefined && outcome === 'outdated';
    known.set(appointmentId, { record, told: late ? before.told : told, caseId, attention });
  }

  #change(appointmentId: string, changes: Partial<Received>): void {
    const known = this.#real.get(appointmentId);
    if (known !== undefined) this.#real.set(appointmentId, { ...known, ...changes });
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
    const appointments = [...this.#real.values()]
      .filter(({ caseId }) => caseId === file.caseId)
      .sort((a, b) => Number(isCancelled(a)) - Number(isCancelled(b)));
    const attention = appointments.find((each) => each.attention !== null)?.attention ?? null;
    const expected = [...this.#attached.values()]
      .filter(({ caseId, appointmentId }) => {
        return caseId === file.caseId && !this.#real.has(appointmentId);
      })
      .flatMap(({ start }) => start ?? []);
    return { file, appointments, expected, attention };
  }

  /** Real appointments that no person has attached, each with the cases to propose. */
  get unattached(): readonly Unattached[] {
    const open = [...this.#cases.values()].map((file) => ({
      ...file,
      appointmentIds: [...this.#real.values()]
        .filter(({ caseId }) => caseId === file.caseId)
        .map(({ record }) => record.appointment.appointmentId),
    }));
    return [...this.#real.values()]
      .filter(({ caseId }) => caseId === null)
      .map((received) => ({
        received,
        match: matchOrientation(received.record.appointment, open),
      }));
  }

  /** What came about an appointment; null for an unknown one. */
  received(appointmentId: string): Received | null {
    return this.#real.get(appointmentId) ?? null;
  }

  /** The case to which it was attached, also before its message came. */
  attachedTo(appointmentId: string): string | null {
    return this.#attached.get(appointmentId)?.caseId ?? null;
  }

  /** What is shown under an id, exercises marked: the door of `sas-conformance --lrm`. */
  shown(appointmentId: string): readonly (ReceivedAppointment & { exercise?: boolean })[] {
    const real = this.#real.get(appointmentId)?.record.appointment;
    const trial = this.#exercises.get(appointmentId)?.record.appointment;
    return [
      ...(real === undefined ? [] : [real]),
      ...(trial === undefined ? [] : [{ ...trial, exercise: true }]),
    ];
  }
}

function isCancelled({ record }: Received): boolean {
  return record.appointment.status === 'cancelled';
}
