import ical, { ICalEventClass, ICalEventTransparency } from 'ical-generator';

export type CalendarLanguage = 'fr' | 'en';

/** A slot as its owner's calendar shows it. */
export interface CalendarSlot {
  id: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  booked: number;
  booking: 'ROUTINE' | 'WALKIN';
  /** Short references of its appointments: all that a calendar knows of them. */
  references: readonly string[];
  /** When slot or appointments were last known to change. */
  changedAt: Date;
}

/** An agenda as its owner's calendar shows it. */
export interface AgendaCalendar {
  /** Where it is: name or address. */
  place: string;
  slots: readonly CalendarSlot[];
}

/** Programs that read the feed are asked to come back after this many seconds. */
const TTL_SECONDS = 15 * 60;

const TEXTS = {
  fr: {
    calendar: (place: string) => `Agenda – ${place}`,
    free: 'Créneau proposé',
    range: (booked: number, capacity: number) => `Plage : ${booked} sur ${capacity}`,
    booked: (reference: string) => `Rendez-vous ${reference}`,
    references: (list: string) => `Références : ${list}`,
  },
  en: {
    calendar: (place: string) => `Agenda – ${place}`,
    free: 'Slot on offer',
    range: (booked: number, capacity: number) => `Range: ${booked} of ${capacity}`,
    booked: (reference: string) => `Appointment ${reference}`,
    references: (list: string) => `References: ${list}`,
  },
} as const satisfies Record<CalendarLanguage, unknown>;

/**
 * An agenda as an iCalendar stream (RFC 5545), times in UTC. The same agenda makes the same text. Titles
 * are neutral, as others may see the calendar; what is free does not make its owner busy.
 */
export function agendaCalendar({ place, slots }: AgendaCalendar, lang: CalendarLanguage): string {
  const text = TEXTS[lang];
  const calendar = ical({
    name: text.calendar(place),
    ttl: TTL_SECONDS,
    prodId: { company: 'SAS Kit', product: 'platform', language: lang.toUpperCase() },
  });
  for (const slot of slots) {
    calendar.createEvent({
      id: `${slot.id}@sas-kit`,
      stamp: slot.changedAt,
      start: slot.startsAt,
      end: slot.endsAt,
      summary: titleOf(slot, lang),
      location: place,
      class: ICalEventClass.PRIVATE,
      transparency:
        slot.booked > 0 ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      ...(slot.capacity > 1 &&
        slot.references.length > 0 && {
          description: text.references(slot.references.join(', ')),
        }),
    });
  }
  return `${calendar.toString()}\r\n`;
}

function titleOf({ booked, capacity, booking, references }: CalendarSlot, lang: CalendarLanguage) {
  const text = TEXTS[lang];
  if (capacity > 1 || booking === 'WALKIN') return text.range(booked, capacity);
  return booked === 0 ? text.free : text.booked(references[0] ?? '');
}
