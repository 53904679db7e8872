import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { AvailabilityQuery } from '@sas-kit/client/availability';
import * as fixtures from '../../testing/fixtures.ts';
import { cardAt, done, liveSearch } from '../../testing/live-search.ts';
import { stage } from '../../testing/stage.ts';
import { find, focused, get, press, textOf, until, untilText, when } from '../../testing/tree.ts';
import './availability.ts';
import type { SasAvailability } from './availability.ts';
import { ormelune } from './testing/desk-scenes.ts';

const folded = '.practice-filters';

/** A search whose queries are kept. */
async function opened(attributes: Record<string, string>, ...told: Parameters<typeof liveSearch>) {
  const live = liveSearch(...told);
  const queries: AvailabilityQuery[] = [];
  const element = await stage<SasAvailability>('sas-availability', {
    attributes,
    script: {
      stream: (query, options) => {
        queries.push(query);
        return live.stream(query, options);
      },
    },
  });
  return { element, queries };
}

const searched = () => opened({ insee: '76351' }, cardAt('20', ormelune), done());

async function choose(element: SasAvailability, label: string): Promise<void> {
  const details = get<HTMLDetailsElement>(element, folded);
  details.open = true;
  const chips = [...details.querySelectorAll('label')];
  chips.find((chip) => textOf(chip) === label)?.click();
  await element.updateComplete;
}

describe('<sas-availability>, by what practices say of themselves', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));

  it('is filtered by professionals, who read what is asked for', async () => {
    const { element, queries } = await searched();
    await until(element, folded);
    expect(textOf(get(element, `${folded} summary`))).to.equal('Filtres aucun');
    await choose(element, 'Tiers payant');
    await when(() => queries.length === 2, 'another search');
    expect(queries[0]).not.to.have.property('thirdPartyPayment');
    expect(queries[1]).to.include({ thirdPartyPayment: true });
    await untilText(element, 'Seulement : Tiers payant.');
    expect(textOf(get(element, `${folded} summary`))).to.equal('Filtres Tiers payant');
    await choose(element, 'Secteur 1');
    await when(() => queries.length === 3, 'a third search');
    expect(queries[2]).to.deep.include({ thirdPartyPayment: true, feeSector: ['1'] });
  });

  it('is filtered by a language', async () => {
    const { element, queries } = await searched();
    await until(element, folded);
    get<HTMLDetailsElement>(element, folded).open = true;
    const select = get<HTMLSelectElement>(element, '#spoken');
    select.value = 'ar';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await when(() => queries.length === 2, 'another search');
    expect(queries[1]).to.deep.include({ language: ['ar'] });
    await untilText(element, 'Seulement : Parle arabe.');
  });

  it('is filtered no more once the filters are taken back', async () => {
    const { element, queries } = await searched();
    await until(element, folded);
    await choose(element, 'Accès en fauteuil');
    await when(() => queries.length === 2, 'another search');
    const buttons = [...element.shadowRoot!.querySelectorAll<HTMLElement>(`${folded} button`)];
    buttons.find((button) => textOf(button) === 'Retirer les filtres')?.focus();
    press(element, 'Retirer les filtres');
    await when(() => queries.length === 3, 'a third search');
    expect(queries[2]).to.deep.equal(queries[0]);
    await untilText(element, 'Filtres aucun');
    expect(focused()).to.equal(get(element, `${folded} summary`));
  });

  it('says that filters may be why nothing is found', async () => {
    const { element } = await opened({ insee: '76351', professional: '' }, done());
    await until(element, folded);
    await choose(element, 'Ouvert maintenant');
    await untilText(element, 'Essayez avec moins de critères.');
  });

  it('is folded and unfolded by the keyboard', async () => {
    const { element } = await searched();
    await until(element, folded);
    get(element, `${folded} summary`).focus();
    await sendKeys({ press: 'Enter' });
    expect(get<HTMLDetailsElement>(element, folded).open).to.equal(true);
    await expect(element).shadowDom.to.be.accessible();
  });

  it('reads a professional’s words from the start where the page says who reads', async () => {
    const { element } = await opened({ professional: '' });
    await untilText(element, 'c’est à lui d’abord de recevoir son patient');
    expect(find(element, folded)).to.exist;
    expect(textOf(element)).not.to.include('Appelez-le d’abord');
  });

  it('keeps the public’s words, and no filters, for the public', async () => {
    const { id } = fixtures.ormelune;
    const card = { event: 'card', data: { id, rank: '20', card: fixtures.ormelune } } as const;
    const { element } = await opened({ insee: '76351' }, card, done());
    await untilText(element, 'Claire Ormelune');
    expect(textOf(element)).to.include('Appelez-le d’abord');
    expect(find(element, folded)).to.equal(null);
  });
});
