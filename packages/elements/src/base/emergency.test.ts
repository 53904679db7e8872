import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { emergencySnippet } from '../testing/snippet.ts';
import { emergencyText } from '../testing/emergency-first.ts';
import { textOf } from '../testing/tree.ts';
import { EmergencyFirst, hasEmergencyText } from './emergency.ts';

class TestElement extends LitElement {
  readonly emergency = new EmergencyFirst(this);

  override render() {
    return html`${this.emergency.render('fr')}<slot></slot>`;
  }
}
customElements.define('test-public', TestElement);

class TestOuter extends TestElement {
  override render() {
    return html`${this.emergency.render('fr')}<test-public>15 112 114</test-public>`;
  }
}
customElements.define('test-outer', TestOuter);

const text = (element: Element | null) => {
  const shown = element?.shadowRoot?.querySelector('.emergency');
  return shown ? textOf(shown) : undefined;
};

describe('the emergency text', () => {
  it('is whole in the first element of a page, one line in the others', async () => {
    const page = await fixture(
      html`<div><test-public>15 112 114</test-public><test-public>15 112 114</test-public></div>`,
    );
    const [first, second] = page.children;
    expect(text(first ?? null)).to.equal(emergencyText.fr);
    const line = text(second ?? null) ?? '';
    expect(hasEmergencyText(line), line).to.equal(true);
    expect(line.length).to.be.below(emergencyText.fr.length);
  });

  it('is whole in the first of the page, though it came last', async () => {
    const page = await fixture(html`<div><test-public>15 112 114</test-public></div>`);
    const early = page.firstElementChild as TestElement;
    const late = document.createElement('test-public') as TestElement;
    late.textContent = '15 112 114';
    page.prepend(late);
    await Promise.all([early.updateComplete, late.updateComplete]);
    expect(text(late)).to.equal(emergencyText.fr);
    expect((text(early) ?? '').length).to.be.below(emergencyText.fr.length);
  });

  it('becomes whole in the next element when the first leaves', async () => {
    const page = await fixture(
      html`<div><test-public>15 112 114</test-public><test-public>15 112 114</test-public></div>`,
    );
    const [first, second] = page.children;
    first?.remove();
    await (second as TestElement).updateComplete;
    expect(text(second ?? null)).to.equal(emergencyText.fr);
  });

  it('is said once by an element inside another', async () => {
    const outer = await fixture(html`<test-outer>15 112 114</test-outer>`);
    expect(text(outer)).to.equal(emergencyText.fr);
    expect(text(outer.shadowRoot?.querySelector('test-public') ?? null)).to.equal(undefined);
  });

  it('is asked of the page in the console, once', async () => {
    const said: unknown[] = [];
    const real = console.warn;
    console.warn = (...words: unknown[]) => said.push(words.join(' '));
    class TestBare extends TestElement {}
    customElements.define('test-bare', TestBare);
    await fixture(html`<div><test-bare></test-bare><test-bare></test-bare></div>`);
    console.warn = real;
    expect(said).to.have.length(1);
    expect(said[0]).to.include('<test-bare>').and.to.include('114');
  });

  it('is not asked of a page that carries it', async () => {
    const said: unknown[] = [];
    const real = console.warn;
    console.warn = (...words: unknown[]) => said.push(words);
    class TestWhole extends TestElement {}
    customElements.define('test-whole', TestWhole);
    const page = document.createElement('test-whole');
    page.innerHTML = emergencySnippet;
    const frame = await fixture(html`<div></div>`);
    frame.append(page);
    await (page as TestWhole).updateComplete;
    console.warn = real;
    expect(said).to.deep.equal([]);
  });

  const texts: [text: string, whole: boolean][] = [
    ['Appelez le 15, le 112 ou le 114.', true],
    ['Appelez le 15 ou le 112.', false],
    ['Ouvert de 1512 à 1140', false],
    ['', false],
  ];
  for (const [words, whole] of texts) {
    it(`« ${words} » ${whole ? 'names' : 'does not name'} the three numbers`, () => {
      expect(hasEmergencyText(words)).to.equal(whole);
    });
  }
});
