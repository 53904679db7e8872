import { expect } from '@open-wc/testing';
import {
  foreignZone,
  formatDay,
  formatDistance,
  formatDuration,
  formatPhone,
  formatTime,
  nearDay,
} from './formats.ts';

const plain = (text: string | undefined) => text?.replace(/\s/g, ' ');

describe('formats', () => {
  it('a day, in three lengths and two languages', () => {
    expect(formatDay('2026-11-23', 'fr')).to.equal('lundi 23 novembre');
    expect(formatDay('2026-11-23', 'fr', 'weekday')).to.equal('lundi');
    expect(formatDay('2026-11-23', 'fr', 'date')).to.equal('23 nov.');
    expect(formatDay('2026-12-01', 'fr')).to.equal('mardi 1er décembre');
    expect(formatDay('2026-12-11', 'fr', 'date')).to.equal('11 déc.');
    expect(formatDay('2026-12-01', 'en')).to.match(/Tuesday,? 1 December/);
    expect(formatDay('2026-11-23', 'en')).to.match(/Monday,? 23 November/);
  });

  it('a time, as each language writes it, in the zone of the place', () => {
    const instant = '2026-11-23T14:05:00+01:00';
    expect(plain(formatTime(instant, 'Europe/Paris', 'fr'))).to.equal('14 h 05');
    expect(plain(formatTime('2026-11-23T14:00:00+01:00', 'Europe/Paris', 'fr'))).to.equal('14 h');
    expect(formatTime(instant, 'Europe/Paris', 'en')).to.equal('14:05');
    expect(plain(formatTime(instant, 'Indian/Reunion', 'fr'))).to.equal('17 h 05');
  });

  const durations: [minutes: number, text: string][] = [
    [1, '1 minute'],
    [15, '15 minutes'],
    [60, '1 h'],
    [65, '1 h 05'],
    [180, '3 h'],
  ];
  for (const [minutes, text] of durations) {
    it(`a duration of ${text}`, () => {
      const end = new Date(minutes * 60_000).toISOString();
      expect(plain(formatDuration(new Date(0).toISOString(), end))).to.equal(text);
    });
  }

  it('a duration by the clock that never jumps, over the hour that comes twice', () => {
    expect(formatDuration('2026-10-25T02:45:00+02:00', '2026-10-25T02:00:00+01:00')).to.equal(
      '15 minutes',
    );
  });

  it('a distance', () => {
    expect(plain(formatDistance(1.24, 'fr'))).to.equal('1,2 km');
    expect(plain(formatDistance(10, 'en'))).to.equal('10 km');
  });

  it('a French number in pairs, another as it is', () => {
    expect(plain(formatPhone('+33261911020'))).to.equal('02 61 91 10 20');
    expect(formatPhone('15')).to.equal('15');
    expect(plain(formatPhone('116117'))).to.equal('116 117');
    expect(formatPhone('+32470123456')).to.equal('+32470123456');
  });

  it('today and tomorrow, seen from the place', () => {
    const asOf = '2026-11-23T23:30:00+01:00';
    expect(nearDay('2026-11-23', asOf, 'Europe/Paris')).to.equal('today');
    expect(nearDay('2026-11-24', asOf, 'Europe/Paris')).to.equal('tomorrow');
    expect(nearDay('2026-11-25', asOf, 'Europe/Paris')).to.equal(undefined);
    expect(nearDay('2026-11-24', asOf, 'Indian/Reunion')).to.equal('today');
  });

  it('names the place’s zone only where the reader’s clock shows another time', () => {
    const instant = '2026-11-23T09:20:00+01:00';
    expect(foreignZone(instant, 'Europe/Paris', 'Europe/Madrid', 'fr')).to.equal(undefined);
    expect(foreignZone(instant, 'Indian/Reunion', 'Europe/Paris', 'fr')).to.include('Réunion');
    expect(foreignZone(instant, 'America/Martinique', 'Europe/Paris', 'en')).to.be.a('string');
  });
});
