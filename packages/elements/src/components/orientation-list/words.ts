import type { Appointment, Orientation } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import type { Language } from '../../controllers/locale.ts';
import { formatMoment, formatTime } from '../../format/formats.ts';
import type { OrientationListStrings } from '../../strings/fr/orientation-list.ts';
import { alarmOf } from './day.ts';

/** What every sentence needs. */
export interface WordContext {
  readonly strings: OrientationListStrings;
  readonly language: Language;
}

/** Day and time at a place: « mardi 24 novembre, 9 h 20 ». */
const moment = (instant: string, { location }: Appointment, language: Language) =>
  formatMoment(instant, location.timeZone, language).join(', ');

/** When an appointment is. */
export const whenOf = (appointment: Appointment, language: Language): string =>
  moment(appointment.slot.start, appointment, language);

/** With whom it is: the practitioner, else the structure, and where. */
export function whoOf({ practitioner, structure, location }: Appointment): string {
  const name = practitioner
    ? [practitioner.given, practitioner.family].filter(Boolean).join(' ')
    : structure?.name;
  return [name, location.city].filter(Boolean).join(', ');
}

/** A time of the desk: « 14 h 05 ». */
export const deskTime = (instant: string, language: Language): string =>
  formatTime(instant, clock.zone(), language);

/** The outcome with its form: « Consultation non programmée, visite à domicile ». */
export function outcomeOf({ outcome, form }: Orientation, { words }: OrientationListStrings) {
  return [words.outcomes[outcome], form && words.forms[form]].filter(Boolean).join(', ');
}

/** Who decided, as it was recorded. */
export function decidedBy({ decision }: Orientation, strings: OrientationListStrings): string {
  const { kind, role, title, version } = decision;
  const { decided, words } = strings;
  if (kind === 'protocol') return decided.protocol(title ?? '', version ?? 1);
  const who = words.roles[role ?? ''] ?? role ?? '';
  return kind === 'dispatch-case' ? decided.case(who) : decided.doctor(who);
}

/** What somebody would name it by: with whom the appointment is, else where the person is. */
export const nameOf = ({ appointment, place }: Orientation): string =>
  appointment ? whoOf(appointment) : place.label;

/** What there was, and what there is. */
export interface Change {
  /** Undefined where it is the same. */
  readonly before: string | undefined;
  readonly now: string;
}

/** What changed about an appointment to which something happened. */
export function changeOf(
  { appointment, attention, firstStart, followUp }: Orientation,
  { strings, language }: WordContext,
): Change {
  if (attention?.reason === 'not-executed')
    return { before: undefined, now: strings.nowNotExecuted };
  if (!appointment) return { before: undefined, now: strings.unread };
  const who = whoOf(appointment);
  const at = (instant: string) => `${moment(instant, appointment, language)}, ${who}`;
  const { start } = appointment.slot;
  if (followUp === 'cancelled') return { before: at(start), now: strings.nowCancelled };
  const moved = firstStart !== null && Date.parse(firstStart) !== Date.parse(start);
  if (moved && attention?.reason !== 'not-cancelled')
    return { before: moment(firstStart, appointment, language), now: at(start) };
  if (attention?.reason === 'absence') return { before: at(start), now: strings.nowAbsent };
  if (attention?.reason === 'not-cancelled') {
    return { before: at(start), now: strings.nowNotCancelled };
  }
  if (attention?.reason === 'overdue') return { before: at(start), now: strings.nowOverdue };
  return { before: undefined, now: at(start) };
}

/** The sentence that tells an alarm to whoever does not see it. */
export function alarmSentence(
  one: Orientation,
  left: number,
  { strings, language }: WordContext,
): string {
  const alarm = alarmOf(one);
  if (!alarm) return '';
  const { appointment } = one;
  const who = [nameOf(one), appointment && whenOf(appointment, language)].filter(Boolean);
  return strings.alarm(strings.reasons[alarm.reason], who.join(', '), left);
}
