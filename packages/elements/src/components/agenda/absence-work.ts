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
import { bookedDuring } from './booked-during.ts';
import { done, places, type AgendaDesk } from './desk.ts';
import { FormState } from './form-state.ts';
import type { AbsenceFormPanel } from './panels.ts';
import { offerUndo } from './undo.ts';

/** Opens an empty form on today, or on a day to come that is shown. */
export function openAbsenceForm(desk: AgendaDesk): void {
  const { today, date, zone } = desk.store;
  const draft = newAbsenceDraft(date > today ? date : today);
  const form = new FormState<AbsenceDraft, AbsenceField>(desk.host, draft, (written) =>
    absenceFaults(written, { zone, now: clock.today() }),
  );
  const booked = bookedDuring(desk, () => absenceRequest(form.draft, zone));
  form.watchBy((written) => {
    const faults = absenceFaults(written, { zone, now: clock.today() });
    const complete = Object.keys(faults).length === 0;
    booked.watch(complete ? Object.values(absenceRequest(written, zone)).join(' ') : '');
  });
  desk.open({ kind: 'absence-form', form, booked });
}

/** Sends the form: its reader has seen the appointments that it does not cancel. */
export async function sendAbsence(desk: AgendaDesk, panel: AbsenceFormPanel): Promise<void> {
  const { around, scheduleId, store } = desk;
  const absence = await desk.send(panel.form, {
    fields: absenceFields,
    fieldAt: absenceFieldAt,
    foresight: panel.booked,
    work: () =>
      around.api().absences.create(scheduleId, absenceRequest(panel.form.draft, store.zone)),
  });
  if (!absence) return;
  desk.panel = undefined;
  around.changed('absence-added');
  await desk.readAll();
  const strings = await around.texts('absence-form');
  const text = `${strings.absenceAdded} ${strings.bookedSlots(absence.bookedSlots)}`;
  offerUndo(desk, {
    where: 'absences',
    text: strings.absenceAdded,
    undone: strings.absenceEnded,
    work: async () => {
      await removeAbsence(around.api(), scheduleId, absence);
      around.changed('absence-removed');
      return { place: places.addAbsence };
    },
  });
  await around.focus(places.absence(absence.id), places.addAbsence);
  around.say(text);
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
  const strings = await around.texts('absence-form');
  offerUndo(desk, {
    where: 'absences',
    text: strings.absenceEnded,
    undone: strings.absenceRestored,
    work: async () => {
      const { from, to } = absence;
      const again = await around.api().absences.create(scheduleId, { from, to });
      around.changed('absence-added');
      return { place: places.absence(again.id) };
    },
  });
  await around.focus(...(beside ? [places.absence(beside.id)] : []), places.addAbsence);
  around.say(strings.absenceEnded);
}
