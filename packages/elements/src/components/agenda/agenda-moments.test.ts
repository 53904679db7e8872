import { get, press, untilText, until } from '../../testing/tree.ts';
import { englishWalk } from '../../testing/english-loads.ts';
import './agenda.ts';
import {
  agendaScenes,
  choose,
  createAgenda,
  open,
  openForm,
  send,
} from './testing/agenda-scenes.ts';
import { focusOn, onDesk } from './testing/agenda-stage.ts';

describe('<sas-agenda>, its English', () => {
  onDesk();

  it('is loaded moment by moment', async () => {
    const loaded = englishWalk('sas-agenda');
    const element = createAgenda(agendaScenes.week);
    document.body.append(element);
    await untilText(element, '4K7P');
    await loaded('French');
    element.lang = 'en';
    await untilText(element, 'Copy the week');
    await loaded('opening');
    await open(element, 's-24-0920');
    await untilText(element, 'Who sees this slot?');
    await loaded('slot');
    await openForm(element);
    await untilText(element, 'What do you offer?');
    await loaded('slot form');
    await choose(element, 'Every week');
    await untilText(element, 'Not on public holidays');
    await loaded('rule form');
    await send(element);
    await until(element, '.fault');
    await loaded('answer');
    press(element, 'Discard');
    get(element, '#add-absence').click();
    await untilText(element, 'Whole days');
    await loaded('absence form');
    get(element, '#copy-week').click();
    await focusOn('#panel-title');
    await untilText(element, 'To the week of');
    await loaded('copied week');
    get(element, '#feed').click();
    await untilText(element, 'Make the private address');
    await loaded('feed');
    element.remove();
  });
});
