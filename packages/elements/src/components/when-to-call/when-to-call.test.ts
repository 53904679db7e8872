import { expect, oneEvent } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia, sendKeys } from '@web/test-runner-commands';
import * as checklist from '../../testing/checklists.ts';
import { emergencyFirst } from '../../testing/emergency-first.ts';
import { failing, offline, type FakeClient } from '../../testing/fake-client.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import { asOf } from '../../testing/fixtures.ts';
import type { Scene } from '../../testing/scenes.ts';
import { stage, stages } from '../../testing/stage.ts';
import { expectSteady } from '../../testing/steady.ts';
import { find, focused, get, press, textOf, untilText } from '../../testing/tree.ts';
import * as fixtures from './testing/call-fixtures.ts';
import { whenToCallScenes as scenes } from './testing/call-scenes.ts';
import './when-to-call.ts';
import type { SasWhenToCall } from './when-to-call.ts';

const tag = 'sas-when-to-call';
const show = (scene: Scene) => stage<SasWhenToCall>(tag, scene);
const numbers = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.number') ?? [])].map(
    ({ href }) => href,
  );
const next = (element: Element) => textOf(get(element, '.next'));

describe('<sas-when-to-call>', () => {
  const all = stages(tag, scenes);
  const day = () => show(scenes['by day']);

  emergencyFirst(tag, all);
  checklist.accessible(all);
  checklist.renders(tag, day);
  checklist.hidden(day);
  checklist.reflects(day, { theme: 'dark' });
  checklist.defaults(tag, {
    territory: '',
    src: '',
    at: undefined,
    headingLevel: 2,
    baseUrl: '',
    key: '',
  });
  checklist.themed(day, {
    '--sas-color-accent': ['.number', 'background-color'],
    '--sas-color-on-accent': ['.number', 'color'],
    '--sas-color-tint': ['.badge', 'background-color'],
    '--sas-color-ground': ['.root', 'background-color'],
  });
  checklist.translated(day, { fr: 'Qui appeler maintenant ?', en: 'Whom to call now?' });

  it('moves nothing when the territory comes', async () => {
    let come = () => {};
    const territory = () =>
      new Promise<typeof fixtures.territory>((resolve) => {
        come = () => resolve(fixtures.territory);
      });
    const element = await show({ ...scenes.loading, script: { territory } });
    await expectSteady(element, () => {
      come();
      return untilText(element, 'En journée');
    });
  });

  describe('says', () => {
    it('by day the day’s number, until the evening, and the one that follows', async () => {
      const element = await day();
      expect(numbers(element)).to.deep.equal(['tel:+33261919191']);
      expect(textOf(get(element, '.why'))).to.equal('En journée C’est un horaire de journée.');
      expect(next(element)).to.equal(
        'Jusqu’à 20 h. Ensuite : soirs, nuits, week-ends et jours fériés, 116 117.',
      );
    });

    it('at night the night’s, until tomorrow morning', async () => {
      const element = await show(scenes['at night']);
      expect(numbers(element)).to.deep.equal(['tel:116117']);
      expect(textOf(get(element, '.number'))).to.equal('116 117');
      expect(next(element)).to.include('Jusqu’à demain, 8 h. Ensuite : en journée, 02 61 91 91 91');
      expect(textOf(element)).not.to.include('médecin traitant');
    });

    it('on Saturday afternoon, until which day', async () => {
      const element = await show(scenes['on a Saturday afternoon']);
      expect(next(element)).to.include('Jusqu’au lundi 30 novembre, 8 h.');
    });

    it('which holiday it is, and that a bridge day is next to one', async () => {
      const holiday = await show(scenes['on a public holiday']);
      expect(textOf(get(holiday, '.why'))).to.include('C’est un jour férié : l’Ascension.');
      const bridge = await show(scenes['on a bridge day']);
      expect(textOf(get(bridge, '.why'))).to.include('C’est un pont, près d’un jour férié');
      expect(numbers(bridge)).to.deep.equal(['tel:116117']);
    });

    it('first, by day, that one’s own doctor may be there', async () => {
      const text = textOf(await day());
      expect(text).to.include('Avez-vous un médecin traitant ? Est-il joignable ?');
    });

    it('numbers in the territory’s order, now and then', async () => {
      const element = await show(scenes['several numbers']);
      expect(numbers(element)).to.deep.equal(['tel:15', 'tel:116117']);
      expect(next(element)).to.include('jours fériés, 15 ou 116 117.');
    });

    it('the 15 where the number is to be announced, has expired, or answers at other hours', async () => {
      for (const scene of ['to be announced', 'expired', 'number of other hours'] as const) {
        const element = await show(scenes[scene]);
        expect(numbers(element), scene).to.deep.equal([]);
        const link = get<HTMLAnchorElement>(element, '.none a');
        expect(link.href, scene).to.equal('tel:15');
      }
    });

    it('an expired number nowhere', async () => {
      const element = await show(scenes.expired);
      expect(element.shadowRoot?.textContent).not.to.include('02\u00a061');
      expect(element.shadowRoot?.innerHTML).not.to.include('261919191');
    });

    it('that facts nobody has checked for half a year may have changed', async () => {
      const element = await show(scenes['with old facts']);
      expect(textOf(element)).to.include(
        'n’ont pas été vérifiées depuis le 1er février 2026. Elles ont pu changer',
      );
      expect(textOf(await day())).not.to.include('vérifiées');
    });

    it('times on the territory’s clocks, and that they are not the reader’s', async () => {
      const element = await show(scenes.overseas);
      expect(next(element)).to.include('Jusqu’à 20 h');
      expect(textOf(element)).to.include('La Réunion');
      expect(textOf(element)).to.include('pas les vôtres');
    });

    it('hours, dates and sources once opened, by keyboard too', async () => {
      const element = await day();
      get(element, 'summary').focus();
      await sendKeys({ press: 'Enter' });
      const text = textOf(get(element, '.about'));
      expect(text).to.include('Lundi, mardi, mercredi, jeudi, vendredi, de 8 h à 20 h');
      expect(text).to.include('Samedi, de 8 h à 12 h');
      expect(text).to.include('Depuis le 20 novembre 2023. Source : Association de démonstration');
      expect(text).to.include('Vérifié le 20 novembre 2026.');
    });
  });

  describe('danger signs', () => {
    it('are a text with version and date that ends with the doubt, and ask nothing', async () => {
      const element = await day();
      const signs = get(element, '.signs');
      expect(signs.querySelectorAll('li')).to.have.length(2);
      expect(textOf(signs)).to.include('En cas de doute, appelez le 15.');
      expect(textOf(signs)).to.include(
        'Version 1, 22 novembre 2026, texte de démonstration, non validé.',
      );
      expect(element.shadowRoot?.querySelector('input, select, textarea, form')).to.equal(null);
    });

    it('name those who validated them', async () => {
      const { dangerSigns } = fixtures.territory;
      const validated = {
        ...dangerSigns!,
        notice: null,
        validatedBy: ['ARS de démonstration', 'SAMU de démonstration'],
      };
      const territory = async () => fixtures.where({ dangerSigns: validated });
      const element = await show({ ...scenes['by day'], script: { territory } });
      expect(textOf(get(element, '.signs'))).to.include(
        'validé par : ARS de démonstration, SAMU de démonstration.',
      );
    });

    it('are not made up where the territory gives none', async () => {
      const element = await show(scenes['to be announced']);
      expect(find(element, '.signs')).to.equal(null);
    });
  });

  describe('when nobody answers', () => {
    it('says 15 first, and tries again when asked', async () => {
      const element = await show(scenes['not read']);
      expect(textOf(get(element, '.problem')).startsWith('Urgence : 15.')).to.equal(true);
      (element.client as FakeClient).script.territory = async () => fixtures.territory;
      press(element, 'Réessayer');
      await untilText(element, 'En journée');
    });

    it('keeps what it knew, with the day and the time', async () => {
      const clock = new FakeClock();
      clock.install();
      const element = await show(scenes.offline);
      expect(textOf(element)).to.include(
        'Ces informations ont été lues le lundi 23 novembre à 14 h 20.',
      );
      expect(numbers(element)).to.deep.equal(['tel:+33261919191']);
      clock.restore();
    });

    it('tells the page', async () => {
      const element = await show(scenes['without a territory']);
      (element.client as FakeClient).script.territory = failing(offline());
      setTimeout(() => (element.territory = 'demonstration'));
      const event = await oneEvent(element, 'sas-error');
      expect((event as unknown as { code: string }).code).to.equal('connection');
    });
  });

  describe('on a page that stays open', () => {
    const clock = new FakeClock();
    beforeEach(() => clock.install());
    afterEach(() => clock.restore());
    const open = () => show({ ...scenes['by day'], attributes: { territory: 'demonstration' } });
    const minutes = (count: number) => count * 60_000;

    it('changes the number at the hour, says so once, and moves no focus', async () => {
      const element = await open();
      get(element, 'summary').focus();
      clock.pass(minutes(5 * 60 + 39));
      await element.updateComplete;
      expect(numbers(element)).to.deep.equal(['tel:+33261919191']);
      expect(get(element, '[role=status]').textContent).to.equal('');
      clock.pass(minutes(1));
      await untilText(element, 'Jusqu’à demain, 8 h');
      expect(numbers(element)).to.deep.equal(['tel:116117']);
      expect(get(element, '[role=status]').textContent).to.include('viennent de changer');
      expect(focused()).to.equal(get(element, 'summary'));
    });

    it('reads the territory again each hour', async () => {
      const element = await open();
      const calls = () => (element.client as FakeClient).calls('territory');
      clock.pass(minutes(59));
      expect(calls()).to.have.length(1);
      clock.pass(minutes(1));
      expect(calls()).to.have.length(2);
    });

    it('stops when it leaves the page, and goes on when it comes back', async () => {
      const element = await open();
      const parent = element.parentElement;
      element.remove();
      clock.pass(minutes(120));
      expect((element.client as FakeClient).calls('territory')).to.have.length(1);
      parent?.append(element);
      clock.pass(minutes(1));
      expect((element.client as FakeClient).calls('territory')).to.have.length(2);
    });
  });

  it('asks nothing where no territory is named, and says 15', async () => {
    const element = await show(scenes['without a territory']);
    expect((element.client as FakeClient).calls('territory')).to.have.length(0);
    expect(get<HTMLAnchorElement>(element, '.none a').href).to.equal('tel:15');
  });

  it('asks again when the page changes the territory', async () => {
    const element = await day();
    element.territory = 'ailleurs';
    await element.updateComplete;
    const asked = (element.client as FakeClient).calls('territory').map(([id]) => id);
    expect(asked).to.deep.equal(['demonstration', 'ailleurs']);
  });

  it('takes an instant that is none for now', async () => {
    const clock = new FakeClock();
    clock.install();
    const element = await show({ ...scenes['by day'], attributes: { territory: 'x', at: 'noon' } });
    expect(next(element)).to.include('Jusqu’à 20 h');
    clock.restore();
  });

  it('is headings, links and one disclosure for a screen reader, by level', async () => {
    const element = await show({
      ...scenes['by day'],
      attributes: { territory: 'demonstration', at: asOf, 'heading-level': '3' },
    });
    expect([...element.shadowRoot!.querySelectorAll('h3, h4')].map(textOf)).to.deep.equal([
      'Qui appeler maintenant ?',
      'Besoin d’un soin rapidement, sans urgence vitale ?',
      'Signes d’urgence : appelez le 15',
    ]);
    const tree = JSON.stringify(await a11ySnapshot({}));
    expect(tree).to.include('"name":"02\u00a061\u00a091\u00a091\u00a091"');
  });

  it('has numbers large enough for a finger, with an edge that forced colours show', async () => {
    const number = get(await day(), '.number');
    expect(number.getBoundingClientRect().height).to.be.at.least(44);
    expect(getComputedStyle(number).borderTopWidth).to.equal('2px');
  });

  it('is printed with its number, without a button', async () => {
    const element = await show(scenes.offline);
    await emulateMedia({ media: 'print' });
    expect(getComputedStyle(get(element, '.number')).borderTopColor).not.to.include(', 0)');
    expect(get(element, '.button').checkVisibility()).to.equal(false);
    await emulateMedia({ media: 'screen' });
  });

  describe('without any platform', () => {
    const file = (attributes: Record<string, string>) =>
      show({ attributes: { at: '2026-11-23T22:30:00+01:00', ...attributes } });
    const none = { src: '/data/none.json', territory: 'savoie' };

    it('reads a file of the page’s own site, and calls nobody', async () => {
      const element = await file({ src: '/data/territories.json', territory: 'savoie' });
      await untilText(element, 'Savoie');
      expect(numbers(element)).to.deep.equal(['tel:15']);
      expect(next(element)).to.include('Jusqu’à demain, 8 h');
      expect((element.client as FakeClient).calls('territory')).to.have.length(0);
    });

    it('says 15 where the file is missing, abroad, no territory, or has no such territory', async () => {
      const cases: [attributes: Record<string, string>, said: string][] = [
        [none, 'ne sont pas à leur adresse'],
        [{ ...none, src: 'https://ailleurs.example/territory.json' }, 'ne sont pas sur ce site'],
        [{ ...none, src: '/package.json' }, 'ne sont pas lisibles'],
        [{ src: '/data/territories.json', territory: 'atlantide' }, 'ne sont pas lisibles'],
      ];
      for (const [attributes, said] of cases) {
        const element = await file(attributes);
        await untilText(element, said);
        expect(find(element, '.number')).to.equal(null);
        expect(find(element, '.emergency')?.checkVisibility()).to.equal(true);
      }
    });
  });
});
