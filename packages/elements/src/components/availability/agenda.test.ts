import { expect } from '@open-wc/testing';
import { dutySite, ormelune, slot } from '../../testing/fixtures.ts';
import { daysOf, nameOf } from './agenda.ts';

const window = { from: '2026-11-23T14:20:00+01:00', to: '2026-11-25T14:20:00+01:00' };

describe('the days of a card', () => {
  it('are all civil dates of the window, empty ones too, the last one cut', () => {
    const days = daysOf({ ...ormelune, slots: [] }, window);
    expect(days.map(({ date, cut, slots }) => [date, cut, slots.length])).to.deep.equal([
      ['2026-11-23', false, 0],
      ['2026-11-24', false, 0],
      ['2026-11-25', true, 0],
    ]);
  });

  it('hold every slot of the card once, in order', () => {
    const slots = [...ormelune.slots].reverse();
    const ids = daysOf({ ...ormelune, slots }, window).flatMap((day) =>
      day.slots.map(({ id }) => id),
    );
    expect(ids).to.deep.equal(ormelune.slots.map(({ id }) => id));
  });

  it('are those of the place, not of the reader or of Paris', () => {
    const location = { ...ormelune.location, timeZone: 'Indian/Reunion' };
    const slots = [slot('2026-11-24T00:30:00+04:00')];
    const [first] = daysOf({ ...ormelune, location, slots }, window).filter(
      (day) => day.slots.length,
    );
    expect(first?.date).to.equal('2026-11-24');
    expect(first?.slots[0]?.minutes).to.equal(30);
  });

  it('keep the two hours that come twice in order', () => {
    const autumn = { from: '2026-10-25T00:00:00+02:00', to: '2026-10-26T00:00:00+01:00' };
    const slots = [
      slot('2026-10-25T02:15:00+01:00', { id: 'second' }),
      slot('2026-10-25T02:30:00+02:00', { id: 'first' }),
    ];
    const [day] = daysOf({ ...ormelune, slots }, autumn);
    expect(day?.slots.map(({ id }) => id)).to.deep.equal(['first', 'second']);
  });

  it('are not cut where the window ends at midnight', () => {
    const days = daysOf(ormelune, { from: window.from, to: '2026-11-26T00:00:00+01:00' });
    expect(days.map(({ cut }) => cut)).to.deep.equal([false, false, false]);
  });
});

describe('the name of a card', () => {
  it('is the practitioner’s, else the structure’s, else the place’s', () => {
    expect(nameOf(ormelune)).to.equal('Claire Ormelune');
    const { practitioner } = ormelune;
    if (practitioner) {
      expect(nameOf({ ...ormelune, practitioner: { ...practitioner, given: null } })).to.equal(
        'Ormelune',
      );
    }
    expect(nameOf(dutySite)).to.equal('Maison médicale de garde du Havre');
    expect(nameOf({ ...dutySite, structure: null })).to.equal('55 bis rue Gustave Flaubert');
  });
});
