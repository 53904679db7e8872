import { expect, fixture, html } from '@open-wc/testing';
import type { Practice } from '@sas-kit/client';
import { practiceFactsEn } from '../../strings/en/practice-facts.ts';
import { practiceFactsFr } from '../../strings/fr/practice-facts.ts';
import { factsOf, hoursToday, practiceFacts, type PracticeFactsContext } from './practice-facts.ts';

/** A Monday, 23:30 in Le Havre and Tuesday in La Réunion. */
const context: PracticeFactsContext = {
  words: practiceFactsFr,
  language: 'fr',
  asOf: '2026-11-23T23:30:00+01:00',
  zone: 'Europe/Paris',
};
const english: PracticeFactsContext = { ...context, words: practiceFactsEn, language: 'en' };
const silent: Practice = {
  ...{ information: null, feeSector: null, thirdPartyPayment: null, wheelchair: null },
  ...{ languages: [], newPatients: null, openingHours: [] },
};
const said: Practice = {
  information: 'Code du portail <b>12A</b>.',
  feeSector: '2-optam',
  thirdPartyPayment: false,
  wheelchair: true,
  languages: ['fr', 'pt-BR', 'zzz-unknown-x'],
  newPatients: false,
  openingHours: [
    { days: ['mon'], from: '14:00', to: '24:00' },
    { days: ['mon', 'tue'], from: '08:30', to: '12:00' },
  ],
};

describe('what a practice says of itself', () => {
  it('is told in a few words, what it denies too', () => {
    expect(factsOf(said, context).slice(0, 4)).to.deep.equal([
      'Secteur 2, Optam',
      'Pas de tiers payant',
      'Accès en fauteuil',
      'Pas de nouveaux patients',
    ]);
    expect(factsOf(said, context)[4]).to.match(/^Parle français, portugais/);
    expect(factsOf(said, english)[4]).to.match(/^Speaks French, /);
  });

  it('tells the hours of the day on the clocks of the place', () => {
    expect(hoursToday(said, context)).to.equal(
      'Ouvert aujourd’hui\u00a0: 8\u00a0h\u00a030\u00a0– 12\u00a0h, 14\u00a0h\u00a0– 24\u00a0h',
    );
    expect(hoursToday(said, { ...english, zone: 'Indian/Reunion' })).to.equal(
      'Open today: 08:30\u00a0– 12:00',
    );
    expect(hoursToday(said, { ...context, asOf: '2026-11-25T08:00:00+01:00' })).to.equal(
      'Fermé aujourd’hui',
    );
    expect(hoursToday(silent, context)).to.equal(undefined);
  });

  it('is shown as text, and nothing is shown of who says nothing', async () => {
    const shown = await fixture<HTMLElement>(html`<div>${practiceFacts(said, context)}</div>`);
    expect(shown.textContent).to.include('<b>12A</b>');
    expect(shown.querySelector('b')).to.equal(null);
    expect(shown.querySelector('ul')?.getAttribute('aria-label')).to.equal('Ce que dit le cabinet');
    await expect(shown).to.be.accessible();
    for (const nobody of [null, undefined, silent]) {
      const empty = await fixture<HTMLElement>(html`<div>${practiceFacts(nobody, context)}</div>`);
      expect(empty.querySelector('*')).to.equal(null);
    }
  });
});
