import { expect, oneEvent } from '@open-wc/testing';
import type { SlotRequest } from '@sas-kit/client';
import type { SasAgendaChangeEvent } from '../../events/agenda-change.ts';
import { failing, offline, refusal } from '../../testing/fake-client.ts';
import { find, get, press, textOf, type as write, untilText } from '../../testing/tree.ts';
import './agenda.ts';
import type { SasAgenda } from './agenda.ts';
import {
  asked,
  faultOf,
  focusOn,
  ids,
  onDesk,
  panelText,
  show,
  spoken,
} from './testing/agenda-stage.ts';
import { agendaScenes as scenes, cell, open, send } from './testing/agenda-scenes.ts';
import { stale } from './testing/fake-agenda.ts';

/** Writes another time into the form that moves a slot. */
function to(element: SasAgenda, date: string, from: string, until: string): void {
  write(element, '#date', date);
  write(element, '#from', from);
  write(element, '#to', until);
}

const value = (element: SasAgenda, field: string) => get<HTMLInputElement>(element, field).value;

describe('<sas-agenda>, slots that move and are copied', () => {
  onDesk();

  describe('a slot that moves', () => {
    it('keeps all but what is changed, and has the focus there', async () => {
      const element = await show(scenes['move form']);
      expect([
        value(element, '#date'),
        value(element, '#from'),
        value(element, '#to'),
      ]).to.deep.equal(['2026-11-24', '09:20', '09:35']);
      expect(find(element, '#kind')).to.equal(null);
      to(element, '2026-12-02', '11:00', '11:30');
      const changed = oneEvent(element, 'sas-agenda-change');
      await send(element);
      expect(((await changed) as unknown as SasAgendaChangeEvent).change).to.equal('slot-moved');
      await focusOn(cell('s-24-0920'));
      expect(textOf(element)).to.include('Semaine du 30 novembre');
      const [[, id, request, options]] = asked(element).calls('slots.replace') as [
        [string, string, SlotRequest, object],
      ];
      expect(id).to.equal('s-24-0920');
      expect(request).to.deep.include({
        start: '2026-12-02T11:00:00+01:00',
        end: '2026-12-02T11:30:00+01:00',
        visibility: ['PUBLIC'],
        publicDisplay: true,
      });
      expect(options).to.deep.equal({ ifMatch: '"1"' });
      expect(spoken(element)).to.equal(
        'Créneau déplacé : mardi 24 novembre, 9 h 20 → mercredi 2 décembre, 11 h.',
      );
    });

    it('is put back at its time', async () => {
      const element = await show(scenes['move form']);
      to(element, '2026-11-25', '14:00', '14:15');
      await send(element);
      await untilText(element, 'Créneau déplacé');
      press(element, 'Annuler');
      await untilText(element, 'Créneau remis à son heure : mardi 24 novembre, 9 h 20.');
      const slot = asked(element).holdings.slots.find(({ id }) => id === 's-24-0920');
      expect(slot?.start).to.equal('2026-11-24T09:20:00+01:00');
      await focusOn(cell('s-24-0920'));
    });

    it('and is booked there is not said to be put back', async () => {
      const element = await show(scenes['move form']);
      to(element, '2026-11-25', '14:00', '14:15');
      await send(element);
      await untilText(element, 'Créneau déplacé');
      asked(element).change('s-24-0920', { booked: 1, status: 'full' });
      press(element, 'Annuler');
      await untilText(element, 'L’annulation n’a pas abouti.');
      expect(textOf(element)).not.to.include('remis');
      expect(textOf(get(element, cell('s-24-0920')))).to.include('Réservé');
      expect(find(element, '.undo')).to.equal(null);
    });

    it('booked meanwhile stays: the form is kept, and a new slot can take the time', async () => {
      const element = await show(scenes['move refused']);
      await focusOn('#next-step');
      expect(panelText(element)).to.include('Ce créneau vient d’être réservé');
      expect(value(element, '#from')).to.equal('11:00');
      expect(asked(element).calls('slots.replace')).to.have.length(0);
      press(element, 'Ajouter un nouveau créneau à cette heure');
      await focusOn('[data-cell="slot-new-1"]');
      expect(ids(element)).to.include('s-24-0920');
    });

    it('changed or withdrawn by someone else is told, and the form is kept', async () => {
      for (const [error, text] of [
        [stale(), 'a changé entre-temps. Rien n’a été déplacé'],
        [refusal('not-found', 404), 'n’existe plus. Rien n’a été déplacé'],
      ] as const) {
        const element = await show(scenes['move form']);
        to(element, '2026-11-24', '11:00', '11:15');
        asked(element).answers['slots.replace'] = failing(error);
        await send(element);
        await untilText(element, text);
        expect(panelText(element)).to.include('Votre saisie est gardée');
        expect(value(element, '#from')).to.equal('11:00');
      }
    });

    it('to where another stands is refused at the time', async () => {
      const element = await show(scenes['move form']);
      to(element, '2026-11-24', '09:00', '09:15');
      await untilText(element, 'À la même heure');
      await send(element);
      await untilText(element, 'Un autre créneau de cet agenda');
      expect(faultOf(element, 'from')).to.include('déjà à cette heure');
    });
  });

  describe('a slot of a rule that moves', () => {
    const moving = async (from: string, until: string): Promise<SasAgenda> => {
      const element = await show({ act: (inside) => open(inside, 's-24-0830') });
      press(element, 'Déplacer');
      await untilText(element, 'Déplacer le créneau');
      to(element, '2026-11-24', from, until);
      return element;
    };

    it('is made at the new time, then withdrawn at the old one', async () => {
      const element = await moving('11:00', '11:15');
      await send(element);
      await focusOn('[data-cell="slot-new-1"]');
      expect(ids(element)).not.to.include('s-24-0830');
      const order = asked(element)
        .log.map(({ method }) => method)
        .filter((method) => ['slots.create', 'slots.remove'].includes(method));
      expect(order).to.deep.equal(['slots.create', 'slots.remove']);
    });

    it('by a few minutes is withdrawn first, for it stands in its own way', async () => {
      const element = await moving('08:25', '08:40');
      await send(element);
      await focusOn('[data-cell="slot-new-1"]');
      expect(ids(element)).not.to.include('s-24-0830');
    });

    it('leaves nothing double where the old one is booked at the last moment', async () => {
      const element = await moving('11:00', '11:15');
      asked(element).answers['slots.remove'] = (_: string, id: string) => {
        const client = asked(element);
        delete client.answers['slots.remove'];
        client.change(id, { booked: 1, status: 'full' });
        return Promise.reject(refusal('slot-booked', 409));
      };
      await send(element);
      await untilText(element, 'vient d’être réservé');
      expect(asked(element).holdings.slots.map(({ id }) => id)).not.to.include('slot-new-1');
      expect(textOf(get(element, cell('s-24-0830')))).to.include('Réservé');
    });

    it('and is lost is said to be lost: what is sent next is a new slot', async () => {
      const element = await moving('08:25', '08:40');
      asked(element).answers['slots.create'] = failing(offline());
      await send(element);
      await untilText(element, 'L’ancien créneau est retiré, mais le nouveau');
      delete asked(element).answers['slots.create'];
      await send(element);
      await focusOn('[data-cell="slot-new-1"]');
    });
  });

  describe('a slot that is copied', () => {
    it('is made again a week later, as it is', async () => {
      const element = await show(scenes['copy form']);
      expect(value(element, '#date')).to.equal('2026-12-02');
      await send(element);
      await focusOn('[data-cell="slot-new-1"]');
      const [[, request]] = asked(element).calls('slots.create') as [[string, SlotRequest]];
      expect(request).to.deep.include({
        start: '2026-12-02T10:00:00+01:00',
        end: '2026-12-02T12:00:00+01:00',
        capacity: 4,
        booking: 'ROUTINE',
        visibility: ['SNP'],
      });
    });

    it('may be one that cannot be moved', async () => {
      const element = await show(scenes['pushed slot']);
      expect(find(element, '#move')).to.equal(null);
      press(element, 'Copier');
      await untilText(element, 'Copier le créneau');
      press(element, 'Renoncer');
      await focusOn(cell('s-27-1140'));
    });
  });

  describe('a slot that was added', () => {
    it('can be taken back', async () => {
      const element = await show(scenes.added);
      press(element, 'Annuler');
      await untilText(element, 'Créneau retiré : mardi 24 novembre, 10 h.');
      expect(ids(element)).not.to.include('slot-new-1');
    });

    it('and was booked meanwhile is not said to be taken back', async () => {
      const element = await show(scenes.added);
      asked(element).change('slot-new-1', { booked: 1, status: 'full' });
      press(element, 'Annuler');
      await untilText(element, 'L’annulation n’a pas abouti. Ce créneau vient d’être réservé');
      expect(ids(element)).to.include('slot-new-1');
      expect(textOf(element)).not.to.include('Créneau retiré');
    });

    it('can be taken back again where the platform did not answer', async () => {
      const element = await show(scenes.added);
      asked(element).answers['slots.get'] = failing(offline());
      press(element, 'Annuler');
      await untilText(element, 'L’annulation n’a pas abouti. Le service ne répond pas');
      await focusOn('.undo button');
      delete asked(element).answers['slots.get'];
      press(element, 'Annuler');
      await untilText(element, 'Créneau retiré');
      expect(find(element, '.alarm')).to.equal(null);
    });
  });
});
