import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SasSupportRequestEvent } from '../../events/support-request.ts';
import * as checklist from '../../testing/checklists.ts';
import { emergencyFirst } from '../../testing/emergency-first.ts';
import type { Scene } from '../../testing/scenes.ts';
import { stage, stages } from '../../testing/stage.ts';
import { find, focused, get, press, textOf, untilText } from '../../testing/tree.ts';
import { mailAddresses, mailLink } from './mail-link.ts';
import { joinScenes as scenes } from './testing/join-scenes.ts';
import './join.ts';
import type { SasJoin } from './join.ts';

const tag = 'sas-join';
const show = (scene: Scene) => stage<SasJoin>(tag, scene);
const plain = () => show(scenes.practitioner);

describe('<sas-join>', () => {
  const all = stages(tag, scenes);
  emergencyFirst(tag, all);
  checklist.accessible(all);
  checklist.renders(tag, plain);
  checklist.hidden(plain);
  checklist.reflects(plain, { theme: 'dark' });
  checklist.defaults(tag, { kind: 'practitioner', supportEmail: '', headingLevel: 2 });
  checklist.themed(plain, { '--sas-color-tint': ['.chip:has(:checked)', 'background-color'] });
  checklist.edged(plain, ['.chip']);
  checklist.translated(plain, { fr: 'Rejoindre le SAS', en: 'Join the SAS' });

  it('gives the steps of the kind that the reader chooses, by keyboard', async () => {
    const element = await plain();
    const before = textOf(get(element, '.steps'));
    get(element, '[name=kind]:checked').focus();
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    expect(element.kind).to.equal('regulator');
    expect(textOf(element)).to.include('Étapes : Médecin régulateur');
    expect(textOf(get(element, '.steps'))).not.to.equal(before);
  });

  it('shows what the territory adds for that kind, and nothing else of the page', async () => {
    const element = await plain();
    element.insertAdjacentHTML(
      'beforeend',
      '<p slot="practitioner">Ici, les médecins</p><p slot="cpts">Ici, les CPTS</p>',
    );
    const [doctors, communities] = element.querySelectorAll('[slot]');
    await element.updateComplete;
    expect([doctors?.checkVisibility(), communities?.checkVisibility()]).to.deep.equal([
      true,
      false,
    ]);
    element.kind = 'cpts';
    await element.updateComplete;
    expect([doctors?.checkVisibility(), communities?.checkVisibility()]).to.deep.equal([
      false,
      true,
    ]);
  });

  it('quotes no amount: payment is in a text that changes', async () => {
    for (const kind of ['practitioner', 'regulator', 'cpts', 'centre', 'sos', 'holder']) {
      expect(textOf(await show({ attributes: { kind } })), kind).not.to.match(/€|euro/i);
    }
  });

  it('begins with doctors where the page names no kind that there is', async () => {
    expect((await show({ attributes: { kind: 'plumber' } })).kind).to.equal('practitioner');
  });

  describe('a request for support', () => {
    it('says whom to ask where the page gives no address', async () => {
      const element = await show(scenes['holder without address']);
      expect(textOf(element)).to.include('Adressez-vous à l’ARS');
      expect(find(element, 'form')).to.equal(null);
    });

    it('becomes a message that the reader sends', async () => {
      const element = await show(scenes.ready);
      const link = get<HTMLAnchorElement>(element, '.ready a');
      expect(focused()).to.equal(link);
      const mail = new URL(link.href);
      expect(mail.pathname).to.equal('ars@sante.example,cpam@sante.example');
      expect(mail.searchParams.get('subject')).to.equal(
        'SAS, demande d’accompagnement\u00a0: Puy-de-Dôme',
      );
      const body = mail.searchParams.get('body') ?? '';
      expect(body).to.include('Territoire\u00a0: Puy-de-Dôme\r\n');
      expect(body).to.include('Organisation\u00a0: Établissement siège du SAMU');
      expect(body).to.include('Besoin d’aide pour\u00a0: la gouvernance et la convention');
      expect(body).to.include('Première rencontre & suite ?');
      expect(get<HTMLTextAreaElement>(element, '#text').value).to.include('Puy-de-Dôme');
    });

    it('keeps what was written when the reader changes it', async () => {
      const element = await show(scenes.ready);
      press(element, 'Modifier');
      await untilText(element, 'Préparer le message');
      await element.updateComplete;
      expect(get<HTMLInputElement>(element, '#territory').value).to.equal('Puy-de-Dôme');
      expect(focused()).to.equal(get(element, '#territory'));
    });

    it('asks for the territory that is missing, at its field', async () => {
      const element = await show(scenes['territory missing']);
      const field = get(element, '#territory');
      expect(focused()).to.equal(field);
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(field.getAttribute('aria-describedby')).to.equal('territory-fault');
    });

    it('goes the page’s own way where it cancels the event', async () => {
      const element = await show(scenes.holder);
      const told: SasSupportRequestEvent[] = [];
      element.addEventListener('sas-support-request', (event) => {
        event.preventDefault();
        told.push(event);
      });
      const territory = get<HTMLInputElement>(element, '#territory');
      territory.value = ' Loire ';
      territory.dispatchEvent(new Event('input'));
      press(element, 'Préparer le message');
      await element.updateComplete;
      expect(told.map(({ request }) => request)).to.deep.equal([
        { territory: 'Loire', organisation: 'hospital', topics: [], message: '' },
      ]);
      expect(find(element, '.ready')).to.equal(null);
    });
  });
});

describe('a mail link', () => {
  it('lets nothing of its texts become a header or another recipient', () => {
    const link = mailLink(['a@b.example'], 'x&cc=evil@c.example', 'one\ntwo?&=');
    expect(link).to.equal(
      'mailto:a@b.example?subject=x%26cc%3Devil%40c.example&body=one%0D%0Atwo%3F%26%3D',
    );
    expect(mailLink(['a?cc=x@b.example'], '', '')).to.match(
      /^mailto:a%3Fcc%3Dx@b\.example\?subject/,
    );
  });

  it('reads addresses and leaves out what is none', () => {
    expect(mailAddresses('a@b.example; c@d.example, nobody, @x')).to.deep.equal([
      'a@b.example',
      'c@d.example',
    ]);
  });
});
