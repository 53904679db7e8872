import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SasTerritoryChangeEvent } from '../../events/territory-change.ts';
import * as checklist from '../../testing/checklists.ts';
import { failing } from '../../testing/fake-client.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
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
import { faulty } from './testing/fake-territories.ts';
import { settingsScenes as scenes, dated, open, relabel } from './testing/settings-scenes.ts';
import { asked, settingsStages, show } from './testing/settings-stage.ts';
import './territory-settings.ts';

const tag = 'sas-territory-settings';
const fake = new FakeClock();
const form = () => show(scenes.form);
const spoken = (element: HTMLElement) => textOf(get(element, '[role=status]'));
const faultOf = (element: HTMLElement, id: string) => textOf(get(element, `#${id}-fault`));

describe('<sas-territory-settings>', () => {
  beforeEach(() => fake.install());
  afterEach(() => fake.restore());

  checklist.accessible(settingsStages);
  checklist.renders(tag, form);
  checklist.hidden(form);
  checklist.reflects(form, { theme: 'dark' });
  checklist.defaults(tag, { territory: '', session: false, headingLevel: 2, baseUrl: '' });
  checklist.themed(form, { '--sas-color-accent': ['.button.primary', 'background-color'] });
  checklist.translated(form, { fr: 'Réglages du territoire', en: 'Settings of the territory' });

  it('shows every part, says which is changed, and offers no rank for a partner', async () => {
    const element = await show(scenes['all open']);
    const titles = [...element.shadowRoot!.querySelectorAll('summary h3')].map((one) =>
      textOf(one),
    );
    expect(titles).to.deep.equal([
      'Numéros d’accès',
      'Horaires du SAS',
      'Statut et dates',
      'Partenaires',
      'Signes d’urgence',
      'Rendez-vous en ligne du public',
    ]);
    const names = [...get(element, '#partners').querySelectorAll('.field .label')].map(textOf);
    expect(names).to.deep.equal(['Nom', 'Nature']);
    expect(find(element, '.badge')).to.equal(null);
    write(element, '#partners-0-name', 'CPTS du littoral');
    await untilText(get(element, '#partners'), 'modifié');
  });

  it('sends what was changed, with the version that was read, and shows what stands then', async () => {
    const element = await show(scenes.saved);
    const [[id, update, ifMatch] = []] = asked(element).inputs('update');
    expect([id, ifMatch]).to.deep.equal(['le-havre-fecamp', '"1"']);
    expect(Object.keys(update as object)).to.deep.equal(['accessNumbers']);
    expect(focused()).to.equal(get(element, '#outcome'));
    expect(spoken(element)).to.include('C’est en vigueur');
    expect(find(element, '.badge')).to.equal(null);
    expect(get<HTMLInputElement>(element, '#accessNumbers-1-label').value).to.equal(
      'Médecine de garde',
    );
  });

  it('sends nothing where nothing is changed', async () => {
    const element = await form();
    press(element, 'Enregistrer');
    await untilText(element, 'Rien n’est modifié');
    expect(asked(element).inputs('update')).to.be.empty;
  });

  it('dates a change by the clocks of the territory, and lists it', async () => {
    const element = await show(scenes.scheduled);
    const [[, update] = []] = asked(element).inputs('update');
    expect((update as { effectiveFrom: string }).effectiveFrom).to.equal(
      '2027-02-01T08:00:00+01:00',
    );
    expect(textOf(get(element, '#outcome'))).to.match(
      /Programmé : en vigueur le lundi 1er février à 8 h/,
    );
    expect(textOf(get(element, '[part=pending]'))).to.include('Numéros d’accès');
    expect(textOf(get(element, '#accessNumbers'))).to.include('un changement attend');
  });

  it('shows what the public will see, now and from then on, and keeps nothing', async () => {
    const element = await show(scenes.preview);
    const panels = [...get(element, '[part=preview]').querySelectorAll('[part=now]')].map(textOf);
    expect(panels.length).to.equal(2);
    expect(panels[0]).to.include('Le 116 117').and.not.include('Médecine de garde');
    expect(panels[1]).to.include('Médecine de garde');
    expect(focused()).to.equal(get(element, '#seen'));
    expect(asked(element).inputs('update')).to.be.empty;
    write(element, '#accessNumbers-1-label', 'Autre chose');
    await when(() => find(element, '[part=preview]') === null, 'the preview goes');
  });

  it('tells every fault at its field, opens its part and keeps what was written', async () => {
    const element = await show(scenes.faulty);
    expect(faultOf(element, 'accessNumbers-0-number')).to.include('Le 15 répond jour et nuit');
    expect(faultOf(element, 'openingHours-0-sas-1-to')).to.include('La fin doit venir après');
    expect(get<HTMLDetailsElement>(element, '#openingHours').open).to.equal(true);
    expect(focused()).to.equal(get(element, '#accessNumbers-0-number'));
    expect(get<HTMLInputElement>(element, '#accessNumbers-1-label').value).to.equal(
      'Médecine de garde',
    );
  });

  it('tells a field once, whatever the platform says of what it is part of', async () => {
    const element = await show(scenes.changed);
    const error = faulty(
      { pointer: '/dangerSigns', code: 'invalid-type' },
      { pointer: '/dangerSigns/date', code: 'out-of-range' },
      { pointer: '/dangerSigns/date', code: 'invalid-value' },
    );
    asked(element).answers = { update: failing(error) };
    press(element, 'Enregistrer');
    await untilText(element, 'Un champ à corriger');
    expect(faultOf(element, 'dangerSigns-date')).to.include('Ce champ est vide');
  });

  it('keeps what was written when somebody else changed the territory, and sends it then', async () => {
    const element = await show(scenes.conflict);
    expect(get<HTMLInputElement>(element, '#accessNumbers-1-label').value).to.equal(
      'Médecine de garde',
    );
    expect(find(element, '#partners-0-name')).to.equal(null);
    expect(textOf(get(element, '#outcome'))).not.to.include('Modifié aussi');
    press(element, 'Enregistrer');
    await untilText(element, 'C’est en vigueur');
    const [, [, update, ifMatch] = []] = asked(element).inputs('update');
    expect(ifMatch).to.equal('"2"');
    expect(Object.keys(update as object)).to.deep.equal(['accessNumbers']);
  });

  it('names the parts that both changed', async () => {
    const element = await show(scenes.changed);
    asked(element).changeElsewhere({ accessNumbers: [], statuses: [] });
    press(element, 'Enregistrer');
    await untilText(element, 'Modifié aussi par l’autre personne : numéros d’accès.');
  });

  it('withdraws a change that waits, after asking, and keeps what is written', async () => {
    const element = await show(scenes['asked to withdraw']);
    write(element, '#partners-0-name', 'CPTS du littoral');
    press(element, 'Oui, le retirer');
    await untilText(element, 'Changement retiré');
    expect(asked(element).inputs('withdrawChange')).to.deep.equal([
      ['le-havre-fecamp', 'change-1', '"1"'],
    ]);
    expect(textOf(element)).to.include('Aucun changement n’attend');
    expect(get<HTMLInputElement>(element, '#partners-0-name').value).to.equal('CPTS du littoral');
    expect(focused()).to.equal(get(element, '#pending'));
  });

  it('keeps the change where the reader does not want it withdrawn', async () => {
    const element = await show(scenes['asked to withdraw']);
    press(element, 'Non, le garder');
    await element.updateComplete;
    expect(asked(element).inputs('withdrawChange')).to.be.empty;
    expect(textOf(element)).to.include('Retirer ce changement');
  });

  it('adds and takes out a number, hours and a partner', async () => {
    const element = await form();
    await open(element, 'accessNumbers');
    press(element, 'Ajouter : numéro');
    await element.updateComplete;
    write(element, '#accessNumbers-2-number', '02 61 91 10 20');
    press(element, 'Retirer : numéro 1');
    await element.updateComplete;
    press(element, 'Enregistrer');
    await untilText(element, 'C’est en vigueur');
    const [[, update] = []] = asked(element).inputs('update');
    const { accessNumbers } = update as { accessNumbers: { number: string }[] };
    expect(accessNumbers.map(({ number }) => number)).to.deep.equal(['116117', '02 61 91 10 20']);
  });

  it('says that a number is to be announced where none is written', async () => {
    const element = await form();
    await open(element, 'accessNumbers');
    write(element, '#accessNumbers-1-number', ' ');
    press(element, 'Enregistrer');
    await untilText(element, 'C’est en vigueur');
    const [[, update] = []] = asked(element).inputs('update');
    const { accessNumbers } = update as { accessNumbers: { number: string }[] };
    expect(accessNumbers[1]?.number).to.equal('to-be-announced');
    expect(get<HTMLInputElement>(element, '#accessNumbers-1-number').value).to.equal('');
  });

  it('takes the danger signs away and gives them back as they were', async () => {
    const element = await form();
    await open(element, 'dangerSigns');
    get(element, '#signs-given').click();
    await untilText(get(element, '#dangerSigns'), 'modifié');
    expect(find(element, '#dangerSigns-fr')).to.equal(null);
    get(element, '#signs-given').click();
    await element.updateComplete;
    expect(textOf(get(element, '#dangerSigns'))).not.to.include('modifié');
    const lines = get<HTMLTextAreaElement>(element, '#dangerSigns-fr');
    lines.value = ' Un signe\n\nEn cas de doute, appelez ';
    lines.dispatchEvent(new Event('change'));
    press(element, 'Enregistrer');
    await untilText(element, 'C’est en vigueur');
    const [[, update] = []] = asked(element).inputs('update');
    const { dangerSigns } = update as { dangerSigns: { fr: string[] } };
    expect(dangerSigns.fr).to.deep.equal(['Un signe', 'En cas de doute, appelez']);
  });

  it('forgets what was written when the lead says so', async () => {
    const element = await show(scenes.changed);
    dated(element);
    await untilText(element, 'Programmer');
    press(element, 'Annuler mes modifications');
    await when(() => find(element, '.badge') === null, 'nothing is changed');
    expect(get<HTMLInputElement>(element, '#accessNumbers-1-label').value).to.equal('Le 116 117');
    expect(get<HTMLInputElement>(element, '#effectiveFrom').value).to.equal('');
  });

  it('asks the page before it changes anything', async () => {
    const element = await show(scenes.changed);
    dated(element);
    const told: SasTerritoryChangeEvent[] = [];
    element.addEventListener('sas-territory-change', (event) => {
      event.preventDefault();
      told.push(event);
    });
    await element.updateComplete;
    press(element, 'Programmer');
    await element.updateComplete;
    expect(
      told.map(({ act, territoryId, effectiveFrom }) => [act, territoryId, effectiveFrom]),
    ).to.deep.equal([['update', 'le-havre-fecamp', '2027-02-01T08:00:00+01:00']]);
    expect(asked(element).inputs('update')).to.be.empty;
  });

  it('is written and saved by keyboard alone', async () => {
    const element = await form();
    get(element, '#partners summary').focus();
    await sendKeys({ press: 'Enter' });
    await when(() => get<HTMLDetailsElement>(element, '#partners').open, 'the part opens');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(get(element, '#partners-0-name'));
    await sendKeys({ type: ' X' });
    await sendKeys({ press: 'Enter' });
    await untilText(element, 'C’est en vigueur');
  });

  it('reads again what could not be read', async () => {
    const element = await show(scenes.offline);
    asked(element).answers = {};
    press(element, 'Réessayer');
    await untilText(element, 'Numéros d’accès');
  });

  it('says that the 15, the 112 and the 114 stay, whatever is written', async () => {
    const element = await form();
    await relabel(element);
    expect(textOf(element)).to.include('Le 15, le 112 et le 114 restent affichés partout');
  });
});
