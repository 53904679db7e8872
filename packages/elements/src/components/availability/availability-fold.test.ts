import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { cardAt, done, liveSearch } from '../../testing/live-search.ts';
import { stage } from '../../testing/stage.ts';
import { focused, get, textOf, until, when } from '../../testing/tree.ts';
import './availability.ts';
import type { SasAvailability } from './availability.ts';
import { ormelune } from './testing/desk-scenes.ts';

const narrow = { width: 320, height: 640 };
const wide = { width: 1280, height: 800 };
const isShown = (element: SasAvailability, selector: string) =>
  get(element, selector).checkVisibility();

/** How often it says where slots come from. */
const origins = (element: SasAvailability) =>
  textOf(element).split('Créneaux publiés par les cabinets').length - 1;

async function opened(attributes: Record<string, string>) {
  const live = liveSearch(cardAt('20', ormelune), done());
  const element = await stage<SasAvailability>('sas-availability', {
    attributes: { professional: '', ...attributes },
    script: { stream: live.stream },
  });
  await until(element, '.practice-filters');
  return element;
}

const searched = async () => {
  const element = await opened({ place: 'Le Havre', insee: '76351', modality: 'AMB' });
  await until(element, '.desk .card');
  return element;
};

describe('<sas-availability>, the form of a desk where it is narrow', () => {
  afterEach(() => setViewport(wide));

  it('is folded behind what it says, once the page has searched', async () => {
    await setViewport(narrow);
    const element = await searched();
    const fold = get(element, '.fold');
    expect(textOf(fold)).to.equal('Recherche Le Havre, Médecine générale, Au cabinet');
    expect(fold.ariaExpanded).to.equal('false');
    expect(isShown(element, '.form')).to.equal(false);
    expect(isShown(element, '.practice-filters')).to.equal(false);
    expect(origins(element)).to.equal(0);
    fold.click();
    await element.updateComplete;
    expect(origins(element)).to.equal(1);
  });

  it('opens by keyboard, and what has the focus is never folded', async () => {
    await setViewport(narrow);
    const element = await searched();
    get(element, '.fold').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(get(element, '.fold').ariaExpanded).to.equal('true');
    await sendKeys({ press: 'Tab' });
    expect(focused()?.id).to.equal('place');
    get(element, '.fold').click();
    await element.updateComplete;
    expect(isShown(element, '#place')).to.equal(true);
    get(element, '.fold').focus();
    expect(isShown(element, '#place')).to.equal(false);
  });

  it('stays as it is for who filled it in, and says what is filtered', async () => {
    await setViewport(narrow);
    const element = await opened({});
    expect(isShown(element, '.fold')).to.equal(false);
    const place = get<HTMLInputElement>(element, '#place');
    place.focus();
    await sendKeys({ type: '76600' });
    await sendKeys({ press: 'Enter' });
    await until(element, '.desk .card');
    expect(get(element, '#place')).to.equal(place);
    expect(focused()).to.equal(place);
    expect(get(element, '.fold').ariaExpanded).to.equal('true');
    expect(isShown(element, '.form')).to.equal(true);
    get<HTMLDetailsElement>(element, '.practice-filters').open = true;
    const [box] = element.renderRoot.querySelectorAll<HTMLInputElement>('.practice-filters input');
    box?.click();
    await when(() => textOf(get(element, '.fold')).includes('76600'), 'what is searched');
    expect(textOf(get(element, '.fold'))).to.match(/76600, Médecine générale, .+/);
  });

  it('stands open where there is room, without a button', async () => {
    await setViewport(wide);
    const element = await searched();
    expect(isShown(element, '.fold')).to.equal(false);
    expect(isShown(element, '.form')).to.equal(true);
    expect(isShown(element, '.practice-filters')).to.equal(true);
    expect(origins(element)).to.equal(1);
  });
});
