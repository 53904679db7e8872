import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SasFilterEvent } from '../../events/filter.ts';
import * as checklist from '../../testing/checklists.ts';
import { emergencyFirst } from '../../testing/emergency-first.ts';
import type { FakeClient } from '../../testing/fake-client.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import type { Scene } from '../../testing/scenes.ts';
import { stage, stages } from '../../testing/stage.ts';
import { expectSteady } from '../../testing/steady.ts';
import { find, focused, get, press, textOf, type as write, untilText } from '../../testing/tree.ts';
import { directoryScenes as scenes, staticList } from './testing/directory-scenes.ts';
import { listed } from './testing/directory-fixtures.ts';
import './directory.ts';
import type { SasDirectory } from './directory.ts';

const tag = 'sas-directory';
const fake = new FakeClock();
const show = (scene: Scene) => stage<SasDirectory>(tag, scene);
const list = () => show(scenes.list);
const names = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll('.name') ?? [])].map((name) => textOf(name));
const card = (element: Element, name: string) => {
  const cards = [...(element.shadowRoot?.querySelectorAll('.card') ?? [])];
  const found = cards.find((one) => textOf(one).startsWith(name));
  if (!found) throw new Error(`${name} is not listed`);
  return found;
};
const choose = (element: Element, selector: string, value: string) => {
  const select = get<HTMLSelectElement>(element, selector);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};

