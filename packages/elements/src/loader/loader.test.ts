import { expect } from '@open-wc/testing';
import { when } from '../testing/tree.ts';
import { startLoader } from './loader.ts';

const asked: string[] = [];
let online = true;

/** Defines the tag as its file would. */
async function load(tag: string): Promise<void> {
  asked.push(tag);
  await Promise.resolve();
  if (!online) throw new TypeError('Failed to fetch');
  customElements.define(tag, class extends HTMLElement {});
}

const add = (html: string) => document.body.insertAdjacentHTML('beforeend', html);
const defined = (tag: string) => when(() => customElements.get(tag) !== undefined, tag);

function listen(): { said: string[]; end: () => void } {
  const said: string[] = [];
  const real = console.warn;
  console.warn = (...words: unknown[]) => said.push(words.join(' '));
  return { said, end: () => (console.warn = real) };
}

const tags = [
  'sas-test-here',
  'sas-test-later',
  'sas-test-nested',
  'sas-test-mounted',
  'sas-test-down',
];

describe('the loader', () => {
  before(() => {
    add('<sas-test-here></sas-test-here><div data-sas="test-mounted"><p>15</p></div>');
    startLoader({ tags, version: '1.0.0', load });
  });
  beforeEach(() => (asked.length = 0));

  it('loads what the page holds, and mounts what data-sas asks for', async () => {
    await defined('sas-test-here');
    await defined('sas-test-mounted');
    const mounted = '[data-sas] > sas-test-mounted > p';
    await when(() => document.querySelector(mounted) !== null, mounted);
  });

  it('loads what comes later, at any depth, once', async () => {
    add('<sas-test-later></sas-test-later><sas-test-later></sas-test-later>');
    add('<section><div><sas-test-nested></sas-test-nested></div></section>');
    await defined('sas-test-later');
    await defined('sas-test-nested');
    expect(asked).to.deep.equal(['sas-test-later', 'sas-test-nested']);
  });

  it('leaves other tags alone, and names those that it has when one is misspelt', async () => {
    const { said, end } = listen();
    add('<my-element></my-element><sas-test-hear></sas-test-hear>');
    await when(() => said.length > 0, 'a warning');
    end();
    expect(asked).to.deep.equal([]);
    expect(said.join()).to.include('<sas-test-hear>').and.include('sas-test-here');
  });

  it('says that a file did not load, keeps the content, and tries again with the next one', async () => {
    const { said, end } = listen();
    online = false;
    add('<div id="down" data-sas="test-down"><p>Composez le 15</p></div>');
    await when(() => said.length > 0, 'a warning');
    end();
    expect(said.join()).to.include('sas-test-down did not load');
    expect(document.querySelector('#down > p')?.textContent).to.equal('Composez le 15');
    online = true;
    add('<sas-test-down></sas-test-down>');
    await defined('sas-test-down');
  });

  it('is the only one at work: a second one, of any version, says so and does nothing', async () => {
    const { said, end } = listen();
    startLoader({ tags: ['sas-test-second'], version: '2.0.0', load });
    add('<sas-test-second></sas-test-second>');
    await when(() => said.length > 1, 'two warnings');
    end();
    expect(said.join()).to.include('loader 2.0.0 does nothing');
    expect(asked).to.deep.equal([]);
  });
});
