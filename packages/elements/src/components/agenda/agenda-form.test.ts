import { expect } from '@open-wc/testing';
import type { SlotRequest } from '@sas-kit/client';
import { failing, hanging, offline, refusal } from '../../testing/fake-client.ts';
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
import {
  agendaScenes as scenes,
  choose,
  fillSlot,
  openForm,
  send,
} from './testing/agenda-scenes.ts';

describe('<sas-agenda>, its form', () => {
  onDesk();

  describe('the form', () => {
    it('adds a slot and gives it the focus', async () => {
      const element = await week();
      await fillSlot(element);
      await send(element);
      await focusOn('[data-cell="slot-new-1"]');
      const [[id, request]] = asked(element).calls('slots.create') as [[string, SlotRequest]];
      expect(id).to.equal('schedule-ormelune');
      expect(request).to.deep.equal({
        start: '2026-11-24T10:00:00+01:00',
        end: '2026-11-24T10:15:00+01:00',
        modalities: ['AMB'],
        visibility: ['PUBLIC'],
        communities: [],
        publicDisplay: false,
        booking: 'ROUTINE',
        capacity: 1,
      });
      expect(spoken(element)).to.include('Créneau ajouté : mardi 24 novembre, 10 h.');
      expect(find(element, '.panel')).to.equal(null);
    });

    it('shows the week of a slot that is not in the one shown', async () => {
      const element = await week();
      await fillSlot(element, ['2026-12-03', '10:00', '10:15']);
      await send(element);
      await focusOn('[data-cell="slot-new-1"]');
      expect(textOf(element)).to.include('Semaine du 30 novembre au 6 décembre 2026');
    });

    it('opens on its title and closes to its button', async () => {
      const element = await week();
      await openForm(element);
      await focusOn('#panel-title');
      press(element, 'Renoncer');
      await focusOn('#add-slot');
    });

    it('says beside each field what is missing, and goes to the first', async () => {
      const element = await show(scenes['form errors']);
      await focusOn('#from');
      expect(faultOf(element, 'from')).to.equal('Indiquez une heure.');
      expect(faultOf(element, 'to')).to.equal('Indiquez une heure.');
      expect(faultOf(element, 'modalities')).to.equal('Choisissez au moins une modalité.');
      expect(faultOf(element, 'visibility')).to.equal('Choisissez au moins une visibilité.');
      expect(spoken(element)).to.equal('4 réponses sont à corriger.');
      expect(get(element, '#from').getAttribute('aria-describedby')).to.equal('from-fault');
      expect(asked(element).calls('slots.create')).to.have.length(0);
      await choose(element, 'Téléconsultation');
      expect(find(element, '#modalities-fault')).to.equal(null);
    });

    it('refuses the past and an end before its start', async () => {
      const element = await week();
      await fillSlot(element, ['2026-11-22', '10:00', '09:00']);
      await send(element);
      expect(faultOf(element, 'date')).to.equal('Cette date est passée.');
      expect(faultOf(element, 'to')).to.equal('La fin doit être après le début.');
      write(element, '#date', '2026-11-23');
      await element.updateComplete;
      expect(faultOf(element, 'from')).to.equal('Cette heure est passée.');
    });

    it('advises a range beyond an hour, and does not insist', async () => {
      const element = await show(scenes['long slot']);
      await send(element);
      await focusOn('[data-cell="slot-new-1"]');

      const other = await show(scenes['long slot']);
      press(other, 'En faire une plage');
      await focusOn('#capacity');
      write(other, '#capacity', '6');
      await send(other);
      await when(() => asked(other).calls('slots.create').length > 0, 'sent');
      const [[, request]] = asked(other).calls('slots.create') as [[string, SlotRequest]];
      expect(request).to.include({ booking: 'WALKIN', capacity: 6 });
    });

    it('shows who will see the slot, as it is chosen', async () => {
      const element = await show({
        holdings: { schedules: [{ ...fixtures.schedule, publicDisplay: true }] },
      });
      await openForm(element);
      const viewers = () => textOf(get(element, '.viewers'));
      expect(viewers()).to.include('Personne : choisissez une visibilité.');
      await choose(element, 'Régulation (SNP)');
      expect(viewers()).to.include('La régulation.');
      await choose(element, 'CPTS');
      expect(viewers()).to.include('La régulation et les membres de la CPTS.');
      await choose(element, 'Public');
      expect(viewers()).to.include('La régulation et les professionnels de santé.');
      expect(viewers()).to.include('Pas les visiteurs des sites.');
      await choose(element, 'Visible du public sur les sites');
      expect(viewers()).to.include(
        'La régulation, les professionnels de santé et les visiteurs des sites.',
      );
      await choose(element, 'Public');
      expect(viewers()).not.to.include('visiteurs');
    });

    it('says that the agenda must agree too', async () => {
      const element = await show(scenes['range form']);
      expect(textOf(get(element, '.viewers'))).to.include(
        'l’agenda entier ne l’accepte pas encore',
      );
    });

    it('asks which CPTS', async () => {
      const element = await week();
      await fillSlot(element);
      await choose(element, 'CPTS');
      await until(element, '#communities [value="1760000026"]');
      await send(element);
      expect(faultOf(element, 'communities')).to.equal('Choisissez votre CPTS.');
      const select = get<HTMLSelectElement>(element, '#communities');
      select.value = '1760000026';
      select.dispatchEvent(new Event('change'));
      await send(element);
      await when(() => asked(element).calls('slots.create').length > 0, 'sent');
      const [[, request]] = asked(element).calls('slots.create') as [[string, SlotRequest]];
      expect(request.communities).to.deep.equal(['1760000026']);
    });

    it('keeps what was written where another slot stands', async () => {
      const element = await show(scenes.overlap);
      await focusOn('#from');
      expect(faultOf(element, 'from')).to.include('Un autre créneau de cet agenda');
      expect(get<HTMLInputElement>(element, '#from').value).to.equal('09:00');
      write(element, '#from', '10:00');
      write(element, '#to', '10:15');
      await element.updateComplete;
      expect(find(element, '#from-fault')).to.equal(null);
      await send(element);
      await focusOn('[data-cell="slot-new-1"]');
    });

    const refusals: [
      code: 'slot-in-past' | 'absence-overlap' | 'end-before-start',
      string,
      string,
      string,
    ][] = [
      ['slot-in-past', '/start', 'from', 'Cette heure est passée.'],
      ['absence-overlap', '/start', 'from', 'Une absence couvre cette heure.'],
      ['end-before-start', '/end', 'to', 'La fin doit être après le début.'],
    ];
    for (const [code, pointer, field, text] of refusals) {
      it(`puts ${code} beside its field`, async () => {
        const element = await week();
        const errors = [{ pointer, code, detail: '' }];
        asked(element).answers['slots.create'] = failing(refusal(code, 422, { errors }));
        await fillSlot(element);
        await send(element);
        await focusOn(`#${field}`);
        expect(faultOf(element, field)).to.include(text);
      });
    }

    it('says that nobody answered, and sends again', async () => {
      const element = await week();
      asked(element).answers['slots.create'] = failing(offline());
      await fillSlot(element);
      await send(element);
      await untilText(element, 'Le service ne répond pas');
      expect(panelText(element)).to.include('Votre saisie est gardée');
      delete asked(element).answers['slots.create'];
      await send(element);
      await focusOn('[data-cell="slot-new-1"]');
    });

    it('is sent once', async () => {
      const element = await week();
      asked(element).answers['slots.create'] = hanging;
      await fillSlot(element);
      await send(element);
      await send(element);
      await when(() => asked(element).calls('slots.create').length > 0, 'sent');
      await send(element);
      expect(asked(element).calls('slots.create')).to.have.length(1);
      expect(panelText(element)).to.include('Envoi…');
    });

    it('adds a weekly rule and goes to its first slot', async () => {
      const element = await week();
      await openForm(element);
      await choose(element, 'Chaque semaine', 'lundi', 'mercredi', 'vendredi');
      await choose(element, 'Téléconsultation', 'Professionnels');
      write(element, '#from', '09:00');
      write(element, '#to', '12:00');
      await untilText(element, '12 créneaux par jour');
      await send(element);
      await focusOn('[data-cell="rule-new-1-2026-11-25"]');
      const [[, request]] = asked(element).calls('rules.create') as [[string, object]];
      expect(request).to.deep.include({
        days: ['wed', 'fri'],
        startTime: '09:00',
        endTime: '12:00',
        slotMinutes: 15,
        validFrom: '2026-11-23',
        validUntil: null,
        capacity: 1,
        booking: 'ROUTINE',
      });
      expect(spoken(element)).to.equal('Règle enregistrée : 2 créneaux cette semaine.');
    });
  });
});
