import type { Absence } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import {
  absenceFaults,
  absenceFieldAt,
  absenceFields,
  absenceRequest,
  newAbsenceDraft,
  type AbsenceDraft,
  type AbsenceField,
} from './absence-draft.ts';
import { removeAbsence } from './agenda-data.ts';
import { done, places, type AgendaDesk } from './desk.ts';
import { FormState } from './form-state.ts';

/** Opens an empty form on today, or on the Monday of a week to come. */
export function openAbsenceForm(desk: AgendaDesk): void {
  const { today, monday, zone } = desk.store;
  const draft = newAbsenceDraft(monday > today ? monday : today);
  const form = new FormState<AbsenceDraft, AbsenceField>(desk.host, draft, (written) =>
    absenceFaults(written, { zone, now: clock.today() }),
  );
  desk.open({ kind: 'absence-form', form });
}

export async function sendAbsence(desk: AgendaDesk): Promise<void> {
  const { panel, around, scheduleId, store } = desk;
  if (panel?.kind !== 'absence-form') return;
  const absence = await desk.send(panel.form, {
    fields: absenceFields,
    fieldAt: absenceFieldAt,
    work: () =>
      around.api().absences.create(scheduleId, absenceRequest(panel.form.draft, store.zone)),
  });
  if (!absence) return;
  desk.panel = undefined;
  const { strings } = around.words();
  const text = `${strings.absenceAdded} ${strings.bookedSlots(absence.bookedSlots)}`;
  await showAbsence(desk, absence, text);
}

/** Reads what an absence has changed and gives it the focus. */
async function showAbsence(desk: AgendaDesk, { id }: Absence, text: string): Promise<void> {
  desk.around.changed('absence-added');
  await desk.readAll();
  await desk.around.focus(places.absence(id), places.addAbsence);
  desk.around.say(text);
}

/** Ends an absence: its slots come back. It can be taken back at once. */
export async function endAbsence(desk: AgendaDesk, absence: Absence): Promise<void> {
  const { around, scheduleId, store } = desk;
  const absences = store.planning.value?.absences ?? [];
  const at = absences.findIndex(({ id }) => id === absence.id);
  const beside = absences[at + 1] ?? absences[at - 1];
  const ended = await desk.act('absences', () =>
    done(removeAbsence(around.api(), scheduleId, absence)),
  );
  if (!ended) return around.focus(places.absence(absence.id), places.addAbsence);
  around.changed('absence-removed');
  await desk.readAll();
  const text = around.words().strings.absenceEnded;
  desk.undo = { where: 'absences', text, run: () => void restoreAbsence(desk, absence) };
  desk.refresh();
  await around.focus(...(beside ? [places.absence(beside.id)] : []), places.addAbsence);
  around.say(text);
}

/** Makes an absence again, as it was. Its id is another one. */
async function restoreAbsence(desk: AgendaDesk, { from, to }: Absence): Promise<void> {
  const { around, scheduleId } = desk;
  const again = await desk.act('absences', () =>
    around.api().absences.create(scheduleId, { from, to }),
  );
  if (!again) return around.focus(places.addAbsence);
  await showAbsence(desk, again, around.words().strings.absenceRestored);
}
