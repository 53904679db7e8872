import { expect } from '@open-wc/testing';
import type { SlotRequest } from '@sas-kit/client';
import { failing, offline } from '../../testing/fake-client.ts';
import { find, get, press, textOf, type as write, untilText } from '../../testing/tree.ts';
import './agenda.ts';
import {
  asked,
  faultOf,
  focusOn,
  onDesk,
  panelText,
  show,
  spoken,
} from './testing/agenda-stage.ts';
import * as fixtures from './testing/agenda-fixtures.ts';
import { agendaScenes as scenes } from './testing/agenda-scenes.ts';

describe('<sas-agenda>, weeks that are copied', () => {
  onDesk();

  const withNext = {
    ...scenes['copy week'],
    holdings: { slots: [...fixtures.slots, ...fixtures.nextWeek] },
  };

  it('say what would be made and what is in the way, before anything is made', async () => {
    const element = await show(withNext);
    await untilText(element, '10 créneaux à créer, sur 13.');
    expect(panelText(element)).to.include('1 créneau y est déjà, à la même heure.');
    expect(panelText(element)).not.to.include('lundi 30 novembre, 16 h À créer');
    expect(panelText(element)).to.include('9 h Un autre créneau est à cette heure');
    expect(asked(element).calls('slots.create')).to.have.length(0);
    expect(spoken(element)).to.equal('10 créneaux à créer, sur 13.');
  });

  it('go to another week than the next one', async () => {
    const element = await show(scenes['copy week']);
    write(element, '#target', '2026-12-24');
    await untilText(element, 'lundi 21 décembre, 8 h 30');
    await untilText(element, 'Vous êtes absent');
    write(element, '#target', '2026-11-26');
    await element.updateComplete;
    expect(faultOf(element, 'target')).to.include('C’est la semaine que vous copiez');
    expect(find(element, '#next-step')).to.equal(null);
    write(element, '#target', '2026-11-16');
    await element.updateComplete;
    expect(faultOf(element, 'target')).to.equal('Cette semaine est passée.');
  });

  it('are made, shown, and taken back', async () => {
    const element = await show(withNext);
    press(element, 'Créer 10 créneaux');
    await focusOn('#week-title');
    await untilText(element, '10 sur 10 créneaux créés.');
    expect(find(element, '.panel')).to.equal(null);
    expect(textOf(element)).to.include('Semaine du 30 novembre au 6 décembre');
    const requests = asked(element).calls('slots.create') as [string, SlotRequest][];
    expect(requests.map(([, { start }]) => start)).to.include('2026-12-04T15:00:00+01:00');
    press(element, 'Annuler');
    await untilText(element, 'Les 10 créneaux copiés sont retirés.');
    const left = asked(element).holdings.slots;
    expect(left).to.have.length(fixtures.slots.length + fixtures.nextWeek.length);
  });

  it('that were booked in part meanwhile are taken back in part, and say so', async () => {
    const element = await show(withNext);
    press(element, 'Créer 10 créneaux');
    await untilText(element, '10 sur 10 créneaux créés.');
    asked(element).change('slot-new-2', { booked: 1, status: 'full' });
    press(element, 'Annuler');
    await untilText(element, '9 créneaux copiés retirés. 1 reste : on l’a réservé ou changé');
    expect(textOf(element)).not.to.include('Les 10 créneaux copiés sont retirés');
    expect(asked(element).holdings.slots.map(({ id }) => id)).to.include('slot-new-2');
  });

  it('in part are told slot by slot, and what is missing is tried again', async () => {
    const element = await show(scenes['copy week in part']);
    await focusOn('#next-step');
    expect(panelText(element)).to.include('9 sur 10 créneaux créés.');
    expect(panelText(element)).to.include(
      'lundi 30 novembre, 17 h 30 Un autre créneau de cet agenda est déjà à cette heure.',
    );
    const client = asked(element);
    client.holdings.slots = client.holdings.slots.filter(({ id }) => id !== fixtures.meanwhile.id);
    press(element, 'Réessayer celui qui manque');
    await untilText(element, '10 sur 10 créneaux créés.');
    expect(client.calls('slots.create')).to.have.length(11);
    press(element, 'Annuler');
    await untilText(element, 'Les 10 créneaux copiés sont retirés.');
  });

  it('that cannot be planned say so, and try again', async () => {
    const element = await show({ act: (inside) => untilText(inside, '4K7P') });
    asked(element).answers['slots.list'] = failing(offline());
    get(element, '#copy-week').click();
    await untilText(element, 'Le service ne répond pas');
    delete asked(element).answers['slots.list'];
    press(element, 'Réessayer');
    await untilText(element, '13 créneaux à créer, sur 13.');
    press(element, 'Fermer');
    await focusOn('#copy-week');
  });
});
