/** What goes into the reader's own calendar. The title is neutral: others may see it. */
export interface CalendarEntry {
  id: string;
  start: string;
  end: string;
  created: string;
  title: string;
  place: string;
  text: string;
}

const utc = (instant: string) =>
  new Date(instant).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');

const escape = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** RFC 5545, 3.1: lines of 75 octets at most, never cut inside a character. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let width = 0;
  let folded = '';
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (width + octets > 75) {
      folded += '\r\n ';
      width = 1;
    }
    folded += character;
    width += octets;
  }
  return folded;
}

const event = (entry: CalendarEntry): string[] => [
  'BEGIN:VEVENT',
  `UID:${escape(entry.id)}@sas-kit`,
  `DTSTAMP:${utc(entry.created)}`,
  `DTSTART:${utc(entry.start)}`,
  `DTEND:${utc(entry.end)}`,
  `SUMMARY:${escape(entry.title)}`,
  `LOCATION:${escape(entry.place)}`,
  `DESCRIPTION:${escape(entry.text)}`,
  'CLASS:PRIVATE',
  'END:VEVENT',
];

/** An iCalendar file with these entries, times in UTC. */
export function calendarFile(...entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//SAS Kit//elements//FR',
    ...entries.flatMap(event),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
