import { expect } from '@open-wc/testing';
import { calendarFile, type CalendarEntry } from './calendar-file.ts';

const entry: CalendarEntry = {
  id: 'a1',
  start: '2026-11-24T09:20:00+01:00',
  end: '2026-11-24T09:35:00+01:00',
  created: '2026-11-23T14:20:00.123+01:00',
  title: 'Rendez-vous',
  place: '12 rue Jean-Jacques Rousseau, 76600 Le Havre',
  text: 'Référence 4K7P.\nÀ l’heure ; merci \\ bien.',
};
const unfolded = (file: string) => file.replaceAll('\r\n ', '');

describe('a calendar file', () => {
  it('has its times in UTC, so that no calendar has to know the zone', () => {
    const file = calendarFile(entry);
    expect(file).to.include('DTSTART:20261124T082000Z\r\n');
    expect(file).to.include('DTEND:20261124T083500Z\r\n');
    expect(file).to.include('DTSTAMP:20261123T132000Z\r\n');
  });

  it('is right on the day when the clocks change', () => {
    const start = '2026-03-29T03:00:00+02:00';
    expect(calendarFile({ ...entry, start })).to.include('DTSTART:20260329T010000Z\r\n');
  });

  it('escapes what has a meaning in it', () => {
    const file = unfolded(calendarFile(entry));
    expect(file).to.include('LOCATION:12 rue Jean-Jacques Rousseau\\, 76600 Le Havre\r\n');
    expect(file).to.include('DESCRIPTION:Référence 4K7P.\\nÀ l’heure \\; merci \\\\ bien.\r\n');
  });

  it('folds lines at 75 octets, never inside a character', () => {
    const text = 'é'.repeat(120);
    const file = calendarFile({ ...entry, text });
    const octets = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...octets)).to.be.at.most(75);
    expect(unfolded(file)).to.include(`DESCRIPTION:${text}\r\n`);
  });

  it('begins, ends and breaks its lines as the standard says', () => {
    const file = calendarFile(entry);
    expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).to.equal(true);
    expect(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).to.equal(true);
    expect(file.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
  });
});