describe('<sas-directory>', () => {
  beforeEach(() => fake.install());
  afterEach(() => fake.restore());

  const all = stages(tag, scenes);
  emergencyFirst(tag, all);
  checklist.accessible(all);
  checklist.renders(tag, list);
  checklist.hidden(list);
  checklist.reflects(list, { theme: 'dark' });
  checklist.defaults(tag, { src: '', region: '', department: '', status: '', headingLevel: 2 });
  checklist.themed(list, {
    '--sas-color-ground': ['.root', 'background-color'],
    '--sas-color-tint': ['.badge.pilot', 'background-color'],
  });
  checklist.edged(list, ['.badge', '.card', '.notice']);
  checklist.translated(list, { fr: 'Annuaire des SAS', en: 'Directory of the SAS' });

  it('moves nothing when the list comes', async () => {
    const element = await show({ attributes: { src: staticList } });
    await expectSteady(element, () => untilText(element, 'Havre de démonstration'));
  });

  describe('lists', () => {
    it('territories under their region, both in alphabetical order', async () => {
      const element = await list();
      expect(names(element)).to.deep.equal([
        'Isère',
        'Puy-de-Dôme',
        'Côte-d’Or et Nièvre',
        'Le Havre – Fécamp',
      ]);
      const regions = [...(element.shadowRoot?.querySelectorAll('.subtitle') ?? [])].map(textOf);
      expect(regions).to.deep.equal([
        'Auvergne-Rhône-Alpes',
        'Bourgogne-Franche-Comté',
        'Normandie',
      ]);
    });

    it('what is covered, without what is only being designed', async () => {
      const element = await list();
      expect(textOf(element)).to.include(
        'Départements où un SAS répond : 3 en entier, 1 en partie, sur 101.',
      );
    });

    it('every stage with its date, as exact as its source, and the source', async () => {
      const element = await show(scenes.open);
      const isere = card(element, 'Isère');
      const stagesOf = [...isere.querySelectorAll('.timeline li')].map(textOf);
      expect(stagesOf).to.deep.equal([
        'Site pilote depuis 2021 Source : Source de démonstration',
        'Ouvert depuis le 26 mai 2021 Source : Source de démonstration',
      ]);
      expect(isere.querySelector('[aria-current]')?.textContent).to.include('Ouvert');
      expect(textOf(card(element, 'Puy-de-Dôme'))).to.include('date non indiquée');
    });

    it('no number that has expired, no link to one that is not open yet', async () => {
      const element = await show(scenes.open);
      const havre = card(element, 'Le Havre');
      const text = textOf(havre).replaceAll('\u00a0', ' ');
      expect(text).to.include('02 61 91 91 91');
      expect(text).to.include('jusqu’au 31 décembre 2026');
      expect(text).not.to.include('Numéro passé');
      expect(text).to.include('dès janvier 2027');
      const links = [...havre.querySelectorAll('a')].map(({ href }) => href);
      expect(links).to.deep.equal(['tel:+33261919191']);
    });

    it('15 where the number is to be announced', async () => {
      const element = await show(scenes.open);
      const isere = card(element, 'Isère');
      expect(textOf(isere)).to.include('Numéro à annoncer. D’ici là, appelez le 15.');
      expect(isere.querySelector('a')?.href).to.equal('tel:15');
    });

    it('partners and holders with equal weight, in alphabetical order', async () => {
      const element = await show(scenes.open);
      const [holders, partners] = card(element, 'Le Havre').querySelectorAll('.equals');
      expect([...(partners?.children ?? [])].map(textOf)).to.deep.equal([
        'CPTS de démonstration',
        'Groupe Hospitalier du Havre',
        'SAMU 76B, Le Havre',
      ]);
      const boxes = [...(holders?.children ?? [])].map((one) => one.getBoundingClientRect());
      expect(boxes).to.have.length(2);
      expect(new Set(boxes.map(({ width }) => Math.round(width))).size).to.equal(1);
      expect(new Set(boxes.map(({ height }) => Math.round(height))).size).to.equal(1);
    });
  });

  describe('narrows the list', () => {
    it('by region, department and status, and tells the page', async () => {
      const element = await list();
      const event = oneEvent(element, 'sas-filter') as unknown as Promise<SasFilterEvent>;
      choose(element, '#department', '76');
      expect((await event).filters).to.deep.equal({ region: '', department: '76', status: '' });
      expect((await event).shown).to.equal(1);
      await element.updateComplete;
      expect(names(element)).to.deep.equal(['Le Havre – Fécamp']);
      choose(element, '#department', '');
      choose(element, '#status', 'in-design');
      await element.updateComplete;
      expect(names(element)).to.deep.equal(['Puy-de-Dôme']);
      choose(element, '#region', 'Normandie');
      await untilText(element, 'Aucun SAS ne correspond');
    });

    it('by words without accents, and says how many are left', async () => {
      const element = await list();
      write(element, '#text', 'seine fecamp');
      await element.updateComplete;
      expect(names(element)).to.deep.equal(['Le Havre – Fécamp']);
      expect(textOf(get(element, '[role=status]'))).to.equal('1 SAS sur 4');
    });

    it('never tells the page what was typed', async () => {
      const element = await list();
      const event = oneEvent(element, 'sas-filter') as unknown as Promise<SasFilterEvent>;
      write(element, '#text', 'Isère');
      expect(JSON.stringify((await event).filters)).not.to.include('Isère');
    });

    it('by what the page begins with, until the reader clears it', async () => {
      const element = await show(scenes.filtered);
      expect(names(element)).to.deep.equal(['Isère', 'Puy-de-Dôme']);
      write(element, '#text', 'Atlantide');
      await untilText(element, 'Aucun SAS ne correspond');
      press(element, 'Effacer les filtres');
      await untilText(element, 'Le Havre – Fécamp');
      expect(focused()).to.equal(get(element, '#text'));
      expect(get<HTMLInputElement>(element, '#text').value).to.equal('');
    });

    it('and leaves the page’s address alone', async () => {
      const before = location.href;
      const element = await list();
      choose(element, '#department', '76');
      await element.updateComplete;
      expect(location.href).to.equal(before);
    });
  });

  describe('reads', () => {
    it('a platform page after page, each territory once', async () => {
      const element = await show({
        script: {
          territories: async (query) =>
            query?.cursor === undefined
              ? { items: listed.slice(0, 2), next: 'page-2' }
              : { items: listed.slice(1), next: null },
        },
      });
      await untilText(element, 'Côte-d’Or');
      expect(names(element)).to.have.length(4);
      const calls = (element.client as FakeClient).calls('territories');
      expect(calls.map(([query]) => query?.cursor)).to.deep.equal([undefined, 'page-2']);
    });

    it('a file of the same site without any platform', async () => {
      const element = await show(scenes['static file']);
      expect((element.client as FakeClient).calls('territories')).to.have.length(0);
      get<HTMLDetailsElement>(element, 'details').open = true;
      const text = textOf(element).replaceAll('\u00a0', ' ');
      expect(text).to.include('1 fiche n’a pas pu être lue');
      expect(text).to.include('n’a pas été vérifiée depuis le 1er mars 2026');
      expect(text).to.include('Assurance maladie : à annoncer');
      const hrefs = [...get(element, '.body').querySelectorAll('a')].map(({ href }) => href);
      expect(hrefs).to.include('tel:+33261919191').and.to.include('mailto:sas@sante.example');
      expect(hrefs.some((href) => href.startsWith('javascript:'))).to.equal(false);
    });

    it('no file of another site', async () => {
      const element = await show({ attributes: { src: 'https://elsewhere.example/t.json' } });
      await untilText(element, 'n’est pas sur ce site');
    });

    it('another file when the page changes it', async () => {
      const element = await list();
      element.src = staticList;
      await untilText(element, 'Havre de démonstration');
      expect(names(element)).to.deep.equal(['Havre de démonstration']);
    });

    it('again on demand after a failure, of which the page is told', async () => {
      const element = await show(scenes.list);
      const { script } = element.client as FakeClient;
      script.territories = async () => Promise.reject(new Error('no'));
      const event = oneEvent(element, 'sas-error');
      void element.refresh();
      await event;
      await untilText(element, 'La liste ci-dessous a été lue à');
      expect(names(element)).to.have.length(4);
      expect(textOf(get(element, '.problem')).startsWith('Urgence : 15.')).to.equal(true);
      script.territories = scenes.list.script.territories;
      press(element, 'Réessayer');
      await untilText(element, '4 SAS');
      expect(find(element, '.problem')).to.equal(null);
    });

    it('the list again when it comes back to the page', async () => {
      const element = await show(scenes.loading);
      const parent = element.parentElement;
      element.remove();
      (element.client as FakeClient).script.territories = scenes.list.script.territories;
      parent?.append(element);
      await untilText(element, 'Le Havre – Fécamp');
    });
  });

  it('opens a territory by keyboard', async () => {
    const element = await list();
    get(element, '#status').focus();
    await sendKeys({ press: 'Tab' });
    expect(focused()?.localName).to.equal('summary');
    await sendKeys({ press: 'Enter' });
    expect(get<HTMLDetailsElement>(element, 'details').open).to.equal(true);
  });
});
