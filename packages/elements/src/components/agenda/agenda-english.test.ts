import { expect, fixture, html } from '@open-wc/testing';
import { agendaFr } from '../../strings/fr/agenda.ts';
import { find, get, press, textOf, until, untilText, when } from '../../testing/tree.ts';
import './agenda.ts';
import type { SasAgenda } from './agenda.ts';
import {
  agendaScenes,
  choose,
  createAgenda,
  open,
  openForm,
  send,
} from './testing/agenda-scenes.ts';
import { asked, focusOn, onDesk, spoken } from './testing/agenda-stage.ts';

/** The agenda of a page in English, its week read. */
async function english(): Promise<SasAgenda> {
  const parent = await fixture<HTMLElement>(html`<div lang="en"></div>`);
  const element = createAgenda(agendaScenes.week);
  parent.append(element);
  await untilText(element, '4K7P');
  return element;
}

const sentences = (table: object): string[] =>
  Object.values(table).flatMap((text: unknown) =>
    typeof text === 'string' ? [text] : typeof text === 'object' && text ? sentences(text) : [],
  );
/** Long enough to be no word of both languages. */
const french = sentences(agendaFr).filter((text) => text.length > 12);

function inEnglish(element: SasAgenda): void {
  const text = `${textOf(element)} ${spoken(element)}`;
  expect(text).not.to.match(/undefined|\[object/);
  for (const sentence of french) expect(text).not.to.include(sentence);
}

describe('<sas-agenda> in English', () => {
  onDesk();

  it('opens the details of a slot, and withdraws it', async () => {
    const element = await english();
    await open(element, 's-24-0920');
    await focusOn('#panel-title');
    expect(textOf(get(element, '.panel'))).to.include('Who sees this slot?');
    inEnglish(element);
    get(element, '#remove').click();
    await untilText(element, 'Undo');
    inEnglish(element);
    press(element, 'Undo');
    await untilText(element, 'Slot back');
    inEnglish(element);
  });

  it('has the form of a slot and of a weekly rule, with their faults', async () => {
    const element = await english();
    await openForm(element);
    await focusOn('#panel-title');
    inEnglish(element);
    await choose(element, 'Every week');
    await untilText(element, 'Not on public holidays');
    await send(element);
    await until(element, '.fault');
    inEnglish(element);
  });

  it('asks before a rule is deleted, in a part whose name is also that of a text', async () => {
    const element = await english();
    get(element, '[data-rule] .delete').click();
    await focusOn('#keep');
    expect(textOf(element)).to.include('Delete this rule?');
    inEnglish(element);
    press(element, 'Yes, delete it');
    await when(() => spoken(element) === 'Rule deleted. Its booked slots stay.', 'it is said');
    inEnglish(element);
  });

  it('has the form of an absence, and ends one', async () => {
    const element = await english();
    get(element, '#add-absence').click();
    await focusOn('#panel-title');
    inEnglish(element);
    await send(element);
    await untilText(element, 'Absence added.');
    press(element, 'End');
    await untilText(element, 'Absence ended.');
    inEnglish(element);
  });

  it('copies a week', async () => {
    const element = await english();
    get(element, '#copy-week').click();
    await focusOn('#panel-title');
    await until(element, '#next-step');
    inEnglish(element);
  });

  it('makes a private feed, whose texts are loaded when it is opened', async () => {
    const element = await english();
    expect(find(element, '.feed')).to.equal(null);
    get(element, '#feed').click();
    await untilText(element, 'Make the private address');
    press(element, 'Make the private address');
    await focusOn('#feed-url');
    inEnglish(element);
    expect(asked(element).calls('schedules.renewFeed')).to.have.length(1);
  });
});
