import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { SasErrorEvent } from '../../events/error.ts';
import * as checklist from '../../testing/checklists.ts';
import { failing, refusal } from '../../testing/fake-client.ts';
import { find, focused, get, press, textOf, until, untilText, when } from '../../testing/tree.ts';
import './editor-status.ts';
import type { SasEditorStatus } from './editor-status.ts';
import {
  check,
  createStatus,
  editorScenes as scenes,
  playStatus,
  registryOf,
  turn,
  type EditorScene,
} from './testing/editor-scenes.ts';

const tag = 'sas-editor-status';

/** Puts the element on the page in French and plays its scene. */
async function show(scene: EditorScene): Promise<SasEditorStatus> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createStatus(scene);
  parent.append(element);
  await element.updateComplete;
  await playStatus(scene, element);
  await element.updateComplete;
  return element;
}

const stages = Object.fromEntries(
  Object.entries(scenes).map(([name, scene]) => [name, () => show(scene)]),
);
const list = () => show(scenes.list);
const rowOf = (element: HTMLElement, id: string) =>
  get(element, `#${id}-check`).closest<HTMLElement>('.editor')!;
const spoken = (element: HTMLElement) => textOf(get(element, '[role=status]'));

describe('<sas-editor-status>', () => {
  checklist.accessible(stages);
  checklist.renders(tag, list);
  checklist.hidden(list);
  checklist.reflects(list, { theme: 'dark' });
  checklist.defaults(tag, { session: false, headingLevel: 2, baseUrl: '' });
  checklist.themed(list, { '--sas-color-alarm': ['.state.failing', 'background-color'] });
  checklist.translated(list, { fr: 'Logiciels connectés', en: 'Connected systems' });
  checklist.edged(list, ['.head .state']);

  it('lists every vendor of every page, with its state in a word and a shape', async () => {
    const element = await list();
    const states = [...element.shadowRoot!.querySelectorAll('.head')].map((head) => [
      textOf(get(head, '.subtitle')),
      textOf(get(head, '.state strong')),
      head.querySelector('.shape')?.innerHTML.replace(/<!--.*?-->/g, ''),
    ]);
    expect(states.map(([name, word]) => [name, word])).to.deep.equal([
      ['Médagenda', 'répond'],
      ['Docplan', 'répond mal'],
      ['Agendix', 'ne répond pas'],
      ['Nouvel éditeur', 'pas encore interrogé'],
      ['Reposé', 'en pause'],
    ]);
    expect(new Set(states.map(([, , shape]) => shape)).size, 'shapes').to.equal(5);
    expect(registryOf(element).inputs('list')).to.deep.equal([['0'], ['2'], ['4']]);
  });

  it('tells how fast and how often each answers', async () => {
    const element = await list();
    const docplan = textOf(rowOf(element, 'docplan'));
    expect(docplan).to.include('15 %');
    expect(docplan).to.include('412 ms, 6,9 s');
    const agendix = textOf(rowOf(element, 'agendix'));
    expect(agendix).to.include('depuis lundi 23 novembre, 13 h 50');
    expect(agendix).to.include('Coupe-circuit ouvert');
    expect(textOf(rowOf(element, 'newcomer'))).to.include('Dernière réponse jamais');
  });

  it('tells the findings, the reason of the last failure and how it is connected in the details', async () => {
    const element = await show(scenes.details);
    const text = textOf(get(element, 'details[open]'));
    expect(text).to.include('slot-without-end, 42 fois');
    expect(text).to.include('Écarts de ses rendez-vous appointment-patient, 2 fois');
    expect(text).to.include('no answer within 7000 ms');
    expect(text).to.include('https://docplan.example/fhir');
    expect(text).to.include('85 complètes, 12 hors délai, 3 en échec');
    expect(text).not.to.include('refusée');
  });

  it('shows others than administrators the state alone, and no button', async () => {
    const element = await show(scenes.narrow);
    expect(textOf(element)).to.include('ne répond pas');
    expect(find(element, 'dl, details, .editor button')).to.equal(null);
  });

  it('keeps what is shown where it cannot be read again, and says so', async () => {
    const element = await show(scenes['no longer read']);
    expect(textOf(element)).to.include('Médagenda');
    registryOf(element).answers = {};
    press(element, 'Réessayer');
    await when(() => find(element, '[part=problem]') === null, 'read again');
  });

  it('offers no retry to a role that may not see it', async () => {
    const element = await show(scenes.forbidden);
    expect(find(element, 'button')).to.equal(null);
  });

  it('asks a vendor now, shows what came of it and keeps the focus', async () => {
    const element = await show(scenes.list);
    get(element, '#medagenda-check').focus();
    await check(element);
    await untilText(element, 'Recherche de créneaux : a répondu en 412 ms, 18 créneaux libres');
    expect(registryOf(element).inputs('check')).to.deep.equal([['medagenda']]);
    expect(spoken(element)).to.equal('Médagenda a répondu.');
    expect(focused()?.id).to.equal('medagenda-check');
  });

  it('tells what is wrong in words, and what the platform says of it', async () => {
    const element = await show(scenes['not as expected']);
    const text = textOf(get(element, '[part=check]'));
    expect(text).to.include('a échoué après 7000 ms, délai dépassé');
    expect(text).to.include('no answer within 7000 ms');
    expect(text).to.include('capability-without-slot, 1 fois');
  });

  it('pauses a vendor once that was confirmed, with the version that it read', async () => {
    const element = await list();
    await turn(element);
    await until(element, '#medagenda-no');
    await when(() => focused()?.id === 'medagenda-no', 'the focus on the way out');
    expect(registryOf(element).inputs('update')).to.be.empty;
    press(element, 'Oui, mettre en pause');
    await untilText(element, 'Médagenda est en pause.');
    expect(registryOf(element).inputs('update')).to.deep.equal([
      ['medagenda', { enabled: false }, '"7"'],
    ]);
    expect(spoken(element)).to.equal('Médagenda est en pause.');
    await when(() => focused()?.id === 'medagenda-turn', 'the focus on the vendor');
    expect(textOf(get(element, '#medagenda-turn'))).to.equal('Reprendre');
  });

  it('changes nothing where the reader does not confirm', async () => {
    const element = await list();
    await turn(element);
    await until(element, '#medagenda-no');
    press(element, 'Ne rien changer');
    await when(() => focused()?.id === 'medagenda-turn', 'the focus back');
    expect(registryOf(element).inputs('update')).to.be.empty;
  });

  it('resumes a vendor', async () => {
    const element = await list();
    await turn(element, 'resting');
    await untilText(element, 'Oui, reprendre');
    press(element, 'Oui, reprendre');
    await untilText(element, 'Reposé est de nouveau interrogé.');
    expect(registryOf(element).inputs('update')[0]?.[1]).to.deep.equal({ enabled: true });
  });

  it('tells where somebody else changed the vendor meanwhile', async () => {
    const element = await show(scenes.conflict);
    expect(registryOf(element).items[0]?.enabled).to.equal(true);
    expect(get(element, '[part=outcome]').classList.contains('warn')).to.equal(true);
  });

  it('tells the page of a failed call', async () => {
    const element = await list();
    registryOf(element).answers = { check: failing(refusal('rate-limited', 429)) };
    const told = oneEvent(element, 'sas-error');
    await check(element);
    expect(((await told) as unknown as SasErrorEvent).code).to.equal('rate-limited');
    await untilText(element, 'Trop de demandes');
  });

  it('reads again when it comes back to the page before it was read', async () => {
    const element = await show(scenes.loading);
    const parent = element.parentElement!;
    element.remove();
    registryOf(element).answers = {};
    parent.append(element);
    await untilText(element, 'Médagenda');
  });
});
