import { expect } from '@open-wc/testing';
import type { Absence, Rule } from '@sas-kit/client';
import { failing, hanging, refusal } from '../../testing/fake-client.ts';
import {
  find,
  get,
  press,
  textOf,
  type as write,
  until,
  untilText,
  when,
} from '../../testing/tree.ts';
import './agenda.ts';
import type { SasAgenda } from './agenda.ts';
import {
  asked,
  faultOf,
  focusOn,
  onDesk,
  panelText,
  show,
  spoken,
  week,
} from './testing/agenda-stage.ts';
import * as fixtures from './testing/agenda-fixtures.ts';
import { agendaScenes as scenes, send } from './testing/agenda-scenes.ts';
import { stale } from './testing/fake-agenda.ts';

describe('<sas-agenda>, its planning', () => {
  onDesk();

  describe('the rules', () => {
    it('are read in words', async () => {
      const element = await week();
      const first = textOf(get(element, '[data-rule="rule-1"]'));
      expect(first).to.include('Lundi, mardi et jeudi, 8 h 30 – 9 h 15');
      expect(first).to.include('créneaux de 15 min').and.include('depuis le 7 septembre 2026');
      const second = textOf(get(element, '[data-rule="rule-2"]'));
      expect(second).to.include('2 patients chacun');
      expect(second).to.include('à partir du 4 décembre 2026, jusqu’au 25 juin 2027');
    });

    it('are changed from what stands, with its version', async () => {
      const element = await show(scenes['rule form']);
      await focusOn('#panel-title');
      write(element, '#to', '17:00');
      await send(element);
      await focusOn('[data-rule="rule-2"] .edit');
      const [[, id, request, options]] = asked(element).calls('rules.replace') as [
        [string, string, object, object],
      ];
      const { id: _id, ...before } = fixtures.secondRule;
      expect(id).to.equal('rule-2');
      expect(request).to.deep.equal({ ...before, endTime: '17:00' });
      expect(options).to.deep.equal({ ifMatch: '"1"' });
      expect(textOf(get(element, '[data-rule="rule-2"]'))).to.include('15 h – 17 h');
    });

    it('changed by someone else meanwhile are shown as they are now', async () => {
      const element = await show(scenes['rule form']);
      const client = asked(element);
      client.touch('rule-2');
      const later: Rule = { ...fixtures.secondRule, startTime: '14:00' };
      client.holdings.rules = [fixtures.rule, later];
      write(element, '#to', '17:00');
      await send(element);
      await untilText(element, 'Cela a changé entre-temps');
      expect(get<HTMLInputElement>(element, '#from').value).to.equal('14:00');
      expect(get<HTMLInputElement>(element, '#to').value).to.equal('16:00');
      expect(panelText(element)).not.to.include('gardée');
      await focusOn('#panel-title');
      await send(element);
      await focusOn('[data-rule="rule-2"] .edit');
    });

    it('are deleted after a question', async () => {
      const element = await show(scenes['asked to delete']);
      await focusOn('#keep');
      press(element, 'Non, garder');
      await focusOn('[data-rule="rule-1"] .delete');
      get(element, '[data-rule="rule-1"] .delete').click();
      await until(element, '#keep');
      press(element, 'Oui, supprimer');
      await focusOn('[data-rule="rule-2"] .edit');
      expect(find(element, '[data-rule="rule-1"]')).to.equal(null);
      expect(spoken(element)).to.include('Règle supprimée');
    });

    it('that changed are not deleted unseen', async () => {
      const element = await show(scenes['asked to delete']);
      const later: Rule = { ...fixtures.rule, endTime: '12:00' };
      asked(element).holdings.rules = [later];
      press(element, 'Oui, supprimer');
      await untilText(element, 'Cela a changé entre-temps');
      expect(asked(element).calls('rules.remove')).to.have.length(0);
      expect(textOf(get(element, '[data-rule="rule-1"]'))).to.include('8 h 30 – 12 h');
      await focusOn('[data-rule="rule-1"] .delete');
    });
  });

  describe('absences', () => {
    it('of whole days are added, and tell what stays booked', async () => {
      const element = await week();
      get(element, '#add-absence').click();
      await until(element, '#fromDate');
      write(element, '#fromDate', '2026-11-24');
      await element.updateComplete;
      expect(get<HTMLInputElement>(element, '#toDate').value).to.equal('2026-11-24');
      write(element, '#toDate', '2026-11-25');
      await until(element, '#warning');
      await send(element);
      await focusOn('[data-absence="absence-new-1"] button');
      const [[, period]] = asked(element).calls('absences.create') as [[string, Absence]];
      expect(period).to.deep.equal({
        from: '2026-11-24T00:00:00+01:00',
        to: '2026-11-26T00:00:00+01:00',
      });
      const item = textOf(get(element, '[data-absence="absence-new-1"]'));
      expect(item).to.include('Du 24 novembre au 25 novembre 2026');
      expect(item).to.include('2 créneaux réservés pendant cette absence.');
      expect(item).to.include('L’absence ne les annule pas');
      expect(spoken(element)).to.include('Absence ajoutée. 2 créneaux réservés');
    });

    it('of some hours say what is missing', async () => {
      const element = await show(scenes['absence form']);
      await send(element);
      await focusOn('#fromTime');
      expect(faultOf(element, 'fromTime')).to.equal('Indiquez une heure.');
      write(element, '#fromTime', '16:00');
      write(element, '#toTime', '15:00');
      await send(element);
      expect(faultOf(element, 'toTime')).to.equal('La fin doit être après le début.');
    });

    it('are ended, and taken back', async () => {
      const element = await week();
      get(element, '[data-absence="absence-1"] button').click();
      await focusOn('[data-absence="absence-2"] button');
      expect(spoken(element)).to.include('Absence terminée');
      expect(asked(element).calls('absences.remove')[0]?.[2]).to.deep.equal({ ifMatch: '"1"' });
      press(element, 'Annuler');
      await focusOn('[data-absence="absence-new-1"] button');
      const { from, to } = fixtures.absence;
      expect(asked(element).calls('absences.create')[0]?.[1]).to.deep.equal({ from, to });
    });

    it('that did not end are told', async () => {
      const element = await week();
      asked(element).answers['absences.remove'] = failing(refusal('rate-limited', 429));
      get(element, '[data-absence="absence-1"] button').click();
      await untilText(element, 'Trop de demandes');
      await focusOn('[data-absence="absence-1"] button');
    });
  });

  describe('the switch of the agenda', () => {
    const toggle = (element: SasAgenda) => get<HTMLInputElement>(element, '#agendaDisplay');

    it('is sent with the version that was read', async () => {
      const element = await week();
      expect(toggle(element).checked).to.equal(false);
      toggle(element).click();
      await when(() => spoken(element).includes('est visible du public'), 'announced');
      expect(toggle(element).checked).to.equal(true);
      const [[id, changes, options]] = asked(element).calls('schedules.update') as [
        [string, object, object],
      ];
      expect([id, changes, options]).to.deep.equal([
        'schedule-ormelune',
        { publicDisplay: true },
        { ifMatch: '"1"' },
      ]);
    });

    it('shows what is asked while it is sent', async () => {
      const element = await week();
      asked(element).answers['schedules.get'] = hanging;
      toggle(element).click();
      await element.updateComplete;
      expect(toggle(element).checked).to.equal(true);
      toggle(element).click();
      await element.updateComplete;
      expect(toggle(element).checked).to.equal(true);
      expect(asked(element).calls('schedules.get')).to.have.length(1);
    });

    it('shows what stands where the change was refused', async () => {
      const element = await week();
      asked(element).answers['schedules.update'] = failing(stale());
      toggle(element).click();
      await untilText(element, 'Cela a changé entre-temps');
      expect(toggle(element).checked).to.equal(false);
    });

    it('shows what someone else has chosen meanwhile', async () => {
      const element = await week();
      asked(element).holdings.schedules = [{ ...fixtures.schedule, publicDisplay: true }];
      toggle(element).click();
      await untilText(element, 'Cela a changé entre-temps');
      await when(() => toggle(element).checked, 'the switch is on');
      expect(asked(element).calls('schedules.update')).to.have.length(0);
    });
  });
});
