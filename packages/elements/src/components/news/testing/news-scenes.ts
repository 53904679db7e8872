import { hanging } from '../../../testing/fake-client.ts';
import { create, type Scene } from '../../../testing/scenes.ts';
import { get, press, untilText } from '../../../testing/tree.ts';

/** A state of the list: what is between the tags, besides what any scene has. */
export interface NewsScene extends Scene {
  articles?: string;
  /** The static file never comes. */
  hanging?: boolean;
}

/** Address of a list beside this file, on the page's own site. */
export const staticNews = new URL('./news.json', import.meta.url).href;

/** Address of a platform beside this file, which answers the same to everything. */
export const platform = new URL('./platform', import.meta.url).href;

/** Items as a webmaster writes them; the first is as it came out of a PDF. */
export const articles = `
  <article id="generalisation" data-type="press-release" data-sector="Hôpital|Ville"
    data-area="Auvergne Rhône Alpes" data-published="2023-01-24"
    data-source="Source de démonstration" data-source-url="https://source.example/sas"
    data-licence="Licence Ouverte 2.0">
    <h3><a href="https://source.example/sas">Le SAS dans chaque départe- ment</a></h3>
    <p>Deux SAS ouvrent, un autre est en con- ception.</p>
  </article>
  <article id="retour" data-type="experience" data-sector="Ville" data-area="Normandie">
    <h3><a href="https://source.example/retour">Un an de régulation : ce que nous avons appris</a></h3>
    <p><time data-field="published" datetime="2026-10-05">5 octobre 2026</time>,
      <a data-field="source" href="https://source.example/retour">Association de démonstration</a></p>
    <p>Quatre généralistes racontent.</p>
  </article>
  <article id="sans-date" data-type="Note interne" data-area="Normandie">
    <h3>Une note dont personne ne connaît la date</h3>
    <p>Elle reste lisible.</p>
  </article>
  <article id="ancien" data-type="article" data-area="Normandie" data-published="2021-01"
    data-archived="2023-06-30" data-superseded-by="#generalisation">
    <h3><a href="https://source.example/numero">Le numéro sera connu début 2021</a></h3>
    <p>Annonce de l’expérimentation.</p>
  </article>`;

const long = `<article data-type="report" data-published="2026-11-01"
    data-area="${'Territoire de la vallée et du plateau '.repeat(4).trim()}">
    <h3><a href="https://source.example/${'tres-long-'.repeat(20)}">${'Rapport de démonstration sur la montée en charge '.repeat(5)}</a></h3>
    <p>${'Une phrase de résumé qui n’en finit pas. '.repeat(20)}</p>
  </article>`;

/** An element of a scene, not yet on the page. */
export function createNews(scene: NewsScene): HTMLElement {
  const element = create('sas-news', scene);
  element.insertAdjacentHTML('beforeend', scene.articles ?? '');
  if (scene.hanging === true) {
    const real = window.fetch.bind(window);
    window.fetch = () => {
      window.fetch = real;
      return hanging();
    };
  }
  return element;
}

const showing = (text: string) => (element: HTMLElement) => untilText(element, text);
const choose = (element: HTMLElement, selector: string, value: string): void => {
  const select = get<HTMLSelectElement>(element, selector);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};

export const newsScenes = {
  list: { articles, act: showing('3 informations') },
  filtered: {
    articles,
    act: async (element) => {
      choose(element, '#type', 'experience');
      await untilText(element, '1 information');
    },
  },
  archives: {
    articles,
    act: async (element) => {
      get(element, '.check input').click();
      await untilText(element, '4 informations');
    },
  },
  'no match': {
    articles,
    act: async (element) => {
      choose(element, '#type', 'experience');
      choose(element, '#period', '2023');
      await untilText(element, 'Aucune information ne correspond');
    },
  },
  empty: { act: showing('Pas encore d’information') },
  loading: { attributes: { src: staticNews }, hanging: true },
  'static file': { attributes: { src: staticNews }, act: showing('2 informations') },
  platform: { attributes: { 'base-url': platform }, act: showing('1 information') },
  'platform not there': {
    attributes: { 'base-url': platform.replace('platform', 'nowhere') },
    act: showing('n’est pas à son adresse'),
  },
  'file and articles': {
    articles,
    attributes: { src: staticNews },
    act: showing('5 informations'),
  },
  error: {
    attributes: { src: staticNews.replace('news.json', 'nothing.json') },
    act: showing('n’est pas à son adresse'),
  },
  partial: {
    articles,
    attributes: { src: staticNews.replace('news.json', 'nothing.json') },
    act: showing('n’est pas à son adresse'),
  },
  'copy by hand': {
    articles,
    act: async (element) => {
      Object.defineProperty(navigator, 'share', { value: undefined, configurable: true });
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
      await untilText(element, '3 informations');
      press(element, 'Partager la liste');
      await untilText(element, 'Copiez ce lien');
      // What the prototype has stands again.
      Reflect.deleteProperty(navigator, 'share');
      Reflect.deleteProperty(navigator, 'clipboard');
    },
  },
  'long texts': { articles: long, act: showing('1 information') },
} satisfies Record<string, NewsScene>;
