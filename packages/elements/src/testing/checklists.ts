import { expect, fixtureCleanup } from '@open-wc/testing';
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import type { Stage, Stages } from './emergency-first.ts';
import { focused, get, textOf, untilText } from './tree.ts';

const complete = (element: HTMLElement) => (element as LitElement).updateComplete;

/** No fault that axe knows, in every state, in light and dark, and nothing wider than a telephone. */
export function accessible(stages: Stages): void {
  describe('is accessible', () => {
    for (const [name, stage] of Object.entries(stages)) {
      for (const theme of ['light', 'dark']) {
        it(`when ${name}, ${theme}`, async () => {
          const element = await stage();
          element.setAttribute('theme', theme);
          await complete(element);
          await expect(element).to.be.accessible();
        });
      }

      it(`when ${name}, at 320 px without horizontal scroll`, async () => {
        await setViewport({ width: 320, height: 640 });
        await stage();
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
      });
    }
  });
}

/** Its properties have these values where the page sets none. */
export function defaults(tag: string, values: Record<string, unknown>): void {
  it('has its defaults', () => {
    const element = document.createElement(tag) as unknown as Record<string, unknown>;
    for (const [name, value] of Object.entries(values)) expect(element[name], name).to.equal(value);
  });
}

/** `hidden` hides it. */
export function hidden(stage: Stage): void {
  it('is hidden by `hidden`', async () => {
    const element = await stage();
    element.hidden = true;
    expect(getComputedStyle(element).display).to.equal('none');
  });
}

/** These properties are seen as attributes, the others never are: the page's address is not the only place that leaks. */
export function reflects(stage: Stage, values: Record<string, string>): void {
  it('reflects what styles need, and nothing of the reader', async () => {
    const element = await stage();
    const before = element.getAttributeNames();
    Object.assign(element, values);
    await complete(element);
    for (const [name, value] of Object.entries(values)) {
      expect(element.getAttribute(name), name).to.equal(value);
    }
    const added = element.getAttributeNames().filter((name) => !before.includes(name));
    expect(added.sort()).to.deep.equal(Object.keys(values).sort());
  });
}

/** It is defined, has a shadow root and shows itself as a block. */
export function renders(tag: string, stage: Stage): void {
  it('renders', async () => {
    const element = await stage();
    expect(customElements.get(tag)).to.exist;
    expect(element.shadowRoot).to.exist;
    expect(getComputedStyle(element).display).to.equal('block');
  });

  it('takes focus below the emergency text: its first control, else its heading', async () => {
    const element = await stage();
    element.focus();
    const active = focused();
    expect(
      active?.matches('a, button, input, select, summary, .title'),
      active?.outerHTML,
    ).to.equal(true);
    expect(element.shadowRoot?.activeElement).to.exist;
    expect(active?.closest('.emergency')).to.equal(null);
  });

  it('sets no style attribute: a strict content security policy refuses them', async () => {
    const element = await stage();
    expect(element.shadowRoot?.querySelector('[style]')).to.equal(null);
  });
}

/** A token that the page sets on any ancestor reaches a part. */
export function themed(
  stage: Stage,
  tokens: Record<string, [selector: string, property: string]>,
): void {
  describe('is themed', () => {
    for (const [token, [selector, property]] of Object.entries(tokens)) {
      it(`by ${token}`, async () => {
        const element = await stage();
        element.parentElement?.style.setProperty(token, 'rgb(1, 2, 3)');
        const style = getComputedStyle(get(element, selector));
        expect(style.getPropertyValue(property)).to.equal('rgb(1, 2, 3)');
        fixtureCleanup();
      });
    }
  });
}

/** Where the system takes the colours over, these keep an edge: their ground no longer shows them. */
export function edged(stage: Stage, selectors: readonly string[]): void {
  it('shows its edges in forced colours', async () => {
    await executeServerCommand('force-colors', 'active');
    try {
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      const element = await stage();
      for (const selector of selectors) {
        const { borderTopStyle, borderTopWidth } = getComputedStyle(get(element, selector));
        expect([borderTopStyle, borderTopWidth], selector).to.deep.equal(['solid', '1px']);
      }
    } finally {
      await executeServerCommand('force-colors', 'none');
    }
  });
}

/** It speaks the page's language and follows it. */
export function translated(stage: Stage, texts: { fr: string; en: string }): void {
  it('speaks French, then English when the page does', async () => {
    const element = await stage();
    expect(textOf(element)).to.include(texts.fr);
    const parent = element.parentElement ?? element;
    parent.lang = 'en-GB';
    await untilText(element, texts.en);
    element.lang = 'fr';
    await untilText(element, texts.fr);
  });
}
