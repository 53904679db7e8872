import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { SasAccessChangeEvent } from '../../events/access-change.ts';
import { liveNotices, nextChange, readAccessNotice } from '../../static/access-notices.ts';
import * as checklist from '../../testing/checklists.ts';
import { emergencyFirst, type Stages } from '../../testing/emergency-first.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import type { Scene } from '../../testing/scenes.ts';
import { find, get, textOf, untilText } from '../../testing/tree.ts';
import {
  accessNoticeScenes as scenes,
  createScene,
  staticAccess,
} from './testing/access-notice-scenes.ts';
import './access-notice.ts';
import type { SasAccessNotice } from './access-notice.ts';

const tag = 'sas-access-notice';
const fake = new FakeClock();
const minutes = 60_000;

async function show(scene: Scene): Promise<SasAccessNotice> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createScene(scene) as SasAccessNotice;
  parent.append(element);
  await element.updateComplete;
  await scene.act?.(element);
  return element;
}

describe('<sas-access-notice>', () => {
  beforeEach(() => fake.install());
  afterEach(() => fake.restore());

  const all: Stages = Object.fromEntries(
    Object.entries(scenes).map(([name, scene]) => [name, () => show(scene)]),
  );
  const regulated = () => show(scenes.regulated);
  emergencyFirst(tag, all);
  checklist.accessible(all);
  checklist.renders(tag, regulated);
  checklist.hidden(regulated);
  checklist.reflects(regulated, { theme: 'dark' });
  checklist.defaults(tag, { src: '', access: '', timeZone: 'Europe/Paris', headingLevel: 2 });
  checklist.themed(regulated, {
    '--sas-color-danger': ['.panel', 'border-inline-start-color'],
    '--sas-color-ground': ['.root', 'background-color'],
  });
  checklist.edged(regulated, ['.panel']);
  checklist.translated(regulated, { fr: 'Appelez avant de venir', en: 'Call before you come' });

  it('says which department, until when, and who says so', async () => {
    const text = textOf(await regulated()).replaceAll('\u00a0', ' ');
    expect(text).to.include('Urgences de démonstration, Le Havre');
    expect(text).to.include('Le lundi 23 novembre, de 8 h à 20 h.');
    expect(text).to.include('Source : Hôpital de démonstration');
  });

  it('gives 15 to call first, or the place’s own number', async () => {
    const numbers = (element: Element) =>
      [...get(element, '.panel').querySelectorAll('a')].map(({ href }) => href);
    expect(numbers(await regulated())).to.deep.equal(['tel:15']);
    expect(numbers(await show(scenes['local number']))).to.deep.equal(['tel:+33261919191']);
  });

  it('never turns anyone away', async () => {
    for (const scene of [scenes.regulated, scenes.open, scenes.expired]) {
      expect(textOf(await show(scene))).not.to.match(/fermé|ne venez pas|refus/i);
    }
  });

  it('disappears the moment it expires, and tells the page', async () => {
    const element = await regulated();
    fake.pass((5 * 60 + 40) * minutes - 1);
    await element.updateComplete;
    expect(find(element, '.panel')).to.exist;
    const event = oneEvent(
      element,
      'sas-access-change',
    ) as unknown as Promise<SasAccessChangeEvent>;
    fake.pass(1);
    expect((await event).access).to.deep.equal({});
    await element.updateComplete;
    expect(find(element, '.panel')).to.equal(null);
    expect(textOf(element)).to.include('Aucune consigne particulière');
  });

  it('holds from its beginning on', async () => {
    const element = await show(scenes.upcoming);
    expect(textOf(element)).to.include('À venir');
    const event = oneEvent(
      element,
      'sas-access-change',
    ) as unknown as Promise<SasAccessChangeEvent>;
    fake.pass((3 * 60 + 40) * minutes);
    expect((await event).access).to.deep.equal({
      'Urgences de démonstration, Le Havre': 'regulated',
    });
    await element.updateComplete;
    expect(textOf(element)).not.to.include('À venir');
  });

  it('reads a static file: expired notices are gone, those without a source told', async () => {
    const element = await show(scenes['static file']);
    const text = textOf(element);
    expect(element.shadowRoot?.querySelectorAll('.panel')).to.have.length(2);
    expect(text.indexOf('Fécamp')).to.be.below(text.indexOf('Le Havre'));
    expect(text).to.include('n’a pas pu être lue. Avant de venir, appelez le 15.');
    expect(text).not.to.include('sans source');
  });

  it('shows the notices of one department of a file', async () => {
    const attributes = { src: staticAccess, facility: 'Urgences de démonstration, Fécamp' };
    const element = await show({ attributes });
    await untilText(element, 'Fécamp');
    expect(element.shadowRoot?.querySelectorAll('.panel')).to.have.length(1);
  });
});

describe('an access notice', () => {
  const notice = { facility: 'U', access: 'regulated', source: 'H' };
  const refused: [name: string, change: object][] = [
    ['an unknown access', { access: 'closed' }],
    ['no source', { source: '' }],
    ['an instant without zone', { to: '2026-11-23T20:00:00' }],
    ['a date alone', { from: '2026-11-23' }],
    ['an end before its beginning', { from: '2026-11-23T20:00:00Z', to: '2026-11-23T19:00:00Z' }],
  ];
  for (const [name, change] of refused) {
    it(`is not shown with ${name}`, () => {
      expect(readAccessNotice({ ...notice, ...change })).to.equal(null);
    });
  }

  it('is in Paris where its zone is none', () => {
    expect(readAccessNotice({ ...notice, timeZone: 'Mars/Olympus' })?.timeZone).to.equal(
      'Europe/Paris',
    );
  });

  it('ends at its end, not after it', () => {
    const read = readAccessNotice({ ...notice, to: '2026-11-23T20:00:00+01:00' });
    const end = Date.parse('2026-11-23T20:00:00+01:00');
    if (!read) throw new Error('not read');
    expect(liveNotices([read], end - 1)).to.have.length(1);
    expect(liveNotices([read], end)).to.have.length(0);
    expect([nextChange([read], end - 1), nextChange([read], end)]).to.deep.equal([end, undefined]);
  });
});
