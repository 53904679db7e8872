import { expect } from '@open-wc/testing';
import { mount } from './mount.ts';

class Plain extends HTMLElement {
  static observedAttributes = ['territory'];
}
customElements.define('sas-test-mount', Plain);

const hostOf = (attributes: string) => {
  const page = document.createElement('div');
  page.innerHTML = `<div data-sas="test-mount" ${attributes}><p>Composez le 15</p></div>`;
  return page.firstElementChild as HTMLElement;
};

describe('mounting an element into the tag that asks for it', () => {
  it('makes attributes of data-*, and keeps what the tag holds as the element’s own content', () => {
    const host = hostOf('data-territory="le-havre" data-base-url="/api" data-lang="en" class="x"');
    const text = host.firstElementChild;
    mount(host, 'sas-test-mount');
    const element = host.firstElementChild as HTMLElement;
    expect(element.localName).to.equal('sas-test-mount');
    expect(element.firstElementChild).to.equal(text);
    const { attributes } = element;
    const given = [...attributes].map(({ name, value }) => `${name}=${value}`).sort();
    expect(given).to.deep.equal(['base-url=/api', 'lang=en', 'territory=le-havre']);
  });

  it('lets no attribute pass that the element does not declare', () => {
    const host = hostOf('data-onclick="alert()" data-onmouseover="alert()" data-style="top:0"');
    mount(host, 'sas-test-mount');
    expect(host.firstElementChild?.getAttributeNames()).to.deep.equal([]);
  });

  it('happens once, and not before the tag is defined', () => {
    const host = hostOf('');
    mount(host, 'sas-test-never');
    expect(host.firstElementChild?.localName).to.equal('p');
    mount(host, 'sas-test-mount');
    mount(host, 'sas-test-mount');
    expect(host.querySelectorAll('sas-test-mount')).to.have.length(1);
  });
});
