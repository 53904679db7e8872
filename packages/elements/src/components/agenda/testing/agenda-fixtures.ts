import type { Absence, AgendaSlot, Appointment, Rule, Schedule, Structure } from '@sas-kit/client';
import { ormelune, slot as publicSlot } from '../../../testing/fixtures.ts';

/** A Monday, 14:20 in Le Havre. */
export { asOf, zone } from '../../../testing/fixtures.ts';
export const monday = '2026-11-23';

export const schedule: Schedule = {
  id: 'schedule-ormelune',
  ref: null,
  practitioner: ormelune.practitioner,
  structure: ormelune.structure,
  location: ormelune.location,
  publicDisplay: false,
  overbooking: false,
  participates: true,
  practice: null,
  horizonDays: 60,
};

/** The same practitioner where clocks are three hours ahead of Le Havre in winter. */
export const reunion: Schedule = {
  ...schedule,
  id: 'schedule-reunion',
  location: {
    ...ormelune.location,
    id: 'l-reunion',
    line: '3 rue de Paris',
    postcode: '97400',
    city: 'Saint-Denis',
    insee: '97411',
    timeZone: 'Indian/Reunion',
  },
};

/** A slot of the week: `slot('24', '09:20')` lasts 15 minutes; of another one: `slot('12-01', '09:20')`. */
export function slot(
  day: string,
  time: string,
  change: Partial<AgendaSlot> & { until?: string } = {},
): AgendaSlot {
  const { until, ...members } = change;
  const date = `2026-${day.includes('-') ? day : `11-${day}`}`;
  const start = `${date}T${time}:00+01:00`;
  return {
    id: `s-${day}-${time.replace(':', '')}`,
    start,
    end: until ? `${date}T${until}:00+01:00` : publicSlot(start).end,
    modalities: ['AMB'],
    visibility: ['PUBLIC'],
    booking: 'ROUTINE',
    capacity: 1,
    communities: [],
    publicDisplay: false,
    status: 'free',
    booked: 0,
    held: 0,
    origin: 'one-off',
    ruleId: null,
    ref: null,
    ...members,
  };
}

export const rule: Rule = {
  id: 'rule-1',
  days: ['mon', 'tue', 'thu'],
  startTime: '08:30',
  endTime: '09:15',
  slotMinutes: 15,
  validFrom: '2026-09-07',
  validUntil: null,
  intervalWeeks: 1,
  exceptDates: [],
  skipHolidays: false,
  modalities: ['AMB', 'VR'],
  visibility: ['PUBLIC', 'SNP'],
  booking: 'ROUTINE',
  capacity: 1,
  communities: [],
  publicDisplay: false,
};

export const secondRule: Rule = {
  ...rule,
  id: 'rule-2',
  days: ['fri'],
  startTime: '15:00',
  endTime: '16:00',
  slotMinutes: 30,
  validFrom: '2026-12-04',
  validUntil: '2027-06-25',
  modalities: ['VR'],
  visibility: ['PRO'],
  capacity: 2,
};

const weekly: Partial<AgendaSlot> = {
  origin: 'rule',
  ruleId: rule.id,
  modalities: ['AMB', 'VR'],
  visibility: ['PUBLIC', 'SNP'],
};
const full: Partial<AgendaSlot> = { booked: 1, status: 'full' };
const pushed: Partial<AgendaSlot> = { origin: 'push', visibility: ['PUBLIC', 'PRO'] };

export const slots: AgendaSlot[] = [
  slot('23', '08:30', { ...weekly, ...full }),
  slot('23', '08:45', weekly),
  slot('23', '16:00', { visibility: ['SNP'] }),
  slot('23', '16:15', full),
  slot('23', '17:30', { modalities: ['VR'], visibility: ['PRO'] }),
  slot('24', '08:30', weekly),
  slot('24', '08:45', weekly),
  slot('24', '09:00', { ...weekly, ...full }),
  slot('24', '09:20', { publicDisplay: true }),
  slot('24', '14:00', { until: '17:00', booking: 'WALKIN', capacity: 6 }),
  slot('25', '10:00', { until: '12:00', capacity: 4, booked: 2, visibility: ['SNP'] }),
  slot('25', '18:00', { modalities: ['HH'], visibility: ['CPTS'], communities: ['1760000018'] }),
  slot('26', '08:30', { ...weekly, status: 'withdrawn' }),
  slot('26', '08:45', { ...weekly, status: 'withdrawn' }),
  slot('26', '09:00', { ...weekly, status: 'withdrawn', booked: 1 }),
  slot('27', '11:40', pushed),
  slot('27', '12:00', { ...pushed, ...full }),
  slot('27', '15:00', { held: 1 }),
];

export const absence: Absence = {
  id: 'absence-1',
  from: '2026-11-26T00:00:00+01:00',
  to: '2026-11-27T00:00:00+01:00',
  bookedSlots: 1,
};

export const laterAbsence: Absence = {
  id: 'absence-2',
  from: '2026-12-21T12:00:00+01:00',
  to: '2026-12-28T08:00:00+01:00',
  bookedSlots: 0,
};

/** A slot of the other agenda, at 11:30 in Le Havre. */
export const elsewhere: AgendaSlot = slot('24', '11:30', { id: 's-elsewhere' });

/** What stands in the week after: one as it would be copied, one over another. */
export const nextWeek: AgendaSlot[] = [slot('11-30', '16:00'), slot('12-01', '09:10')];

/** A slot that somebody else adds there. */
export const meanwhile: AgendaSlot = slot('11-30', '17:30');

/** Reference and slot of each appointment. */
const references: readonly [string, string][] = [
  ['4K7P', 's-23-0830'],
  ['9TQM', 's-23-1615'],
  ['6RXB', 's-24-0900'],
  ['7HDX', 's-25-1000'],
  ['2M9C', 's-25-1000'],
  ['3FWE', 's-26-0900'],
  ['8NPA', 's-27-1200'],
];

const timeOf = (id: string): { start: string; end: string } => {
  const { start = '', end = '' } = slots.find((one) => one.id === id) ?? {};
  return { start, end };
};

export const appointments: Appointment[] = references.map(([reference, id], index) => ({
  id: `appointment-${index}`,
  reference,
  status: 'booked',
  slot: publicSlot(timeOf(id).start, { id, ...timeOf(id) }),
  practitioner: schedule.practitioner,
  structure: schedule.structure,
  location: schedule.location,
  created: '2026-11-22T10:00:00+01:00',
}));

export const communities: Structure[] = [
  { id: 's-cpts-1', nationalId: '1760000018', kind: 'cpts', name: 'CPTS du Havre' },
  { id: 's-cpts-2', nationalId: '1760000026', kind: 'cpts', name: 'CPTS de la Pointe de Caux' },
];
