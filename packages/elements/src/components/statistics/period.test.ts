import { expect } from '@open-wc/testing';
import { faultOf, fitting, periodOf, stepsOf, type Preset } from './period.ts';
import { statisticsFr } from '../../strings/fr/statistics.ts';
import { periodNames } from './period-names.ts';

describe('the days of a preset', () => {
  const cases: [preset: Preset, today: string, from: string, to: string][] = [
    ['today', '2026-10-25', '2026-10-25', '2026-10-25'],
    ['last-30-days', '2026-10-26', '2026-09-26', '2026-10-25'],
    ['this-week', '2026-10-25', '2026-10-19', '2026-10-25'],
    ['last-week', '2026-03-30', '2026-03-23', '2026-03-29'],
    ['last-4-weeks', '2026-11-23', '2026-10-26', '2026-11-22'],
    ['last-4-weeks', '2026-11-08', '2026-10-05', '2026-11-01'],
    ['this-month', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['last-month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['last-month', '2026-01-01', '2025-12-01', '2025-12-31'],
    ['last-12-months', '2026-11-23', '2025-11-01', '2026-10-31'],
  ];
  for (const [preset, today, from, to] of cases) {
    it(`${preset} on ${today}: ${from} to ${to}`, () => {
      const period = periodOf(preset, today);
      expect([period.from, period.to]).to.deep.equal([from, to]);
    });
  }
});

describe('what a platform tells of some days', () => {
  it('is finer for fewer days', () => {
    const from = '2026-01-01';
    expect(stepsOf({ from, to: '2026-01-31' }, false)[0]).to.equal('hour');
    expect(stepsOf({ from, to: '2026-02-01' }, false)[0]).to.equal('day');
    expect(stepsOf({ from, to: '2027-01-02' }, false)[0]).to.equal('week');
  });

  it('is whole months for whoever reads nothing finer', () => {
    expect(fitting({ from: '2026-10-05', to: '2026-11-05', step: 'day' }, true)).to.deep.equal({
      from: '2026-10-01',
      to: '2026-11-30',
      step: 'month',
    });
  });

  it('is nothing where the days are none, the wrong way round or too many', () => {
    expect(faultOf('', '2026-10-05')).to.equal('missing');
    expect(faultOf('2026-10-06', '2026-10-05')).to.equal('order');
    expect(faultOf('2006-10-06', '2026-10-05')).to.equal('long');
    expect(faultOf('2026-10-05', '2026-10-05')).to.equal(undefined);
  });
});

describe('the name of a period', () => {
  const names = (step: 'hour' | 'week' | 'month', ...edges: string[]) =>
    periodNames(
      edges.slice(1).map((to, at) => ({ from: edges[at]!, to })),
      step,
      'Europe/Paris',
      'fr',
      statisticsFr,
    ).map(({ label }) => label.replace(/\s/g, ' '));

  it('tells the hour that comes twice from the first one', () => {
    expect(
      names(
        'hour',
        '2026-10-25T02:00:00+02:00',
        '2026-10-25T02:00:00+01:00',
        '2026-10-25T03:00:00+01:00',
      ),
    ).to.deep.equal([
      'dimanche 25 octobre, 2 h',
      'dimanche 25 octobre, 2 h (seconde fois, changement d’heure)',
    ]);
  });

  it('is a month’s only where it is whole', () => {
    expect(
      names(
        'month',
        '2026-09-15T00:00:00+02:00',
        '2026-10-01T00:00:00+02:00',
        '2026-11-01T00:00:00+01:00',
      ),
    ).to.deep.equal(['du 15 au 30 septembre 2026', 'octobre 2026']);
  });

  it('is the first and last day of a week', () => {
    expect(names('week', '2026-10-26T00:00:00+01:00', '2026-11-02T00:00:00+01:00')).to.deep.equal([
      'du 26 octobre au 1er novembre 2026',
    ]);
  });
});
