import { expect } from '@open-wc/testing';
import { manageLink, parseManageLink, takeManageLink } from './manage-link.ts';

describe('the manage link', () => {
  const fragments: [fragment: string, link: object | undefined][] = [
    ['#sas-manage=a1.t_2-3', { id: 'a1', token: 't_2-3' }],
    ['#sas-manage=a.b.c', { id: 'a.b', token: 'c' }],
    ['#sas-manage=a', undefined],
    ['#sas-manage=.t', undefined],
    ['#sas-manage=a.', undefined],
    ['#sas-manage=<a>.t', undefined],
    ['#other', undefined],
    ['', undefined],
  ];
  for (const [fragment, link] of fragments) {
    it(`is read from « ${fragment} » as ${JSON.stringify(link) ?? 'nothing'}`, () => {
      expect(parseManageLink(fragment)).to.deep.equal(link);
    });
  }

  it('is the page’s address with the token in the fragment, which no server sees', () => {
    const link = { id: 'a.1', token: 't' };
    const address = manageLink('https://ville.example/soins?a=1#top', link);
    expect(address).to.equal('https://ville.example/soins?a=1#sas-manage=a.1.t');
    expect(parseManageLink(new URL(address).hash)).to.deep.equal(link);
  });

  it('leaves the address bar when it is taken, the rest of the address stays', () => {
    const before = location.href;
    history.replaceState({ kept: true }, '', `${location.search}#sas-manage=a.t`);
    expect(takeManageLink()).to.deep.equal({ id: 'a', token: 't' });
    expect(location.hash).to.equal('');
    expect(location.href).to.equal(before);
    expect(history.state).to.deep.equal({ kept: true });
    expect(takeManageLink()).to.equal(undefined);
  });
});
