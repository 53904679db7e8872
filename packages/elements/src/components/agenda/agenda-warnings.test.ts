import { expect } from '@open-wc/testing';
import { failing, hanging, offline } from '../../testing/fake-client.ts';
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
import { asked, focusOn, onDesk, panelText, show, spoken, week } from './testing/agenda-stage.ts';
import * as fixtures from './testing/agenda-fixtures.ts';
import {
  agendaScenes as scenes,
  choose,
  fillSlot,
  openForm,
  send,
} from './testing/agenda-scenes.ts';

const warning = (element: Element) => textOf(get(element, '#warning'));

describe('<sas-agenda>, what it warns of before it saves', () => {
  const clock = onDesk();

  describe('overlaps', () => {
    it('tell what stands there, whose it is, and do not forbid', async () => {
      const element = await week();
      await fillSlot(element, ['2026-11-27', '11:30', '12:10']);
      await until(element, '#warning');
      expect(warning(element)).to.include('À la même heure : 2 autres créneaux.');
      expect(warning(element)).to.include(
        'vendredi 27 novembre, 11 h 40 – 11 h 55 (votre logiciel)',
      );
      expect(spoken(element)).to.equal('À la même heure : 2 autres créneaux.');
      await send(element);
      await when(() => asked(element).calls('slots.create').length === 1, 'sent');
    });

    it('go when the time is another one', async () => {
      const element = await week();
      await fillSlot(element, ['2026-11-24', '09:20', '09:35']);
      await until(element, '#warning');
      write(element, '#from', '09:35');
      write(element, '#to', '09:50');
      await when(() => find(element, '#warning') === null, 'no warning');
      expect(asked(element).calls('slots.list')).to.have.length(2);
    });

    it('are looked up in the other agendas of the practitioner, at their own time', async () => {
      const element = await show(scenes['overlaps elsewhere']);
      expect(warning(element)).to.include('14 h 30 – 14 h 45 (3 rue de Paris, Saint-Denis)');
      expect(warning(element)).not.to.include('risque d’être refusé');
      const read = asked(element)
        .calls('slots.list')
        .map(([id]) => id);
      expect(read).to.deep.equal(['schedule-ormelune', 'schedule-ormelune', 'schedule-reunion']);
    });

    it('of other practitioners are not looked up', async () => {
      const other = { ...fixtures.schedule, id: 'schedule-other', practitioner: null };
      const element = await show({ holdings: { schedules: [fixtures.schedule, other] } });
      await untilText(element, '4K7P');
      await fillSlot(element);
      await send(element);
      await focusOn('[data-cell="slot-new-1"]');
      expect(
        asked(element)
          .calls('slots.list')
          .map(([id]) => id),
      ).not.to.include('schedule-other');
    });

    it('of a rule count all its days, but not its own slots', async () => {
      const element = await week();
      await openForm(element);
      await choose(element, 'Chaque semaine', 'mercredi', 'Téléconsultation', 'Public');
      write(element, '#from', '08:30');
      write(element, '#to', '11:00');
      await until(element, '#warning');
      expect(warning(element)).to.include('mercredi 25 novembre, 10 h – 12 h');
      expect(warning(element)).to.include('La règle ne créera pas de créneau');

      const standing = await week();
      get(standing, '[data-rule="rule-1"] .edit').click();
      await untilText(standing, 'Modifier la règle');
      await when(() => asked(standing).calls('slots.list').length === 2, 'looked up');
      await untilText(standing, 'Qui voit ce créneau');
      expect(find(standing, '#warning')).to.equal(null);
    });

    it('that come up only when it is sent are told first, with the focus', async () => {
      const element = await week();
      await fillSlot(element, ['2026-11-24', '09:00', '09:15']);
      // The look-up is still under way.
      await send(element);
      await focusOn('#warning');
      expect(asked(element).calls('slots.create')).to.have.length(0);
      await send(element);
      await untilText(element, 'Un autre créneau de cet agenda');
      expect(asked(element).calls('slots.create')).to.have.length(1);
    });

    it('that cannot be looked up keep nobody from publishing', async () => {
      const element = await week();
      asked(element).answers['slots.list'] = failing(offline());
      await fillSlot(element);
      await untilText(element, 'n’ont pas pu être vérifiés');
      delete asked(element).answers['slots.list'];
      await send(element);
      await focusOn('[data-cell="slot-new-1"]');

      const slow = await week();
      asked(slow).answers['slots.list'] = hanging;
      await fillSlot(slow);
      await send(slow);
      clock.pass(3000);
      await when(() => asked(slow).calls('slots.create').length === 1, 'sent');
    });
  });

  describe('an absence over bookings', () => {
    it('lists them by reference, and may be added all the same', async () => {
      const element = await show(scenes['absence over bookings']);
      expect(warning(element)).to.equal(
        '3 rendez-vous sont déjà pris pendant cette absence. ' +
          '4K7P lundi 23 novembre, 8 h 30 9TQM lundi 23 novembre, 16 h 15 6RXB mardi 24 novembre, 9 h ' +
          'L’absence ne les annule pas : prévenez la régulation.',
      );
      await send(element);
      await focusOn('[data-absence="absence-new-1"] button');
      expect(spoken(element)).to.include('Absence ajoutée.');
    });

    it('counts a range that has begun before', async () => {
      const element = await week();
      get(element, '#add-absence').click();
      await untilText(element, 'Journées entières');
      await choose(element, 'Journées entières');
      write(element, '#fromDate', '2026-11-25');
      write(element, '#toDate', '2026-11-25');
      write(element, '#fromTime', '11:00');
      write(element, '#toTime', '13:00');
      await until(element, '#warning');
      expect(warning(element)).to.include('7HDX').and.include('2M9C');
      write(element, '#fromTime', '12:00');
      await when(() => find(element, '#warning') === null, 'no warning');
    });

    it('is taken back', async () => {
      const element = await show(scenes['absence over bookings']);
      await send(element);
      await focusOn('[data-absence="absence-new-1"] button');
      press(element, 'Annuler');
      await untilText(element, 'Absence terminée.');
      expect(find(element, '[data-absence="absence-new-1"]')).to.equal(null);
    });

    it('whose bookings cannot be read is told so', async () => {
      const element = await week();
      asked(element).answers['appointments.list'] = failing(offline());
      get(element, '#add-absence').click();
      await untilText(element, 'n’ont pas pu être lus');
      expect(panelText(element)).to.include('Ajouter');
    });
  });
});
