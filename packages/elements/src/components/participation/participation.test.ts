import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SasParticipationChangeEvent } from '../../events/participation-change.ts';
import * as checklist from '../../testing/checklists.ts';
import { failing, offline } from '../../testing/fake-client.ts';
import {
  find,
  focused,
  get,
  press,
  textOf,
  type as write,
  untilText,
  when,
} from '../../testing/tree.ts';
import './participation.ts';
import type { SasParticipation } from './participation.ts';
import type { FakeParticipation } from './testing/fake-participation.ts';
import * as fixtures from './testing/participation-fixtures.ts';
import {
  choose,
  createParticipation,
  participationScenes as scenes,
  save,
  type ParticipationScene,
} from './testing/participation-scenes.ts';

const tag = 'sas-participation';
const platforms = new WeakMap<SasParticipation, FakeParticipation>();

async function show(scene: ParticipationScene): Promise<SasParticipation> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const { element, platform } = createParticipation(scene);
  platforms.set(element, platform);
  parent.append(element);
  await element.updateComplete;
  await scene.act?.(element, platform);
  await element.updateComplete;
  return element;
}

const saved = () => show(scenes.saved);
const sentBy = (element: SasParticipation) => platforms.get(element)?.sent ?? [];
const state = (element: SasParticipation) => textOf(get(element, '[part=state]'));
const faultOf = (element: SasParticipation, field: string) =>
  textOf(get(element, `#${field}-fault`));

