import { bundleOf } from '../bundle.ts';
import { type PeerName, PEERS } from '../peers.ts';
import type { Contestant, Entry, Given } from './contestant.ts';

const entry = (peer: PeerName, setUp: Entry['setUp']): Entry => ({
  name: PEERS[peer].name.split(',')[0]!,
  load: () => bundleOf(peer),
  setUp,
});

/** FullCalendar 6 and 7: a week in a time grid. */
function fullCalendar({ week, changed }: Given): void {
  const { Calendar, plugins } = (globalThis as any).peer;
  const root = document.body.appendChild(document.createElement('div'));
  const events = week.days.flat().map((slot) => ({ ...slot, title: 'libre' }));
  let calendar: any;
  const contestant: Contestant = {
    root,
    show() {
      calendar = new Calendar(root, {
        plugins,
        initialView: 'timeGridWeek',
        initialDate: week.from.slice(0, 10),
        firstDay: 1,
        allDaySlot: false,
        height: 'auto',
        eventClass: 'bench-slot',
        eventClassNames: 'bench-slot',
        events,
      });
      calendar.render();
    },
    count: () => root.querySelectorAll('.bench-slot').length,
    change: () => calendar.getEventById(changed).setProp('title', 'pris'),
    changed: () => root.textContent.includes('pris'),
  };
  Object.assign(globalThis, { contestant });
}

/** Schedule-X: a week in a time grid. */
function scheduleX({ week, changed }: Given): void {
  const { createCalendar, createViewWeek } = (globalThis as any).peer;
  const { Temporal } = globalThis as any;
  const root = document.body.appendChild(document.createElement('div'));
  root.style.height = '50rem';
  const zoned = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Paris');
  const eventOf = ({ id, start, end }: Given['week']['days'][number][number], title = 'libre') => ({
    ...{ id, title, start: zoned(start), end: zoned(end) },
  });
  const all = week.days.flat();
  const events = all.map((slot) => eventOf(slot));
  let calendar: any;
  const contestant: Contestant = {
    root,
    show() {
      calendar = createCalendar({
        views: [createViewWeek()],
        selectedDate: Temporal.PlainDate.from(week.from.slice(0, 10)),
        timezone: 'Europe/Paris',
        events,
      });
      calendar.render(root);
    },
    count: () => root.querySelectorAll('.sx__event').length,
    change() {
      calendar.events.update(
        eventOf(
          all.find(({ id }) => id === changed)!,
          'pris',
        ),
      );
    },
    changed: () => root.textContent.includes('pris'),
  };
  Object.assign(globalThis, { contestant });
}

/** EventCalendar: a week in a time grid. */
function eventCalendar({ week, changed }: Given): void {
  const { EventCalendar } = globalThis as any;
  const root = document.body.appendChild(document.createElement('div'));
  const local = (instant: string) => instant.slice(0, 19);
  const events = week.days.flat().map(({ id, start, end }) => ({
    ...{ id, start: local(start), end: local(end), title: 'libre' },
  }));
  let calendar: any;
  const contestant: Contestant = {
    root,
    show() {
      calendar = EventCalendar.create(root, {
        view: 'timeGridWeek',
        date: week.from.slice(0, 10),
        firstDay: 1,
        allDaySlot: false,
        events,
      });
    },
    count: () => root.querySelectorAll('.ec-event').length,
    change: () => calendar.updateEvent({ ...calendar.getEventById(changed), title: 'pris' }),
    changed: () => root.textContent.includes('pris'),
  };
  Object.assign(globalThis, { contestant });
}

export const calendars: readonly Entry[] = [
  entry('fullcalendar-6', fullCalendar),
  entry('fullcalendar-7', fullCalendar),
  entry('schedule-x', scheduleX),
  entry('event-calendar', eventCalendar),
];
