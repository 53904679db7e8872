import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { SasFilterEvent } from '../../events/filter.ts';
import type { SasShareEvent } from '../../events/share.ts';
import * as checklist from '../../testing/checklists.ts';
import { emergencyFirst } from '../../testing/emergency-first.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import { expectSteady } from '../../testing/steady.ts';
import { find, focused, get, press, textOf, untilText, when } from '../../testing/tree.ts';
import { articles, newsScenes as scenes, platform, staticNews } from './testing/news-scenes.ts';
import { newsStages, stageNews } from './testing/news-stage.ts';
import '../provider/provider.ts';
import './news.ts';
import type { SasNews } from './news.ts';

const tag = 'sas-news';
const fake = new FakeClock();
const list = () => stageNews(scenes.list);
const choose = (element: Element, selector: string, value: string) => {
  const select = get<HTMLSelectElement>(element, selector);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
/** Titles of the articles that are shown, in the order in which they are read. */
const titles = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll('slot') ?? [])].flatMap((slot) =>
    slot.assignedElements().map((article) => article.querySelector('h3')?.textContent),
  );
const entry = (element: Element, title: string) => {
  const entries = [...(element.shadowRoot?.querySelectorAll('.entry') ?? [])];
  const found = entries.find((one) =>
    one.querySelector('slot')?.assignedElements()[0]?.textContent.includes(title),
  );
  if (!found) throw new Error(`${title} is not listed`);
  return found;
};
const page = location.href;

/** Puts something in the place of a member of `navigator` for one call. */
async function withNavigator(members: object, run: () => Promise<void>): Promise<void> {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(navigator, name, { value: value as unknown, configurable: true });
  }
  try {
    await run();
  } finally {
    for (const name of Object.keys(members)) Reflect.deleteProperty(navigator, name);
  }
}

