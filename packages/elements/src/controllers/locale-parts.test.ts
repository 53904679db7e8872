import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { parted } from '../strings/en/parted.ts';
import { when } from '../testing/tree.ts';
import { LocaleController } from './locale.ts';
import { wholeTexts } from './whole-texts.ts';

interface Parts {
  bye: { bye: string };
}

let loads = 0;
let english: () => Promise<{ bye: string }>;
let table: { hello: string };

class TestParted extends LitElement {
  static override properties = { open: { type: Boolean } };

  declare open: boolean;

  readonly locale = new LocaleController<{ hello: string }, Parts>(this, {
    fr: { hello: 'Bonjour', bye: 'Au revoir' },
    en: () => Promise.resolve(table),
  });

  override render() {
    const part = this.open ? this.locale.part('bye') : undefined;
    return html`${this.locale.strings?.hello} ${this.open ? (part?.bye ?? '…') : ''}`;
  }
}
customElements.define('test-parted', TestParted);

const says = (element: Element, text: string) =>
  when(() => element.shadowRoot?.textContent.trim() === text, text);

describe('the texts of a part', () => {
  beforeEach(() => {
    loads = 0;
    english = () => Promise.resolve({ bye: 'Goodbye' });
    table = parted(
      { hello: 'Hello' },
      {
        bye: async () => {
          loads += 1;
          return { texts: await english() };
        },
      },
    );
  });

  it('are there at once in French, and nothing is loaded', async () => {
    const element = await fixture<TestParted>(html`<test-parted lang="fr" open></test-parted>`);
    expect(element.shadowRoot?.textContent.trim()).to.equal('Bonjour Au revoir');
    expect(loads).to.equal(0);
  });

  it('are loaded in English when the part is shown, no French before', async () => {
    let loaded = (_: { bye: string }): void => undefined;
    english = () => new Promise((resolve) => (loaded = resolve));
    const element = await fixture<TestParted>(html`<test-parted lang="en"></test-parted>`);
    await says(element, 'Hello');
    expect(loads).to.equal(0);
    element.open = true;
    await says(element, 'Hello …');
    loaded({ bye: 'Goodbye' });
    await says(element, 'Hello Goodbye');
  });

  it('are waited for by whoever says them', async () => {
    const element = await fixture<TestParted>(html`<test-parted lang="en"></test-parted>`);
    await says(element, 'Hello');
    const { hello, bye } = await wholeTexts(element.locale, 'bye');
    expect([hello, bye]).to.deep.equal(['Hello', 'Goodbye']);
    element.lang = 'fr';
    await says(element, 'Bonjour');
    expect((await wholeTexts(element.locale, 'bye')).bye).to.equal('Au revoir');
  });

  it('are not shown where the page has become French meanwhile', async () => {
    let loaded = (_: { bye: string }): void => undefined;
    english = () => new Promise((resolve) => (loaded = resolve));
    const element = await fixture<TestParted>(html`<test-parted lang="en" open></test-parted>`);
    await says(element, 'Hello …');
    element.lang = 'fr';
    await says(element, 'Bonjour Au revoir');
    const told = wholeTexts(element.locale, 'bye');
    loaded({ bye: 'Goodbye' });
    expect((await told).bye).to.equal('Au revoir');
    await element.updateComplete;
    expect(element.shadowRoot?.textContent.trim()).to.equal('Bonjour Au revoir');
  });

  it('make the whole element French where they cannot be loaded', async () => {
    english = () => Promise.reject(new Error('offline'));
    const element = await fixture<TestParted>(html`<test-parted lang="en"></test-parted>`);
    await says(element, 'Hello');
    element.open = true;
    await says(element, 'Bonjour Au revoir');
    expect(element.locale.language).to.equal('fr');
  });
});
