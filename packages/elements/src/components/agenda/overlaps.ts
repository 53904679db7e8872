import { html, nothing, type TemplateResult } from 'lit';
import type { AgendaSlot, Schedule } from '@sas-kit/client';
import { localToInstant } from '../../format/instants.ts';
import { addDays, isDate } from '../../format/week.ts';
import type { PartStrings } from './agenda-texts.ts';
import type { Foresight } from './foresight.ts';
import { calendarOf, ruleDates } from './rule-dates.ts';
import type { SlotDraft } from './slot-draft.ts';
import { dayOf, rangeOf, type WordContext } from './slot-words.ts';

/** A period, in RFC 3339 instants, its end not in it. */
export interface Period {
  start: string;
  end: string;
}

/** A slot that stands when another one is wanted. */
export interface Overlap {
  slot: AgendaSlot;
  /** The agenda that it stands in. */
  schedule: Schedule;
  /** It is the agenda that the form is of. */
  own: boolean;
}

/** Days of a weekly rule that are looked at. */
const ruleWindow = 28;

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The dates that a draft takes a place in, from the first to the last, and its periods there. */
export function wantedBy(
  draft: SlotDraft,
  { location }: Pick<Schedule, 'location'>,
  today: string,
): Period[] {
  const { kind, date, from, to } = draft;
  if (!isDate(date) || !isTime(from) || !isTime(to) || to <= from) return [];
  const first = date > today ? date : today;
  const dates =
    kind === 'weekly'
      ? ruleDates(draft, first, addDays(first, ruleWindow), calendarOf(location.insee))
      : [date];
  return dates.map((day) => ({
    start: localToInstant(day, from, location.timeZone),
    end: localToInstant(day, to, location.timeZone),
  }));
}

const intersect = (one: Period, other: Period): boolean =>
  Date.parse(one.start) < Date.parse(other.end) && Date.parse(other.start) < Date.parse(one.end);

/** The slots that keep their time: offered, or booked even where they are withdrawn. */
export const standing = ({ status, booked }: AgendaSlot): boolean =>
  status !== 'withdrawn' || booked > 0;

/** The slots that stand in one of the periods. */
export function slotsIn(
  slots: readonly AgendaSlot[],
  periods: readonly Period[],
): readonly AgendaSlot[] {
  return slots.filter(
    (slot) => standing(slot) && periods.some((period) => intersect(slot, period)),
  );
}

type OverlapContext = WordContext & { strings: PartStrings<'answers'> };

/** How many are named. */
const most = 5;

/** What stands at the same time, where something does. It warns, it does not forbid. */
export function overlapNotice(
  { found, failed }: Foresight<Overlap>,
  weekly: boolean,
  context: OverlapContext,
): TemplateResult | typeof nothing {
  const { strings } = context;
  if (failed) return html`<p class="quiet small">${strings.overlapUnknown}</p>`;
  if (found.length === 0) return nothing;
  const own = found.some((overlap) => overlap.own);
  return html`<div class="notice warn" id="warning" tabindex="-1" part="overlaps">
    <p><strong>${strings.overlapTitle(found.length)}</strong></p>
    <ul>
      ${found.slice(0, most).map((overlap) => html`<li>${overlapWords(overlap, context)}</li>`)}
    </ul>
    ${found.length > most ? html`<p>${strings.more(found.length - most)}</p>` : nothing}
    ${own ? html`<p>${weekly ? strings.overlapRule : strings.overlapOwn}</p>` : nothing}
    ${found.some((overlap) => !overlap.own) ? html`<p>${strings.overlapOther}</p>` : nothing}
  </div>`;
}

/** `mardi 24 novembre, 9 h – 9 h 15, votre logiciel` */
function overlapWords({ slot, schedule, own }: Overlap, context: OverlapContext): string {
  const { strings } = context;
  const there = { ...context, zone: schedule.location.timeZone };
  const place = own
    ? strings.overlapOrigins[slot.origin]
    : `${schedule.location.line}, ${schedule.location.city}`;
  return strings.overlap(dayOf(slot, there), rangeOf(slot, there), place);
}
