import { expect, oneEvent } from '@open-wc/testing';
import type { AgendaSlot, Rule, SlotRequest } from '@sas-kit/client';
import type { SasAgendaChangeEvent } from '../../events/agenda-change.ts';
import type { SasErrorEvent } from '../../events/error.ts';
import { failing, hanging, offline } from '../../testing/fake-client.ts';
import { find, get, press, textOf, until, untilText } from '../../testing/tree.ts';
import './agenda.ts';
import {
  asked,
  focusOn,
  ids,
  onDesk,
  panelText,
  show,
  spoken,
  week,
} from './testing/agenda-stage.ts';
import * as fixtures from './testing/agenda-fixtures.ts';
import { agendaScenes as scenes, cell, open } from './testing/agenda-scenes.ts';
import { stale } from './testing/fake-agenda.ts';

describe('<sas-agenda>, its slots', () => {
  onDesk();

  describe('a slot', () => {
    it('that is free and added once is withdrawn at once, and can come back', async () => {
      const element = await show(scenes['free slot']);
      const changed = oneEvent(element, 'sas-agenda-change');
      press(element, 'Retirer ce créneau');
      const { change, scheduleId } = (await changed) as unknown as SasAgendaChangeEvent;
      expect({ change, scheduleId }).to.deep.equal({
        change: 'slot-removed',
        scheduleId: 'schedule-ormelune',
      });
      await focusOn(cell('s-24-0900'));
      await untilText(element, 'Créneau retiré : mardi 24 novembre, 9 h 20.');
      expect(spoken(element)).to.include('Créneau retiré : mardi 24 novembre, 9 h 20.');
      expect(ids(element)).not.to.include('s-24-0920');
      const [[, , options]] = asked(element).calls('slots.remove') as [[string, string, object]];
      expect(options).to.deep.equal({ ifMatch: '"1"' });

      press(element, 'Annuler');
      await untilText(element, '18 créneaux');
      const [[, request]] = asked(element).calls('slots.create') as [[string, SlotRequest]];
      const { start, end, visibility, modalities, publicDisplay } = fixtures.slots.find(
        ({ id }) => id === 's-24-0920',
      ) as AgendaSlot;
      expect(request).to.deep.include({ start, end, visibility, modalities, publicDisplay });
      await focusOn('[data-cell^="slot-new"]');
      expect(spoken(element)).to.include('Créneau remis');
      expect(find(element, '.undo')).to.equal(null);
    });

    it('of a rule asks first how many are meant', async () => {
      const element = await show(scenes['asked to withdraw']);
      await focusOn('#keep');
      press(element, 'Non, garder');
      await focusOn('#remove');
      expect(asked(element).calls('slots.remove')).to.have.length(0);
      press(element, 'Retirer ce créneau');
      await until(element, '#keep');
      press(element, 'Celui-ci seulement');
      await focusOn(cell('s-24-0845'));
      expect(ids(element)).not.to.include('s-24-0830');
      press(element, 'Annuler');
      await focusOn('[data-cell^="slot-new"]');
      expect(spoken(element)).to.include('Créneau remis');
    });

    it('of a rule is withdrawn with the others of its day, and they come back', async () => {
      const element = await show(scenes['asked to withdraw']);
      press(element, 'Tous ceux de ce jour');
      await untilText(element, 'Créneaux de la règle retirés le mardi 24 novembre.');
      const replaced = () =>
        asked(element).calls('rules.replace') as [string, string, Rule, object][];
      expect(replaced()[0]?.[2].exceptDates).to.deep.equal(['2026-11-24']);
      expect(replaced()[0]?.[3]).to.deep.equal({ ifMatch: '"1"' });
      press(element, 'Annuler');
      await untilText(element, 'Créneaux de la règle remis à partir du mardi 24 novembre.');
      expect(replaced()[1]?.[2].exceptDates).to.deep.equal([]);
      expect(replaced()[1]?.[3]).to.deep.equal({ ifMatch: '"2"' });
    });

    it('of a rule is withdrawn with the following ones: the rule ends the day before', async () => {
      const element = await show(scenes['asked to withdraw']);
      press(element, 'Celui-ci et les suivants');
      await untilText(element, 'retirés à partir du mardi 24 novembre');
      const [[, , request]] = asked(element).calls('rules.replace') as [[string, string, Rule]];
      expect(request.validUntil).to.equal('2026-11-23');
    });

    it('of a rule that somebody changed since is not said to come back', async () => {
      const element = await show(scenes['asked to withdraw']);
      press(element, 'Celui-ci et les suivants');
      await untilText(element, 'retirés à partir du');
      asked(element).touch('rule-1');
      press(element, 'Annuler');
      await untilText(element, 'L’annulation n’a pas abouti. Cela a changé entre-temps');
      expect(textOf(element)).not.to.include('remis');
      expect(find(element, '.undo')).to.equal(null);
    });

    const fixed: [id: string, what: string, text: string][] = [
      ['s-27-1140', 'published by software', 'publié par votre logiciel'],
      ['s-25-1000', 'booked', 'il faut d’abord annuler le rendez-vous'],
      ['s-27-1500', 'being booked', 'Une réservation est en cours'],
      ['s-26-0830', 'in an absence', 'Une absence l’a retiré'],
      ['s-23-0845', 'that is over', 'a déjà commencé'],
    ];
    for (const [id, what, text] of fixed) {
      it(`${what} is not withdrawn here, and says why`, async () => {
        const element = await week();
        await open(element, id);
        expect(panelText(element)).to.include(text);
        expect(find(element, '#remove')).to.equal(null);
      });
    }

    it('booked in an absence is told to be still booked', async () => {
      const element = await show(scenes['withdrawn slot']);
      expect(panelText(element)).to.include('L’absence ne l’annule pas');
      expect(panelText(element)).to.include('3FWE');
    });

    it('shows who sees it', async () => {
      const element = await show(scenes['free slot']);
      expect(panelText(element)).to.include('La régulation et les professionnels de santé.');
      expect(panelText(element)).to.include('l’agenda entier ne l’accepte pas encore');
    });

    it('booked meanwhile is not withdrawn: what stands is shown', async () => {
      const element = await show(scenes['free slot']);
      const client = asked(element);
      client.holdings.slots = client.holdings.slots.map((slot) =>
        slot.id === 's-24-0920' ? { ...slot, booked: 1, status: 'full' } : slot,
      );
      press(element, 'Retirer ce créneau');
      await untilText(element, 'vient d’être réservé');
      expect(client.calls('slots.remove')).to.have.length(0);
      await focusOn('#panel-title');
      expect(panelText(element)).to.include('il faut d’abord annuler');
      expect(textOf(get(element, cell('s-24-0920')))).to.include('Réservé');
    });

    it('withdrawn meanwhile by someone else is simply gone', async () => {
      const element = await show(scenes['free slot']);
      const client = asked(element);
      client.holdings.slots = client.holdings.slots.filter(({ id }) => id !== 's-24-0920');
      press(element, 'Retirer ce créneau');
      await focusOn(cell('s-24-0900'));
      expect(ids(element)).not.to.include('s-24-0920');
    });

    it('changed between reading and withdrawing is read again', async () => {
      const element = await show(scenes['free slot']);
      asked(element).answers['slots.remove'] = failing(stale());
      press(element, 'Retirer ce créneau');
      await untilText(element, 'Cela a changé entre-temps');
      expect(asked(element).calls('slots.list')).to.have.length(2);
      await focusOn('#remove');
    });

    it('stays where the platform does not answer', async () => {
      const element = await show(scenes['free slot']);
      asked(element).answers['slots.get'] = failing(offline());
      const told = oneEvent(element, 'sas-error');
      press(element, 'Retirer ce créneau');
      expect(((await told) as unknown as SasErrorEvent).code).to.equal('connection');
      await untilText(element, 'Le service ne répond pas');
      expect(ids(element)).to.include('s-24-0920');
      await focusOn('#remove');
    });

    it('last of the week leaves focus on the week', async () => {
      const only = fixtures.slot('24', '09:20');
      const element = await show({ holdings: { slots: [only] } });
      await open(element, only.id);
      press(element, 'Retirer ce créneau');
      await focusOn('#week-title');
      expect(textOf(element)).to.include('Aucun créneau cette semaine');
    });

    it('is not withdrawn twice by an impatient reader', async () => {
      const element = await show(scenes['free slot']);
      asked(element).answers['slots.get'] = hanging;
      press(element, 'Retirer ce créneau');
      await element.updateComplete;
      press(element, 'Retirer ce créneau');
      expect(asked(element).calls('slots.get')).to.have.length(1);
      expect(get(element, '#remove').getAttribute('aria-disabled')).to.equal('true');
    });
  });
});
