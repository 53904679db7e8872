import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agendaCalendar, type CalendarSlot } from './agenda-calendar.ts';

const slot = (overrides: Partial<CalendarSlot> = {}): CalendarSlot => ({
  id: '1b671a64-40d5-491e-99b0-da01ff1f3341',
  startsAt: new Date('2026-11-23T08:00:00Z'),
  endsAt: new Date('2026-11-23T08:20:00Z'),
  capacity: 1,
  booked: 0,
  booking: 'ROUTINE',
  references: [],
  changedAt: new Date('2026-11-20T10:00:00Z'),
  ...overrides,
});
const PLACE = 'Maison de santé de l’Estuaire, 12 rue des Galets; bâtiment B, Le Havre';

/** Lines as they were before they were folded. */
const linesOf = (text: string) => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');

test('one event a slot: what is free is transparent, what is booked has its reference alone', () => {
  const cases: [CalendarSlot, 'fr' | 'en', string[]][] = [
    [slot(), 'fr', ['SUMMARY:Créneau proposé', 'TRANSP:TRANSPARENT']],
    [slot(), 'en', ['SUMMARY:Slot on offer', 'TRANSP:TRANSPARENT']],
    [
      slot({ booked: 1, references: ['4K7P'] }),
      'fr',
      ['SUMMARY:Rendez-vous 4K7P', 'TRANSP:OPAQUE'],
    ],
    [
      slot({ capacity: 10, booked: 2, booking: 'WALKIN', references: ['4K7P', '8M2R'] }),
      'fr',
      ['SUMMARY:Plage : 2 sur 10', 'TRANSP:OPAQUE', 'DESCRIPTION:Références : 4K7P\\, 8M2R'],
    ],
    [slot({ capacity: 3 }), 'en', ['SUMMARY:Range: 0 of 3', 'TRANSP:TRANSPARENT']],
  ];
  for (const [each, lang, expected] of cases) {
    const lines = linesOf(agendaCalendar({ place: PLACE, slots: [each] }, lang));
    for (const line of expected) assert.ok(lines.includes(line), `${line}\n${lines.join('\n')}`);
    assert.equal(
      lines.some((line) => line.startsWith('DESCRIPTION')),
      each.references.length > 1,
    );
  }
});

test('the stream is RFC 5545: CRLF, lines of 75 octets, times in UTC, text escaped, asked again in a quarter of an hour', () => {
  const text = agendaCalendar({ place: PLACE, slots: [slot(), slot({ id: 'other' })] }, 'fr');
  assert.ok(text.endsWith('END:VCALENDAR\r\n'));
  assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  const lines = linesOf(text);
  for (const expected of [
    'VERSION:2.0',
    'X-PUBLISHED-TTL:PT15M',
    'UID:1b671a64-40d5-491e-99b0-da01ff1f3341@sas-kit',
    'DTSTAMP:20261120T100000Z',
    'DTSTART:20261123T080000Z',
    'DTEND:20261123T082000Z',
    'CLASS:PRIVATE',
    'LOCATION:Maison de santé de l’Estuaire\\, 12 rue des Galets\\; bâtiment B\\, Le Havre',
  ]) {
    assert.ok(lines.includes(expected), `${expected}\n${lines.join('\n')}`);
  }
  assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 2);
});

test('the same agenda makes the same text', () => {
  const agenda = { place: PLACE, slots: [slot({ booked: 1, references: ['4K7P'] })] };
  assert.equal(agendaCalendar(agenda, 'fr'), agendaCalendar(agenda, 'fr'));
});
