import { expect, fixture, html } from '@open-wc/testing';
import { providerOf, transportTo } from '../../base/client.ts';
import { fakeClient } from '../../testing/fake-client.ts';
import { emergencySnippet } from '../../testing/snippet.ts';
import { untilText } from '../../testing/tree.ts';
import '../availability/availability.ts';
import './provider.ts';
import type { SasProvider } from './provider.ts';

describe('<sas-provider>', () => {
  const inside = async () => {
    const provider = await fixture<SasProvider>(html`<sas-provider lang="fr"></sas-provider>`);
    const element = document.createElement('sas-availability');
    element.innerHTML = emergencySnippet;
    element.insee = '76351';
    return { provider, element };
  };

  it('gives its client to the elements inside', async () => {
    const { provider, element } = await inside();
    const client = fakeClient();
    provider.client = client as unknown as NonNullable<SasProvider['client']>;
    provider.append(element);
    await untilText(element, 'Claire Ormelune');
    expect(client.calls('search')).to.have.length(1);
  });

  it('yields to an element’s own client', async () => {
    const { provider, element } = await inside();
    const [outer, own] = [fakeClient(), fakeClient()];
    provider.client = outer as unknown as NonNullable<SasProvider['client']>;
    element.client = own;
    provider.append(element);
    await untilText(element, 'Claire Ormelune');
    expect([outer.calls('search').length, own.calls('search').length]).to.deep.equal([0, 1]);
  });

  it('is found across shadow roots, the nearest first', async () => {
    const outer = await fixture<SasProvider>(
      html`<sas-provider base-url="/outer"
        ><sas-provider base-url="/inner"></sas-provider
      ></sas-provider>`,
    );
    const host = document.createElement('div');
    const element = document.createElement('p');
    host.attachShadow({ mode: 'open' }).append(element);
    outer.firstElementChild?.append(host);
    expect(providerOf(element)?.baseUrl).to.equal('/inner');
    outer.append(host);
    expect(providerOf(element)?.baseUrl).to.equal('/outer');
  });

  it('takes its key as `publishable-key` too, where a framework keeps `key` for itself', async () => {
    const { provider, element } = await inside();
    provider.setAttribute('publishable-key', 'pk_a');
    expect(provider.key).to.equal('pk_a');
    provider.publishableKey = 'pk_b';
    element.setAttribute('publishable-key', 'pk_c');
    expect([provider.key, element.key]).to.deep.equal(['pk_b', 'pk_c']);
    element.publishableKey = 'pk_d';
    expect(element.key).to.equal('pk_d');
  });

  it('shares one transport per address and key', () => {
    const here = { baseUrl: '/api', key: 'pk_a' };
    expect(transportTo(here)).to.equal(transportTo({ ...here }));
    expect(transportTo(here)).not.to.equal(transportTo({ ...here, key: 'pk_b' }));
    expect(transportTo(here)).not.to.equal(transportTo({ ...here, baseUrl: '/other' }));
  });

  it('takes its address and key as attributes or properties, never a token', async () => {
    const { provider } = await inside();
    provider.baseUrl = '/api';
    provider.key = 'pk_a';
    expect(provider.getAttribute('base-url')).to.equal('/api');
    expect(provider.publishableKey).to.equal('pk_a');
    provider.setAttribute('token', 'secret');
    expect(Object.values({ ...provider })).not.to.include('secret');
  });
});