describe('<sas-news>', () => {
  beforeEach(() => fake.install());
  afterEach(() => {
    fake.restore();
    history.replaceState(null, '', page);
  });

  emergencyFirst(tag, newsStages);
  checklist.accessible(newsStages);
  checklist.renders(tag, list);
  checklist.hidden(list);
  checklist.reflects(list, { theme: 'dark' });
  checklist.defaults(tag, { src: '', heading: '', noUrl: false, headingLevel: 2 });
  checklist.themed(list, {
    '--sas-color-ground': ['.root', 'background-color'],
    '--sas-color-tint': ['.badge', 'background-color'],
  });
  checklist.edged(() => stageNews(scenes.archives), ['.badge', '.notice', '.input']);
  checklist.translated(list, { fr: 'Type d’information', en: 'Type of information' });

  it('moves nothing when the file comes', async () => {
    const element = await stageNews({ attributes: { src: staticNews } });
    await expectSteady(element, () => untilText(element, '2 informations'));
  });

  describe('shows', () => {
    it('the newest first, what has no date last and told, archives not', async () => {
      const element = await list();
      expect(titles(element)).to.deep.equal([
        'Un an de régulation : ce que nous avons appris',
        'Le SAS dans chaque département',
        'Une note dont personne ne connaît la date',
      ]);
      expect(textOf(entry(element, 'Une note'))).to.include('Date de publication non indiquée');
    });

    it('what is known of an item, once', async () => {
      const element = await list();
      const own = textOf(entry(element, 'Le SAS dans'));
      expect(own).to.include('Communiqué').and.to.include('Publié le 24 janvier 2023');
      expect(own).to.include('Auvergne-Rhône-Alpes');
      expect(own).to.include('Source : Source de démonstration');
      expect(own).to.include('Licence : Licence Ouverte 2.0');
      const shownByPage = textOf(entry(element, 'Un an de'));
      expect(shownByPage).to.include('Retour d’expérience');
      expect(shownByPage).not.to.include('Publié').and.not.to.include('Source');
    });

    it('an archived item with its badge, its notice and what replaces it', async () => {
      const element = await stageNews(scenes.archives);
      const archived = entry(element, 'Le numéro sera connu');
      const text = textOf(archived);
      expect(text).to.include('Archivé').and.to.include('n’est plus d’actualité');
      expect(text).to.include('Archivé le 30 juin 2023.');
      expect(text).to.include('Remplacé par : Le SAS dans chaque département');
      expect(archived.querySelector('a')?.getAttribute('href')).to.equal('#generalisation');
    });

    it('an archived item that the address names', async () => {
      history.replaceState(null, '', '#ancien');
      const element = await stageNews({ articles });
      expect(titles(element)).to.have.length(4);
    });

    it('the texts without the hyphens of a PDF', async () => {
      const element = await list();
      expect(element.querySelector('#generalisation p')?.textContent).to.equal(
        'Deux SAS ouvrent, un autre est en conception.',
      );
    });

    it('articles that come later, and not those that leave', async () => {
      const element = await list();
      element.insertAdjacentHTML('beforeend', '<article><h3>Nouveau</h3></article>');
      element.querySelector('#retour')?.remove();
      await when(() => titles(element).includes('Nouveau'), 'the new article');
      expect(titles(element)).to.have.length(3);
    });

    it('articles that nobody moved or hid: without the element they are as they were', async () => {
      const element = await list();
      choose(element, '#type', 'experience');
      await element.updateComplete;
      const ids = [...element.querySelectorAll('article')].map(({ id }) => id);
      expect(ids).to.deep.equal(['generalisation', 'retour', 'sans-date', 'ancien']);
      expect(element.querySelector('article[hidden], article[slot], article[style]')).to.equal(
        null,
      );
    });
  });

  describe('filters', () => {
    const cases: [filter: string, value: string, count: number][] = [
      ['#type', 'press-release', 1],
      ['#type', 'Note interne', 1],
      ['#sector', 'Ville', 2],
      ['#area', 'Auvergne-Rhône-Alpes', 1],
      ['#period', 'P3M', 1],
      ['#period', '2023', 1],
      ['#period', 'undated', 1],
    ];
    for (const [filter, value, count] of cases) {
      it(`by ${filter} ${value}`, async () => {
        const element = await list();
        choose(element, filter, value);
        await element.updateComplete;
        expect(titles(element)).to.have.length(count);
      });
    }

    it('and tells the reader and the page', async () => {
      const element = await list();
      const event = oneEvent(element, 'sas-filter') as unknown as Promise<SasFilterEvent>;
      choose(element, '#sector', 'Ville');
      expect((await event).filters).to.include({ sector: 'Ville', archived: 'false' });
      expect((await event).shown).to.equal(2);
      await untilText(get(element, '[role=status]'), '2 informations');
    });

    it('in the page’s address, beside what the page keeps there', async () => {
      history.replaceState(null, '', '?page=2&type=own#top');
      const element = await stageNews({ articles });
      choose(element, '#area', 'Normandie');
      choose(element, '#sort', 'oldest');
      expect(location.search).to.equal('?page=2&type=own&sas-area=Normandie&sas-sort=oldest');
      expect(location.hash).to.equal('#top');
      const again = await stageNews({ articles });
      expect(titles(again)).to.deep.equal(titles(element));
      expect(get<HTMLSelectElement>(again, '#area').value).to.equal('Normandie');
      choose(again, '#area', '');
      choose(again, '#sort', 'newest');
      expect(location.search).to.equal('?page=2&type=own');
    });

    it('not in the address where the page wants it left alone', async () => {
      history.replaceState(null, '', '?sas-type=experience');
      const element = await stageNews({ articles, attributes: { 'no-url': '' } });
      expect(titles(element)).to.have.length(3);
      choose(element, '#type', 'press-release');
      expect(location.search).to.equal('?sas-type=experience');
    });

    it('as the address says when the reader goes back', async () => {
      const element = await list();
      history.pushState(null, '', '?sas-type=experience');
      history.pushState(null, '', '?');
      history.back();
      await when(() => titles(element).length === 1, 'the filter of the address');
    });

    it('until they are cleared', async () => {
      const element = await stageNews(scenes['no match']);
      expect(textOf(element)).to.include('cherchez aussi dans les archives (1)');
      press(element, 'Effacer les filtres');
      await untilText(element, '3 informations');
      await element.updateComplete;
      expect(focused()).to.equal(get(element, '#type'));
    });

    it('by keyboard', async () => {
      const element = await list();
      get(element, '#type').focus();
      const stops: string[] = [];
      for (let count = 0; count < 8; count += 1) {
        await sendKeys({ press: 'Tab' });
        stops.push(focused()?.id || textOf(focused() ?? element) || (focused()?.localName ?? ''));
      }
      expect(stops.slice(0, 7)).to.deep.equal([
        'sector',
        'area',
        'period',
        'sort',
        'input',
        'Imprimer la liste',
        'Partager la liste',
      ]);
    });
  });

  describe('reads a static file', () => {
    it('whose items become articles of the page, as text', async () => {
      const element = await stageNews(scenes['static file']);
      expect(textOf(element)).to.include('1 information n’a pas pu être lue');
      const made = [...element.querySelectorAll('article')];
      expect(made.map(({ id }) => id)).to.deep.equal(['decret', 'guide', 'vieux']);
      expect(made[0]?.textContent).to.include('chaque département.');
      expect(made[1]?.querySelector('h3')?.textContent).to.equal(
        '<img src=x onerror=alert(1)> Guide',
      );
      expect(element.querySelector('img, [href^="javascript"]')).to.equal(null);
    });

    it('again, in the place of what it read before', async () => {
      const element = await stageNews(scenes['file and articles']);
      await element.refresh();
      expect(element.querySelectorAll('article')).to.have.length(7);
    });

    it('and shows what the page has where the file is not there', async () => {
      const element = await stageNews(scenes.partial);
      expect(titles(element)).to.have.length(3);
      element.src = staticNews;
      await untilText(element, '5 informations');
      expect(find(element, '.problem')).to.equal(null);
    });
  });

  describe('reads a platform', () => {
    it('whose items become articles, where the page has none and no file', async () => {
      const element = await stageNews(scenes.platform);
      expect(titles(element)).to.deep.equal(['Un an de régulation']);
      const [article, archived] = element.querySelectorAll('article');
      expect(article?.querySelector('p')?.textContent).to.include('<b>Sans balise</b>');
      expect(article?.querySelector('a')?.href).to.equal('https://source.example/retour');
      expect(archived?.dataset['archived']).to.equal('2023-06-30');
      expect(textOf(element)).to.include('Association de démonstration');
    });

    it('only for what the page wants, without credentials', async () => {
      const asked = () =>
        performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/news?'));
      const before = asked().length;
      await stageNews({
        attributes: { 'base-url': platform, type: 'experience', area: 'Île-de-France' },
        act: (element) => untilText(element, '1 information'),
      });
      const query = new URL(asked()[before]?.name ?? '').searchParams;
      expect(Object.fromEntries(query)).to.deep.equal({
        archived: 'include',
        limit: '100',
        type: 'experience',
        area: 'Île-de-France',
      });
    });

    it('of the provider around it, and not where the page has items of its own', async () => {
      const own = await stageNews({ articles, attributes: { 'base-url': platform } });
      await untilText(own, '3 informations');
      expect(own.querySelectorAll('article').length).to.equal(4);
      const provider = document.createElement('sas-provider');
      provider.setAttribute('base-url', platform);
      const inside = document.createElement(tag);
      provider.append(inside);
      own.replaceWith(provider);
      await untilText(inside, '1 information');
    });
  });

  describe('shares', () => {
    it('an item by the system’s dialog, with its own address', async () => {
      const element = await list();
      const shared: unknown[] = [];
      await withNavigator({ share: async (data: unknown) => void shared.push(data) }, async () => {
        entry(element, 'Un an de').querySelector('button')?.click();
        await when(() => shared.length === 1, 'share');
      });
      expect(shared).to.deep.equal([
        {
          title: 'Un an de régulation : ce que nous avons appris',
          url: 'https://source.example/retour',
        },
      ]);
    });

    it('the list with its filters by a copied link where there is no dialog', async () => {
      const element = await list();
      choose(element, '#area', 'Normandie');
      const copied: string[] = [];
      const clipboard = { writeText: async (text: string) => void copied.push(text) };
      await withNavigator({ share: undefined, clipboard }, async () => {
        press(element, 'Partager la liste');
        await untilText(get(element, '[role=status]'), 'Lien copié.');
      });
      expect(copied).to.deep.equal([location.href]);
      expect(copied[0]).to.include('sas-area=Normandie');
    });

    it('a link to copy by hand where nothing else is left', async () => {
      const element = await stageNews(scenes['copy by hand']);
      const field = get<HTMLInputElement>(element, '#by-hand');
      expect(field.value).to.equal(location.href);
      expect(focused()).to.equal(field);
    });

    it('nothing more where the reader dismissed the dialog', async () => {
      const element = await list();
      const dismissed = async () => Promise.reject(new DOMException('', 'AbortError'));
      const copied: string[] = [];
      const clipboard = { writeText: async (text: string) => void copied.push(text) };
      await withNavigator({ share: dismissed, clipboard }, async () => {
        press(element, 'Partager la liste');
        await new Promise(requestAnimationFrame);
        await element.updateComplete;
      });
      expect(copied).to.deep.equal([]);
      expect(find(element, '#by-hand')).to.equal(null);
    });

    it('in the page’s own way where it cancels the event', async () => {
      const element = await list();
      const told: SasShareEvent[] = [];
      element.addEventListener('sas-share', (event) => {
        event.preventDefault();
        told.push(event);
      });
      const shared: unknown[] = [];
      await withNavigator({ share: async (data: unknown) => void shared.push(data) }, async () => {
        press(element, 'Partager la liste');
        await element.updateComplete;
      });
      expect(told[0]?.url).to.equal(location.href);
      expect(shared).to.deep.equal([]);
    });
  });

  describe('prints', () => {
    const printed = (element: SasNews, look: () => void): void => {
      const real = Object.getOwnPropertyDescriptor(window, 'print');
      window.print = look;
      // On paper there is no button: it is pressed before.
      const buttons = element.shadowRoot?.querySelectorAll<HTMLElement>('.bar button') ?? [];
      try {
        buttons[0]?.click();
      } finally {
        if (real) Object.defineProperty(window, 'print', real);
      }
      dispatchEvent(new Event('afterprint'));
    };

    it('the list alone, without the controls, with the addresses of its links', async () => {
      const element = await list();
      const other = document.createElement('p');
      element.after(other);
      const sheets = document.adoptedStyleSheets.length;
      await emulateMedia({ media: 'print' });
      try {
        let looked = false;
        printed(element, () => {
          looked = true;
          expect(other.checkVisibility()).to.equal(false);
          expect(element.querySelector('#retour h3')?.checkVisibility()).to.equal(true);
          expect(get(element, '.filters').checkVisibility()).to.equal(false);
          expect(textOf(entry(element, 'Un an de'))).to.include('https://source.example/retour');
        });
        expect(looked).to.equal(true);
        expect(other.checkVisibility()).to.equal(true);
        expect(document.adoptedStyleSheets).to.have.length(sheets);
      } finally {
        await emulateMedia({ media: 'screen' });
      }
    });

    it('in the page’s own way where it cancels the event', async () => {
      const element = await list();
      element.addEventListener('sas-print', (event) => event.preventDefault());
      let called = false;
      printed(element, () => (called = true));
      expect(called).to.equal(false);
    });
  });

  it('gives links of articles its colour, unless the page has said which', async () => {
    const list = await fixture<HTMLElement>(
      html`<div class="theirs" style="--sas-color-accent: rgb(1, 2, 3)">
        <sas-news no-url>
          <article id="a" data-published="2026-01-01">
            <h3><a href="#a">Titre</a></h3>
          </article>
        </sas-news>
      </div>`,
    );
    const link = list.querySelector('a');
    if (!link) throw new Error('no link');
    expect(getComputedStyle(link).color).to.equal('rgb(1, 2, 3)');
    const page = document.createElement('style');
    page.textContent = '.theirs a { color: rgb(4, 5, 6) }';
    list.append(page);
    expect(getComputedStyle(link).color).to.equal('rgb(4, 5, 6)');
  });
});
