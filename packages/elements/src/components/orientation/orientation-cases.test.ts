import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { SasOrientationMadeEvent } from '../../events/orientation-made.ts';
import type { SasOrientationWithdrawnEvent } from '../../events/orientation-withdrawn.ts';
import { offline } from '../../testing/fake-client.ts';
import * as fixtures from '../../testing/fixtures.ts';
import { find, focused, get, textOf, until, untilText, when } from '../../testing/tree.ts';
import './orientation.ts';
import type { SasOrientation } from './orientation.ts';
import { orientation, waiting } from './testing/fake-orientations.ts';
import {
  act,
  createOrientation,
  deskOf,
  record,
  searching,
  takeWaiting,
  vasquerel,
  type OrientationScene,
} from './testing/orientation-scenes.ts';

const there = { place: 'Le Havre', insee: '76351' };
const caseA = { ...there, 'case-ref': 'DRM-A', 'share-case-ref': '' };
/** A decision of the page's own case, and one of another. */
const own = orientation({ ...waiting, id: 'orientation-own', caseRef: 'DRM-A' });

async function show(scene: OrientationScene): Promise<SasOrientation> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createOrientation(scene);
  parent.append(element);
  await untilText(element, 'Qui a décidé');
  await scene.act?.(element);
  return element;
}

const items = (element: SasOrientation) =>
  [...element.shadowRoot!.querySelectorAll('.pane .waiting')].map(textOf);
const caseOf = async (told: Promise<unknown>) =>
  ((await told) as SasOrientationMadeEvent | SasOrientationWithdrawnEvent).caseRef;

describe('<sas-orientation> and its case', () => {
  it('keeps to the case of a decision that waited, whatever case the page names', async () => {
    const element = await show({ attributes: caseA, act: takeWaiting });
    expect(textOf(get(element, '.decided'))).to.include('dossier DRM-2026-0042');
    (await until(element, '[data-cell="m-24-0920"]')).click();
    await untilText(element, 'Vérifiez');
    expect(textOf(get(element, '.recap'))).to.include('dossier DRM-2026-0042');
    expect(textOf(get(element, '.head'))).to.include('DRM-2026-0042');
    const made = caseOf(oneEvent(element, 'sas-orientation-made'));
    await act(element, 'confirm');
    expect(await made).to.equal('DRM-2026-0042');
    await untilText(element, 'À lire au patient');
    const withdrawn = caseOf(oneEvent(element, 'sas-orientation-withdrawn'));
    await act(element, 'undo');
    expect(await withdrawn).to.equal('DRM-2026-0042');
  });

  it('lists the decisions of another case last, and says that they are', async () => {
    const element = await show({
      attributes: caseA,
      script: () => ({ ...searching(), waiting: [waiting, own] }),
    });
    await act(element, 'orientation');
    await until(element, '.waiting');
    const [first, second] = items(element);
    expect(first).to.include('DRM-A').and.not.to.include('Autre dossier');
    expect(second).to.include('Autre dossier DRM-2026-0042');
  });

  it('begins again when the page goes to another case: nothing of the last one is recorded there', async () => {
    const element = await show({
      attributes: caseA,
      script: () => ({ ...searching(), roles: ['regulator'] }),
      act: async (shown) => {
        await act(shown, 'own', 'consultation', 'next');
        (await until(shown, '[data-cell="m-24-0920"]')).click();
        await untilText(shown, 'Vérifiez');
      },
    });
    element.caseRef = 'DRM-B';
    await untilText(element, 'Le dossier a changé');
    expect(find(element, '[aria-pressed=true]')).to.equal(null);
    expect(deskOf(element).search.calls('release').length).to.equal(1);
    await when(() => focused()?.matches('.case-changed') ?? false, 'the focus on what happened');
    expect(textOf(get(element, '.head'))).to.include('DRM-B');
  });

  it('says nothing of a case that changes before anything was said', async () => {
    const element = await show({ attributes: caseA });
    element.caseRef = 'DRM-B';
    await untilText(element, 'DRM-B');
    expect(find(element, '.case-changed')).to.equal(null);
  });

  it('has no place of the last case where the page names none', async () => {
    const element = await show({ attributes: { ...caseA } });
    await act(element, 'protocol');
    element.caseRef = 'DRM-B';
    element.place = 'Nulle-Part';
    element.insee = '';
    await untilText(element, 'Le dossier a changé');
    (await until(element, '[data-action=protocol]')).click();
    (await until(element, '.waiting')).click();
    await act(element, 'consultation', 'next');
    await untilText(element, 'Choisissez une commune');
  });

  it('tells what was made, and takes it back, in the case in which it was made', async () => {
    const element = await show({
      attributes: caseA,
      script: () => ({ ...searching(), waiting: [own] }),
      act: record,
    });
    element.caseRef = 'DRM-B';
    await untilText(element, 'Passer au dossier DRM-B');
    expect(textOf(get(element, '.recap'))).to.include('dossier DRM-A');
    const withdrawn = caseOf(oneEvent(element, 'sas-orientation-withdrawn'));
    await act(element, 'undo');
    expect(await withdrawn).to.equal('DRM-A');
    await untilText(element, 'Le dossier a changé');
  });

  it('offers another orientation of the same case where the page names it', async () => {
    const element = await show({
      attributes: caseA,
      script: () => ({ ...searching(), waiting: [own] }),
      act: record,
    });
    expect(textOf(get(element, '[data-action=another]'))).to.include(
      'Autre orientation de ce dossier',
    );
  });

  it('reads what waits again when it is asked for, made, taken back', async () => {
    let list = [waiting];
    const element = await show({
      script: () => ({
        ...searching(),
        get waiting() {
          return list;
        },
      }),
      act: record,
    });
    list = [];
    await act(element, 'another', 'orientation');
    await untilText(element, 'Aucune décision n’attend.');
    list = [waiting];
    await act(element, 'orientation');
    await until(element, '.waiting');
  });

  for (const [who, what, says] of [
    ['', 'no own doctor', 'Le patient en a-t-il un'],
    ['Petit', 'a name', 'Petit'],
    ['810001111111', 'somebody the platform does not find', 'n’a pas été retrouvé'],
    ['810002222222', 'somebody whose card cannot be read', 'n’a pas été retrouvé'],
  ] as const) {
    it(`keeps no own doctor of the last case where the page names ${what}`, async () => {
      const card = fixtures.answer([{ ...vasquerel, preferred: true }]);
      const element = await show({
        attributes: { ...caseA, 'own-doctor': '810009876543' },
        script: () => ({
          search: {
            ...searching().search,
            search: async ({ preferredPractitioner }) => {
              if (preferredPractitioner === '810002222222') throw offline();
              return preferredPractitioner === '810009876543' ? card : fixtures.answer([]);
            },
          },
        }),
        act: (shown) => untilText(shown, 'Paul Vasquerel'),
      });
      element.caseRef = 'DRM-B';
      element.ownDoctor = who;
      await untilText(element, says);
      expect(textOf(get(element, '.own-doctor'))).not.to.include('Vasquerel');
      await act(element, 'accepted');
      await until(element, '[data-action=accepted][aria-pressed=true]');
      expect(deskOf(element).calls).to.be.empty;
    });
  }
});
