import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Announcer } from './announcer.ts';

class TestAnnouncer extends LitElement {
  readonly announcer = new Announcer(this);

  override render() {
    return this.announcer.render();
  }
}
customElements.define('test-announcer', TestAnnouncer);

describe('the announcer', () => {
  it('has one polite live region, there before anything is said', async () => {
    const element = await fixture<TestAnnouncer>(html`<test-announcer></test-announcer>`);
    const regions = element.shadowRoot?.querySelectorAll('[role=status]');
    expect(regions).to.have.length(1);
    expect(regions?.[0]?.textContent).to.equal('');
  });

  it('says the same sentence again', async () => {
    const element = await fixture<TestAnnouncer>(html`<test-announcer></test-announcer>`);
    const text = () => element.shadowRoot?.querySelector('[role=status]')?.textContent ?? '';
    element.announcer.say('Lien copié.');
    await element.updateComplete;
    const first = text();
    element.announcer.say('Lien copié.');
    await element.updateComplete;
    expect(text().trim()).to.equal(first.trim());
    expect(text()).not.to.equal(first);
  });
});