describe('<sas-participation>', () => {
  const all = Object.fromEntries(
    Object.entries(scenes as Record<string, ParticipationScene>).map(([name, scene]) => [
      name,
      () => show(scene),
    ]),
  );
  checklist.accessible(all);
  checklist.renders(tag, saved);
  checklist.hidden(saved);
  checklist.reflects(saved, { theme: 'dark' });
  checklist.defaults(tag, {
    kind: 'practitioner',
    nationalId: '',
    session: false,
    getToken: undefined,
    headingLevel: 2,
    baseUrl: '',
  });
  checklist.themed(saved, {
    '--sas-color-accent': ['[type=submit]', 'background-color'],
    '--sas-color-ground': ['.root', 'background-color'],
    '--sas-color-line': ['.card', 'border-top-color'],
  });
  checklist.edged(saved, ['.card', '.button']);
  checklist.translated(saved, { fr: 'Ma participation au SAS', en: 'My part in the SAS' });
  checklist.translated(() => show(scenes['answers missing']), {
    fr: 'Choisissez au moins un lieu',
    en: 'Choose at least one place',
  });

  it('is a desk: no emergency text for the public', async () => {
    expect(find(await saved(), '.emergency')).to.equal(null);
  });

  it('never takes a token from an attribute', async () => {
    const element = await saved();
    element.setAttribute('get-token', 'secret');
    expect(element.getToken).to.equal(undefined);
  });

  it('shows what is saved, and when', async () => {
    const element = await saved();
    expect(state(element)).to.equal('Enregistré le lundi 16 novembre à 9 h 05.');
    expect(get<HTMLSelectElement>(element, '#structure').value).to.equal('1760000018');
    expect(get<HTMLTextAreaElement>(element, '#software').value).to.equal(
      'Agenda de démonstration',
    );
    expect(textOf(element)).to.include('12 rue des Galets');
  });

  it('asks only what goes with the answers', async () => {
    const element = await show(scenes['nothing said']);
    expect(find(element, '#via')).to.equal(null);
    await choose(element, 'Je participe au SAS');
    expect(find(element, '#via')).not.to.equal(null);
    expect(find(element, '#structure')).to.equal(null);
    await choose(element, 'Par mon association');
    expect(find(element, '#structure')).not.to.equal(null);
    expect(find(element, '#hasSoftware')).to.equal(null);
    expect(find(element, '#declaresHours')).to.equal(null);
  });

  it('offers the structures of the way that is chosen, and forgets the one of another way', async () => {
    const element = await saved();
    await choose(element, 'Par ma maison de santé');
    const select = get<HTMLSelectElement>(element, '#structure');
    expect([...select.options].map(({ text }) => text)).to.deep.equal([
      'Choisissez…',
      'Maison de santé de démonstration',
    ]);
    expect(select.value).to.equal('');
  });

  it('offers a CPTS that the professional belongs to, named or not', async () => {
    const element = await show({
      ...scenes.saved,
      holdings: { structures: fixtures.structures.slice(1) },
    });
    const options = [...get<HTMLSelectElement>(element, '#structure').options];
    expect(options.map(({ text }) => text)).to.deep.equal([
      'Choisissez…',
      'CPTS n°\u00a01760000018',
      'CPTS de la Pointe de Caux',
    ]);
  });

  it('says whom to ask where no structure is known', async () => {
    const element = await show(scenes['no structure']);
    expect(textOf(get(element, '#structure-hint'))).to.include('gestionnaire de comptes');
  });

  it('has the rule beside every question', async () => {
    const element = await saved();
    for (const id of ['participates', 'refusesVendorSlots', 'declaresHours', 'redirectionScheme']) {
      const described = get(element, `#${id}`).getAttribute('aria-describedby');
      expect(textOf(get(element, `#${described ?? ''}`)), id).not.to.equal('');
    }
  });

  it('warns who neither takes part nor shows slots, before anything is saved', async () => {
    const element = await show(scenes['not eligible']);
    expect(textOf(get(element, '[part=warning]'))).to.include('pas éligible à la rémunération SAS');
    await choose(element, 'Je participe au SAS');
    expect(find(element, '[part=warning]')).to.equal(null);
  });

  it('tells what is not saved, and takes it back', async () => {
    const element = await show(scenes.unsaved);
    expect(state(element)).to.equal('Modifications non enregistrées.');
    press(element, 'Annuler les modifications');
    await element.updateComplete;
    expect(state(element)).to.include('Enregistré le lundi 16 novembre');
    expect(get<HTMLSelectElement>(element, '#structure').value).to.equal('1760000018');
    expect(focused()).to.equal(get(element, '#participates'));
    expect(sentBy(element)).to.have.length(0);
  });

  it('saves what was written under the version that was read, and tells the page', async () => {
    const element = await saved();
    const told: SasParticipationChangeEvent[] = [];
    element.addEventListener('sas-participation-change', (event) => told.push(event));
    write(element, '#software', 'Un agenda\n\n Un autre \nUn agenda');
    await save(element);
    await untilText(element, 'Enregistré le lundi 23 novembre');
    const [{ nationalId, body, ifMatch } = { nationalId: '', body: {}, ifMatch: '' }] =
      sentBy(element);
    expect([nationalId, ifMatch]).to.deep.equal(['810999900018', '"3"']);
    expect(body).to.deep.equal({
      participates: true,
      via: 'cpts',
      structure: '1760000018',
      communityLocations: ['place-1'],
      hasSoftware: true,
      software: ['Un agenda', 'Un autre'],
      refusesVendorSlots: false,
      declaresHours: false,
      redirectionScheme: false,
    });
    expect(told.map(({ kind, nationalId: whose }) => [kind, whose])).to.deep.equal([
      ['practitioner', '810999900018'],
    ]);
    expect(textOf(get(element, '[role=status]'))).to.equal('Réglages enregistrés.');
  });

  it('saves by keyboard alone', async () => {
    const element = await saved();
    get(element, '#redirectionScheme').focus();
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Enter' });
    await untilText(element, 'Enregistré le lundi 23 novembre');
    expect(sentBy(element)).to.have.length(1);
  });

  it('tells every answer at fault at its place, and goes to the first', async () => {
    const element = await show(scenes['answers missing']);
    expect(faultOf(element, 'structure')).to.equal('Choisissez la structure.');
    expect(faultOf(element, 'communityLocations')).to.equal(
      'Choisissez au moins un lieu d’activité.',
    );
    expect(faultOf(element, 'hasSoftware')).to.equal(
      'Dites si vous utilisez un logiciel de rendez-vous.',
    );
    await when(() => focused() === get(element, '#structure'), 'focus on the first fault');
    const select = get<HTMLSelectElement>(element, '#structure');
    expect(select.getAttribute('aria-invalid')).to.equal('true');
    expect(select.getAttribute('aria-describedby')).to.include('structure-fault');
  });

  it('keeps the faults of the other answers while one is mended', async () => {
    const element = await show(scenes['answers missing']);
    await choose(element, 'Non');
    expect(find(element, '#hasSoftware-fault')).to.equal(null);
    expect(find(element, '#structure-fault')).not.to.equal(null);
  });

  it('keeps what was written where somebody else saved meanwhile, and says what differs', async () => {
    const element = await show(scenes.outdated);
    const conflict = textOf(get(element, '[part=conflict]'));
    expect(conflict).to.include('Ce que vous avez écrit est gardé');
    for (const differing of [
      'Façon de participer',
      'Noms des logiciels',
      'Déclaration de 2 heures',
    ])
      expect(conflict).to.include(differing);
    expect(get<HTMLInputElement>(element, '#via').checked).to.equal(true);
    press(element, 'Enregistrer mes réponses');
    await untilText(element, 'Enregistré le lundi 23 novembre');
    expect(sentBy(element).map(({ ifMatch }) => ifMatch)).to.deep.equal(['"3"', '"4"']);
    expect(find(element, '[part=conflict]')).to.equal(null);
  });

  it('takes what somebody else saved, where the reader prefers it', async () => {
    const element = await show(scenes.outdated);
    press(element, 'Prendre ce qui est enregistré');
    await element.updateComplete;
    expect(get<HTMLTextAreaElement>(element, '#software').value).to.equal('Un autre logiciel');
    expect(get<HTMLInputElement>(element, '#declaresHours').checked).to.equal(true);
    expect(find(element, '[part=conflict]')).to.equal(null);
  });

  it('keeps what is written while the rest is being saved', async () => {
    const element = await saved();
    const platform = platforms.get(element);
    let answer = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (answer = resolve));
    if (platform) platform.answers.write = () => waiting as Promise<never>;
    await choose(element, 'Je participe au forfait');
    await save(element);
    await untilText(element, 'Enregistrement…');
    write(element, '#software', 'Un nouvel agenda');
    answer();
    await untilText(element, 'Modifications non enregistrées.');
    expect(get<HTMLTextAreaElement>(element, '#software').value).to.equal('Un nouvel agenda');
    await when(() => textOf(get(element, '[type=submit]')) === 'Enregistrer', 'the first is saved');
    await save(element);
    await untilText(element, 'Enregistré le lundi 23 novembre');
    expect(sentBy(element).map(({ ifMatch }) => ifMatch)).to.deep.equal(['"3"', '"4"']);
  });

  it('keeps what was written where nobody answers, and saves it when somebody does', async () => {
    const element = await show(scenes['not saved']);
    expect(textOf(get(element, '[part=problem]'))).to.include('Ce que vous avez écrit est gardé');
    expect(get<HTMLInputElement>(element, '#via').checked).to.equal(true);
    delete platforms.get(element)?.answers.write;
    await save(element);
    await untilText(element, 'Enregistré le lundi 23 novembre');
  });

  it('tells the page of a call that failed', async () => {
    const element = await saved();
    const codes: string[] = [];
    element.addEventListener('sas-error', (event) => codes.push(event.code));
    const platform = platforms.get(element);
    if (platform) platform.answers.write = failing(offline());
    await save(element);
    await untilText(element, 'Le service ne répond pas');
    expect(codes).to.deep.equal(['connection']);
  });

  it('reads again when asked after a failure, focus staying in the element', async () => {
    const element = await show(scenes.error);
    delete platforms.get(element)?.answers.read;
    press(element, 'Réessayer');
    await untilText(element, 'Je participe au SAS');
    expect(focused()).to.equal(get(element, '#title'));
  });

  it('reads the settings without the places, for whoever may read no agenda', async () => {
    const element = await show(scenes['read only']);
    expect(textOf(element)).to.include('Vous pouvez lire ces réglages, pas les changer');
  });

  it('shows whom the page names, and whoever is signed in otherwise', async () => {
    const element = await show({
      attributes: { 'national-id': '810999900026' },
      answers: { session: failing(offline()) },
    });
    await untilText(element, 'Identifiant national 810999900026');
    expect(textOf(await saved())).to.include('Identifiant national 810999900018');
  });

  it('asks a structure how many take part, where it has a FINESS number', async () => {
    const element = await show(scenes['structure taking part']);
    expect(textOf(element)).to.include('Centre de santé de démonstration');
    expect(faultOf(element, 'practitionerCount')).to.include('nombre de professionnels');
    const withSiret = await show({
      attributes: { kind: 'structure', 'national-id': '376000000000042' },
      holdings: { structure: { ...fixtures.centre, participates: true } },
    });
    await untilText(withSiret, 'La structure déclare');
    expect(find(withSiret, '#practitionerCount')).to.equal(null);
  });

  it('saves the settings of a structure', async () => {
    const element = await show(scenes['structure saved']);
    expect(sentBy(element)).to.deep.equal([
      {
        nationalId: '1760000059',
        body: { participates: true, declaresHours: true, practitionerCount: 6 },
        ifMatch: '"3"',
      },
    ]);
  });

  it('keeps to the kinds that there are', async () => {
    const element = await show({ ...scenes.saved, attributes: { kind: 'plumber' } });
    expect(element.kind).to.equal('practitioner');
  });
});
