import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { SasOrientationKeptEvent } from '../../../events/orientation-kept.ts';
import * as checklist from '../../../testing/checklists.ts';
import { find, get, textOf, until } from '../../../testing/tree.ts';
import '../orientation.ts';
import type { SasOrientation } from '../orientation.ts';
import * as fixtures from '../../../testing/fixtures.ts';
import { orientation } from '../testing/fake-orientations.ts';
import {
  act,
  atVendor,
  bookAtVendor,
  createOrientation,
  deskOf,
  playOrientation,
  type OrientationScene,
} from '../testing/orientation-scenes.ts';
import { redirectionScenes as scenes } from '../testing/redirection-scenes.ts';

/** Puts the element on the page in French and plays its scene. */
async function show(scene: OrientationScene): Promise<SasOrientation> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createOrientation(scene);
  parent.append(element);
  await element.updateComplete;
  await playOrientation(scene, element);
  await element.updateComplete;
  return element;
}

const stages = Object.fromEntries(
  Object.entries(scenes).map(([name, scene]) => [name, () => show(scene)]),
);

describe('<sas-orientation mode="redirection">', () => {
  checklist.accessible(stages);

  it('fills in nothing, asks nothing clinical', async () => {
    const element = await show(scenes['redirection, opening']);
    expect(find(element, '[aria-pressed=true]')).to.equal(null);
    expect(find(element, '.pane :is(input, textarea, select)')).to.equal(null);
    expect(textOf(element)).not.to.match(/symptôme|diagnosti|gravit/i);
  });

  for (const [name, stage] of Object.entries(stages)) {
    it(`gives every action that is shown a key of its own, ${name}`, async () => {
      const element = await stage();
      const shown = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-key]')]
        .filter((button) => button.checkVisibility())
        .map((button) => button.dataset['key']);
      expect(new Set(shown).size, shown.join(' ')).to.equal(shown.length);
    });
  }

  it('searches who takes people redirected, and nobody first', async () => {
    const scene = scenes['redirection, searching'];
    const queries: object[] = [];
    await show({
      ...scene,
      attributes: { ...scene.attributes, 'own-doctor': '810009876543' },
      script: () => {
        const script = scene.script();
        const stream = script.search!.stream!;
        return {
          ...script,
          search: {
            stream: (query, options) => {
              queries.push(query ?? {});
              return stream(query, options);
            },
          },
        };
      },
    });
    expect(queries.length).to.be.greaterThan(0);
    for (const query of queries) {
      expect(query).to.include({ redirection: true, insee: '76351' });
      expect(query).not.to.have.property('preferredPractitioner');
    }
  });

  it('says the protocol with its version, who assessed, what was given, and records it', async () => {
    const element = await show(scenes['redirection, recap']);
    expect(textOf(get(element, '.recap'))).to.equal(
      'Consultation, mardi 24 novembre à 9 h 20, Claire Ormelune, Le Havre, ' +
        'Réorientation à l’accueil, version 3, évaluation : Infirmier d’accueil (IOA), consignes remises',
    );
    await act(element, 'confirm');
    await until(element, '.read');
    expect(deskOf(element).requests).to.deep.equal([
      {
        outcome: 'unscheduled-consultation',
        decision: {
          kind: 'protocol',
          id: 'protocol-2',
          version: 3,
          assessedBy: 'triage-nurse',
        },
        insee: '76351',
        instructionsGiven: true,
        slotId: 'm-24-0920',
        holdId: 'hold-1',
      },
    ]);
  });

  it('records what was booked on an editor’s page before it is confirmed there', async () => {
    const steps: string[] = [];
    const scene = scenes['redirection, said'];
    const { search } = atVendor(false)();
    const appointment = fixtures.appointment({ status: 'pending' });
    const element = await show({
      ...scene,
      script: () => ({
        ...scene.script(),
        search: {
          ...search,
          confirm: async () => {
            steps.push('confirmed');
            return fixtures.appointment();
          },
        },
        create: async ({ appointmentId = null }) => {
          steps.push(`recorded ${appointmentId}`);
          return orientation({ appointmentId, appointment, followUp: 'pending' });
        },
      }),
    });
    await act(element, 'next');
    await bookAtVendor(element);
    expect(steps).to.be.empty;
    await act(element, 'confirm');
    await until(element, '.read');
    expect(steps).to.deep.equal(['recorded appointment-1', 'confirmed']);
    expect(textOf(element)).to.include('C’est réservé');
  });

  it('goes no further before all is said', async () => {
    const element = await show(scenes['redirection, opening']);
    const missing = () => textOf(get(element, '.missing'));
    (await until(element, '.waiting')).click();
    await act(element, 'next');
    expect(missing()).to.equal('Dites ce qui a été décidé.');
    await act(element, 'consultation', 'next');
    expect(missing()).to.equal('Dites qui a évalué la personne.');
    await act(element, 'regulator', 'next');
    expect(missing()).to.equal('Dites si les consignes écrites sont remises.');
    await act(element, 'instructions-not-given', 'next');
    await until(element, '[data-cell]');
  });

  it('keeps somebody here at any step: tells the page, records and keeps nothing', async () => {
    for (const scene of ['redirection, said', 'redirection, searching', 'redirection, recap']) {
      const element = await show(scenes[scene as keyof typeof scenes]);
      const told = oneEvent(element, 'sas-orientation-kept');
      await act(element, 'keep-here');
      expect(((await told) as unknown as SasOrientationKeptEvent).caseRef).to.equal('P-0042');
      expect(deskOf(element).requests, scene).to.be.empty;
      const held = deskOf(element).search.calls('hold').length;
      expect(deskOf(element).search.calls('release').length, scene).to.equal(held);
      expect(find(element, '[aria-pressed=true]'), scene).to.equal(null);
    }
  });

  it('prints a sheet of A5 with the hospital’s own text, and tidies up', async () => {
    const element = await show(scenes['redirection, told']);
    const before = document.adoptedStyleSheets.length;
    const real = window.print.bind(window);
    let rules = '';
    window.print = () => {
      rules = [...document.adoptedStyleSheets.at(-1)!.cssRules].map((rule) => rule.cssText).join();
    };
    try {
      await act(element, 'print');
    } finally {
      window.print = real;
    }
    expect(rules).to.match(/@page\s*\{[^}]*size: a5/i);
    expect(document.adoptedStyleSheets.length).to.equal(before + 1);
    dispatchEvent(new Event('afterprint'));
    expect(document.adoptedStyleSheets.length).to.equal(before);
    const slot = get<HTMLSlotElement>(element, 'slot[name=instructions]');
    expect(slot.assignedElements()[0]?.textContent).to.include('Consignes de l’hôpital');
    expect(textOf(get(element, '.read'))).to.include('appelez le 15');
  });
});
