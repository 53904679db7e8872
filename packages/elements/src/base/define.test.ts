import { expect } from '@open-wc/testing';
import { define } from './define.ts';

describe('a second definition of a tag', () => {
  it('is skipped with a warning, never an exception', () => {
    const said: unknown[] = [];
    const real = console.warn;
    console.warn = (...words: unknown[]) => said.push(words.join(' '));
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    define('test-twice', First);
    define('test-twice', Second);
    console.warn = real;
    expect(customElements.get('test-twice')).to.equal(First);
    expect(said).to.have.length(1);
    expect(said[0]).to.include('<test-twice>');
  });
});
