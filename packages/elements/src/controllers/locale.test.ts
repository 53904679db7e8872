import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { LocaleController, languageOf } from './locale.ts';
import { when } from '../testing/tree.ts';

let english: () => Promise<{ hello: string }> = () => Promise.resolve({ hello: 'Hello' });

class TestGreeting extends LitElement {
  readonly locale = new LocaleController(this, { fr: { hello: 'Bonjour' }, en: () => english() });

  override render() {
    return html`${this.locale.strings?.hello}`;
  }
}
customElements.define('test-greeting', TestGreeting);

class TestFrame extends LitElement {
  override render() {
    return html`<test-greeting></test-greeting>`;
  }
}
customElements.define('test-frame', TestFrame);

const says = (element: Element, text: string) =>
  when(() => element.shadowRoot?.textContent.trim() === text, text);

describe('the language', () => {
  const cases: [page: string, element: string | undefined, language: string][] = [
    ['fr', undefined, 'fr'],
    ['en-GB', undefined, 'en'],
    ['EN', undefined, 'en'],
    ['en', 'fr', 'fr'],
    ['fr', 'en', 'en'],
    ['de', undefined, 'fr'],
    ['', undefined, 'fr'],
  ];
  for (const [page, own, language] of cases) {
    it(`is ${language} on a page in « ${page} », element ${own ?? 'without lang'}`, () => {
      const parent = document.createElement('div');
      const element = document.createElement('p');
      parent.lang = page;
      if (own) element.lang = own;
      parent.append(element);
      expect(languageOf(element)).to.equal(language);
    });
  }

  it('follows the page, across shadow roots', async () => {
    const parent = await fixture<HTMLElement>(html`<div lang="fr"><test-frame></test-frame></div>`);
    const greeting = parent.querySelector('test-frame')?.shadowRoot?.querySelector('test-greeting');
    if (!greeting) throw new Error('no greeting');
    await says(greeting, 'Bonjour');
    parent.lang = 'en';
    await says(greeting, 'Hello');
    parent.lang = 'fr';
    await says(greeting, 'Bonjour');
  });

  it('is French where English cannot be loaded, and English once it can', async () => {
    const works = english;
    english = () => Promise.reject(new Error('offline'));
    const element = await fixture<TestGreeting>(html`<test-greeting lang="en"></test-greeting>`);
    await says(element, 'Bonjour');
    expect(element.locale.language).to.equal('fr');
    english = works;
    element.lang = 'en-GB';
    await says(element, 'Hello');
  });
});
