import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../components/join/join.ts';
import { emergencySnippet } from '../testing/snippet.ts';
import { contrast, rgbOf } from './testing/contrast.ts';

/** Text on its ground. */
const texts = [
  ['ink', 'ground'],
  ['ink', 'soft'],
  ['quiet', 'ground'],
  ['quiet', 'soft'],
  ['accent', 'ground'],
  ['accent', 'soft'],
  ['on-accent', 'accent'],
  ['on-tint', 'tint'],
  ['on-tint', 'ground'],
  ['danger', 'ground'],
  ['on-alarm', 'alarm'],
  ['on-notice', 'notice'],
  ['on-success', 'success'],
] as const;

/** Borders of fields and buttons, and the focus, on their ground (WCAG 1.4.11). */
const shapes = [
  ['edge', 'ground'],
  ['edge', 'soft'],
  ['accent', 'ground'],
  ['accent', 'soft'],
  ['danger', 'ground'],
] as const;

/** Properties of a State site's page, and the values that are published for them, light and dark. */
const statePage: Record<string, [light: string, dark: string]> = {
  'background-default-grey': ['#fff', '#161616'],
  'background-alt-grey': ['#f6f6f6', '#1e1e1e'],
  'text-title-grey': ['#161616', '#fff'],
  'text-mention-grey': ['#666', '#929292'],
  'border-default-grey': ['#ddd', '#353535'],
  'border-plain-grey': ['#3a3a3a', '#cecece'],
  'background-action-high-blue-france': ['#000091', '#8585f6'],
  'text-inverted-blue-france': ['#f5f5fe', '#000091'],
  'background-open-blue-france': ['#e3e3fd', '#272747'],
  'text-default-error': ['#ce0500', '#ff5655'],
  'background-contrast-error': ['#ffe9e9', '#391c1c'],
  'background-contrast-warning': ['#ffe9e6', '#391d17'],
  'background-contrast-success': ['#b8fec9', '#1a371f'],
};

type Color = (token: string) => string;

const preset = async (name: string): Promise<CSSStyleSheet> => {
  const answer = await fetch(new URL(`../../presets/${name}.css`, import.meta.url));
  expect(answer.ok, name).to.equal(true);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await answer.text());
  return sheet;
};

/** Colours of an element inside of a page, as the browser computes them. */
async function colorsIn(page: HTMLElement): Promise<Color> {
  const element = page.querySelector<LitElement>('sas-join');
  await element?.updateComplete;
  const probe = document.createElement('i');
  element?.shadowRoot?.append(probe);
  return (token) => {
    probe.style.color = `var(--_${token})`;
    return getComputedStyle(probe).color;
  };
}

const pageIn = (scheme: string, name: string): Promise<HTMLElement> =>
  fixture(
    html`<div lang="fr" data-sas-preset=${name} style="color-scheme: ${scheme}">
      <sas-join .innerHTML=${emergencySnippet}></sas-join>
    </div>`,
  );

describe('presets', () => {
  afterEach(() => {
    document.adoptedStyleSheets = [];
    document.documentElement.removeAttribute('data-sas-preset');
  });

  const least = { neutral: 4.5, dark: 4.5, dsfr: 4.5, contrast: 7 };
  for (const [name, ratio] of Object.entries(least)) {
    for (const scheme of ['light', 'dark']) {
      it(`${name}, ${scheme}: every text at ${ratio}:1, every shape at 3:1`, async () => {
        document.adoptedStyleSheets = [await preset(name)];
        const page = await pageIn(scheme, name);
        for (const [property, [light, dark]] of Object.entries(statePage)) {
          page.style.setProperty(`--${property}`, scheme === 'light' ? light : dark);
        }
        const color = await colorsIn(page);
        const poor = (pairs: readonly (readonly [string, string])[], wanted: number) =>
          pairs
            .map(([on, ground]) => ({ on, ground, is: contrast(color(on), color(ground)) }))
            .filter(({ is }) => is < wanted);
        expect(poor(texts, ratio)).to.deep.equal([]);
        expect(poor(shapes, 3)).to.deep.equal([]);
      });
    }
  }

  it('dsfr takes the page’s colours, and where the page has none, the element’s own', async () => {
    const plain = await colorsIn(await pageIn('light', 'none'));
    const own = { accent: plain('accent'), ground: plain('ground') };
    document.adoptedStyleSheets = [await preset('dsfr')];
    const page = await pageIn('light', 'dsfr');
    page.style.setProperty('--background-action-high-blue-france', '#000091');
    const color = await colorsIn(page);
    expect(rgbOf(color('accent'))).to.deep.equal([0, 0, 145]);
    expect(color('ground')).to.equal(own.ground);
    expect(color('accent')).not.to.equal(own.accent);
  });

  it('dsfr holds names only: no colour, no address', async () => {
    const answer = await fetch(new URL('../../presets/dsfr.css', import.meta.url));
    const rules = (await answer.text()).replace(/\/\*.*?\*\//gs, '');
    const values = [...rules.matchAll(/:([^:;{}]+);/g)].map(([, value]) => value?.trim());
    expect(values).to.have.length(17);
    for (const value of values) expect(value).to.match(/^var\(--[a-z-]+\)$/);
    expect(rules).not.to.match(/url|@import|font|#[0-9a-f]{3}/i);
  });

  it('a file alone holds for the page; a preset named on the page, only where it is named', async () => {
    document.adoptedStyleSheets = [await preset('contrast')];
    const named = await colorsIn(await pageIn('light', 'neutral'));
    const loaded = await colorsIn(await pageIn('light', ''));
    expect(named('edge')).to.equal(loaded('edge'));
    expect(rgbOf(named('edge'))).to.deep.equal([0, 0, 0]);
    document.documentElement.dataset['sasPreset'] = 'neutral';
    expect(rgbOf(named('edge'))).not.to.deep.equal([0, 0, 0]);
    expect(rgbOf((await colorsIn(await pageIn('light', 'contrast')))('edge'))).to.deep.equal([
      0, 0, 0,
    ]);
  });

  it('dark is dark where the page is light; neutral stands out in a page of other colours', async () => {
    document.adoptedStyleSheets = [
      await preset('dark'),
      await preset('neutral'),
      await preset('contrast'),
    ];
    document.documentElement.dataset['sasPreset'] = 'neutral';
    const page = await fixture<HTMLElement>(
      html`<div data-sas-preset="contrast">
        <div data-sas-preset="dark" lang="fr">
          <sas-join .innerHTML=${emergencySnippet}></sas-join>
        </div>
      </div>`,
    );
    expect(rgbOf((await colorsIn(page))('ground'))).to.deep.equal([0, 0, 0]);
    page.firstElementChild?.setAttribute('data-sas-preset', 'neutral');
    expect(rgbOf((await colorsIn(page))('ink'))).to.deep.equal([22, 38, 44]);
  });
});
