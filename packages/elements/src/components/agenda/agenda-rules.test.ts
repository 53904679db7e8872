import { expect } from '@open-wc/testing';
import type { Rule } from '@sas-kit/client';
import { find, get, press, textOf, type as write, untilText, when } from '../../testing/tree.ts';
import './agenda.ts';
import { asked, focusOn, onDesk, panelText, show } from './testing/agenda-stage.ts';
import * as fixtures from './testing/agenda-fixtures.ts';
import { agendaScenes as scenes, choose, openForm, send } from './testing/agenda-scenes.ts';

describe('<sas-agenda>, rules that do not come every week', () => {
  onDesk();

  const scene = scenes['exceptions of a rule'];

  it('are sent with what they leave out', async () => {
    const element = await show(scene);
    expect(panelText(element)).to.include('La première est celle du 30 novembre 2026.');
    await send(element);
    await focusOn('[data-rule="rule-2"] .edit');
    const [[, , request]] = asked(element).calls('rules.replace') as [[string, string, Rule]];
    expect(request).to.deep.include({
      intervalWeeks: 2,
      skipHolidays: true,
      exceptDates: ['2027-02-12'],
    });
    const words = textOf(get(element, '[data-rule="rule-2"]'));
    expect(words).to.include('Vendredi, 15 h – 16 h, une semaine sur deux');
    expect(words).to.include('sauf les jours fériés, sauf 1 jour');
  });

  it('say which public holidays fall on them', async () => {
    const element = await show(scene);
    expect(panelText(element)).to.include('laissés libres :');
    expect(panelText(element)).to.include('jour de l’An');
    expect(panelText(element)).not.to.include('Noël');
    await choose(element, 'Une semaine sur deux', 'Sauf les jours fériés');
    await untilText(element, 'Vendredi 25 décembre Noël');
    expect(panelText(element)).to.include('où des créneaux sont proposés');
    await choose(element, 'vendredi', 'mardi');
    await untilText(element, 'Aucun jour férié ne tombe sur cette règle');
  });

  it('take the holidays of the place', async () => {
    const alsace = { ...fixtures.schedule.location, insee: '67482' };
    const element = await show({
      holdings: { schedules: [{ ...fixtures.schedule, location: alsace }] },
    });
    await untilText(element, '4K7P');
    await openForm(element);
    await choose(element, 'Chaque semaine', 'samedi');
    await untilText(element, 'Samedi 26 décembre Saint-Étienne');
  });

  it('take a day back, and one that was written but not added', async () => {
    const element = await show(scene);
    get(element, '.dates button').click();
    await focusOn('#exceptDate');
    expect(find(element, '.dates button')).to.equal(null);
    write(element, '#exceptDate', '2027-03-05');
    await send(element);
    await focusOn('[data-rule="rule-2"] .edit');
    const [[, , request]] = asked(element).calls('rules.replace') as [[string, string, Rule]];
    expect(request.exceptDates).to.deep.equal(['2027-03-05']);
  });

  it('are put back as they were', async () => {
    const element = await show(scene);
    await send(element);
    await untilText(element, 'Règle enregistrée.');
    press(element, 'Annuler');
    await untilText(element, 'La règle est comme avant.');
    const { id: _id, ...before } = fixtures.secondRule;
    expect(asked(element).calls('rules.replace')[1]?.[2]).to.deep.equal(before);
    expect(asked(element).calls('rules.replace')[1]?.[3]).to.deep.equal({ ifMatch: '"2"' });
  });

  it('that are new are taken back whole', async () => {
    const element = await show({ act: (inside) => untilText(inside, '4K7P') });
    await openForm(element);
    await choose(element, 'Chaque semaine', 'mercredi', 'Téléconsultation', 'Public');
    write(element, '#from', '13:00');
    write(element, '#to', '14:00');
    await send(element);
    await untilText(element, 'Règle enregistrée.');
    press(element, 'Annuler');
    await when(() => find(element, '[data-rule^="rule-new"]') === null, 'the rule is gone');
    expect(asked(element).calls('rules.remove')).to.have.length(1);
  });
});
