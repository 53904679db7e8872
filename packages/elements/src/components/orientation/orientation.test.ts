import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { SasOrientationMadeEvent } from '../../events/orientation-made.ts';
import type { SasOrientationWithdrawnEvent } from '../../events/orientation-withdrawn.ts';
import * as checklist from '../../testing/checklists.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import { failing, offline, refusal } from '../../testing/fake-client.ts';
import * as fixtures from '../../testing/fixtures.ts';
import { find, focused, get, textOf, until, untilText, when } from '../../testing/tree.ts';
import './orientation.ts';
import type { SasOrientation } from './orientation.ts';
import { waiting } from './testing/fake-orientations.ts';
import {
  act,
  createOrientation,
  deskOf,
  keepSlot,
  orientationScenes as scenes,
  playOrientation,
  record,
  searching,
  takeWaiting,
  type OrientationScene,
} from './testing/orientation-scenes.ts';

const tag = 'sas-orientation';

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
const opening = () => show(scenes.opening);
/** A decision that waits, and tells no case. */
const caseless = () => ({ ...searching(), waiting: [{ ...waiting, caseRef: null }] });
const key = (element: SasOrientation, name: string, change: KeyboardEventInit = {}) => {
  const target = focused() ?? element;
  const event = new KeyboardEvent('keydown', {
    key: name,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...change,
  });
  target.dispatchEvent(event);
  return event;
};
const heading = () => focused()?.textContent?.trim();

describe('<sas-orientation>', () => {
  checklist.accessible(stages);
  checklist.renders(tag, opening);
  checklist.hidden(opening);
  checklist.reflects(opening, { theme: 'dark' });
  checklist.defaults(tag, { session: false, shareCaseRef: false, shortcuts: 'on', baseUrl: '' });
  checklist.themed(opening, { '--sas-color-accent': ['.primary', 'background-color'] });
  checklist.translated(opening, { fr: 'Qui a décidé', en: 'Who decided?' });

  it('shows no emergency text for the public: its readers are the 15', async () => {
    const element = await show(scenes.searching);
    expect(find(element, '.emergency')).to.equal(null);
  });

  it('fills in nothing beforehand', async () => {
    const element = await opening();
    expect(find(element, '[aria-pressed=true]')).to.equal(null);
    await act(element, 'protocol');
    expect(element.shadowRoot!.querySelectorAll('[aria-pressed=true]').length).to.equal(1);
    expect(find(element, 'textarea')).to.equal(null);
  });

  for (const [name, stage] of Object.entries(stages)) {
    it(`gives every action that is shown a key of its own, ${name}`, async () => {
      const element = await stage();
      const shown = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-key]')]
        .filter((button) => button.checkVisibility() && !button.closest('[inert]'))
        .map((button) => button.dataset['key']);
      expect(new Set(shown).size, shown.join(' ')).to.equal(shown.length);
    });
  }

  it('offers each role only what it may record', async () => {
    const kinds = (element: SasOrientation) =>
      ['own', 'orientation', 'dispatch-case', 'protocol'].filter((kind) =>
        find(element, `[data-action="${kind}"]`),
      );
    expect(kinds(await opening())).to.deep.equal(['orientation', 'protocol']);
    expect(kinds(await show(scenes['of a doctor']))).to.deep.equal([
      'own',
      'orientation',
      'dispatch-case',
    ]);
    expect(kinds(await show(scenes['in the dispatch program']))).to.deep.equal([
      'orientation',
      'dispatch-case',
      'protocol',
    ]);
  });

  it('carries out a doctor’s decision by keys alone, from the list to what is read', async () => {
    const element = await opening();
    element.focusTitle();
    key(element, 'd');
    const item = await until(element, '.waiting');
    item.focus();
    item.click();
    key(element, 'n');
    await when(() => heading() === 'Où va le patient ?'.replace(' ?', '\u00a0?'), 'the search');
    (await until(element, '[data-cell="m-24-0920"]')).click();
    await when(() => heading() === 'Vérifiez, puis notez', 'the recap');
    expect(textOf(get(element, '.recap'))).to.equal(
      'Consultation, mardi 24 novembre à 9 h 20, Claire Ormelune, Le Havre, décidé à 14 h 02 (médecin régulateur), dans les 24 h, dossier DRM-2026-0042',
    );
    const made = oneEvent(element, 'sas-orientation-made');
    key(element, 'Enter');
    const { orientation } = (await made) as unknown as SasOrientationMadeEvent;
    expect(orientation.reference).to.equal('4K7P');
    await when(() => heading() === 'C’est réservé', 'the end');
    const { requests, search } = deskOf(element);
    expect(search.calls('hold')).to.deep.equal([[{ slotId: 'm-24-0920' }]]);
    expect(requests).to.deep.equal([
      {
        outcome: 'unscheduled-consultation',
        decision: { kind: 'orientation', id: 'orientation-waiting' },
        slotId: 'm-24-0920',
        holdId: 'hold-1',
      },
    ]);
    const read = textOf(get(element, '.read'));
    expect(read).to.include('Mardi 24 novembre à 9 h 20');
    expect(read).to.include('Deuxième étage');
    expect(read).to.include('Secteur 1');
    expect(read).to.include('appelez le 15');
  });

  it('goes one pane back by Escape, and gives the slot back', async () => {
    const element = await show(scenes.recap);
    key(element, 'Escape');
    await when(() => heading()?.startsWith('Où va') ?? false, 'the search');
    expect(deskOf(element).search.calls('release').length).to.equal(1);
    key(element, 'Escape');
    await when(() => heading()?.startsWith('Qu’a décidé') ?? false, 'the decision');
    expect(find(element, '.waiting[aria-pressed=true]')).not.to.equal(null);
  });

  it('leaves the keys of fields, of the browser and of the page alone', async () => {
    const element = await show(scenes['in the dispatch program']);
    get(element, '#decided-at').focus();
    key(element, 'p');
    expect(find(element, '#decided-at')).not.to.equal(null);
    element.focusTitle();
    for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }]) {
      expect(key(element, 'p', held).defaultPrevented, JSON.stringify(held)).to.equal(false);
    }
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', bubbles: true }));
    expect(find(element, '#decided-at')).not.to.equal(null);
    key(element, 'p');
    await untilText(element, 'Protocoles signés');
  });

  it('does nothing by letters once they are off, by the page or by its reader', async () => {
    const element = await show(scenes['without keys']);
    expect(find(element, 'kbd')).to.equal(null);
    key(element, 'd');
    await element.updateComplete;
    expect(find(element, '[aria-pressed=true]')).to.equal(null);
    get(element, '#shortcuts').click();
    await until(element, 'kbd');
    expect(element.shortcuts).to.equal('on');
  });

  it('tells the platform the case only where the page says so, and the page always', async () => {
    const quiet = await show({
      attributes: { place: 'Le Havre', insee: '76351', 'case-ref': 'DRM-7' },
      script: caseless,
      act: keepSlot,
    });
    const told = oneEvent(quiet, 'sas-orientation-made');
    await act(quiet, 'confirm');
    expect(((await told) as unknown as SasOrientationMadeEvent).caseRef).to.equal('DRM-7');
    expect(JSON.stringify(deskOf(quiet).requests)).not.to.include('DRM-7');
  });

  it('records what a doctor decided in the dispatch program: who, when, in which case', async () => {
    const element = await show(scenes['in the dispatch program']);
    const time = get<HTMLInputElement>(element, '#decided-at');
    time.value = '14:05';
    time.dispatchEvent(new Event('input'));
    await act(element, 'home-visit', 'next');
    await until(element, '[data-cell]');
    (await until(element, '[data-cell="n-home"]')).click();
    await act(element, 'confirm');
    await untilText(element, 'À lire au patient');
    expect(deskOf(element).requests[0]).to.deep.include({
      outcome: 'unscheduled-consultation',
      form: 'home-visit',
      decision: {
        kind: 'dispatch-case',
        role: 'regulator',
        decidedAt: '2026-11-23T14:05:00+01:00',
      },
      insee: '76351',
      caseRef: 'DRM-2026-0042',
    });
  });

  it('means yesterday by a time that is not over today', async () => {
    const element = await show(scenes['told of a SMUR']);
    expect(deskOf(element).requests[0]?.triggeredAt).to.equal('2026-11-23T14:05:00+01:00');
    expect(textOf(element)).to.include('à 14 h 05, dossier DRM-2026-0042');
  });

  it('says what a decision lacks, and goes there', async () => {
    const element = await show(scenes['nothing said']);
    await when(() => focused()?.matches('.missing') ?? false, 'the focus on what is missing');
    await act(element, 'protocol', 'next');
    await untilText(element, 'Choisissez un protocole.');
    (await until(element, '.waiting')).click();
    await act(element, 'consultation', 'next');
    await untilText(element, 'Choisissez une commune');
    expect(deskOf(element).requests).to.be.empty;
  });

  it('tells of a slot that somebody took, and offers the next', async () => {
    const element = await show(scenes.conflict);
    await when(() => focused()?.matches('.refusal') ?? false, 'the focus on the reason');
    get(element, '.alternative').click();
    await untilText(element, 'Vérifiez');
    expect(deskOf(element).search.calls('hold')[1]).to.deep.equal([{ slotId: 'm-24-0935' }]);
  });

  it('sends what was not answered again under its first key', async () => {
    const element = await show(scenes['not sent']);
    expect(textOf(get(element, '.step'))).to.equal('Vérifiez, puis notez');
    await act(element, 'confirm');
    await when(() => deskOf(element).requests.length === 2, 'sent again');
    const [first, second] = deskOf(element).requests;
    expect(second).to.deep.equal(first);
  });

  it('notes what the own doctor said, once, and keeps it with the orientation', async () => {
    const element = await show(scenes['own doctor']);
    await until(element, '[data-action=unreachable][aria-pressed=true]');
    expect(deskOf(element).calls).to.deep.equal([
      { practitionerId: 'p-vasquerel', purpose: 'own-doctor', result: 'unreachable' },
    ]);
    await keepSlot(element);
    await act(element, 'confirm');
    await untilText(element, 'À lire au patient');
    expect(deskOf(element).requests[0]?.ownDoctor).to.deep.equal({
      said: 'known',
      call: 'unreachable',
    });
  });

  it('says that an own doctor’s answer could not be noted', async () => {
    const element = await show({
      ...scenes['own doctor'],
      script: () => ({ ...scenes['own doctor'].script(), call: failing(offline()) }),
    });
    await untilText(element, 'L’appel n’a pas pu être noté.');
  });

  it('never forgets who decided when another slot is chosen after taking one back', async () => {
    const element = await show({ act: record });
    const told = oneEvent(element, 'sas-orientation-withdrawn');
    key(element, 'z');
    const event = (await told) as unknown as SasOrientationWithdrawnEvent;
    expect(event.orientation.state).to.equal('withdrawn');
    expect(deskOf(element).withdrawn).to.deep.equal(['orientation-1']);
    await untilText(element, 'C’est repris');
    (await until(element, '[data-cell="m-24-0920"]')).click();
    await act(element, 'confirm');
    await untilText(element, 'À lire au patient');
    expect(deskOf(element).requests[1]?.decision.id).to.equal('orientation-waiting');
  });

  it('begins the next case with nothing of the last', async () => {
    const element = await show(scenes.told);
    key(element, 'n');
    await when(() => heading()?.startsWith('Qu’a décidé') ?? false, 'the next case');
    expect(find(element, '[aria-pressed=true]')).to.equal(null);
  });

  it('offers no retry to who may not orient', async () => {
    const element = await show(scenes['not mine']);
    expect(find(element, '[data-action]')).to.equal(null);
  });

  it('books beside the slots once the practice said yes, in quarters of an hour', async () => {
    const element = await show(scenes['a practice said yes']);
    const times = [...get<HTMLSelectElement>(element, '#beside-time').options].slice(1);
    // Until the doctor's 14 h 02.
    expect(times.length).to.equal(57);
    expect(times.every(({ value }) => /T\d\d:(00|15|30|45):00\+01:00$/.test(value))).to.equal(true);
    const [first] = get<HTMLSelectElement>(element, '#beside-date').options;
    expect(first?.value).to.equal('');
    await act(element, 'next');
    await untilText(element, 'Vérifiez');
    expect(textOf(get(element, '.recap'))).to.include('hors créneaux, mardi 24 novembre à 12 h 15');
    await act(element, 'confirm');
    await untilText(element, 'À lire au patient');
    const { calls, requests } = deskOf(element);
    expect(calls).to.deep.equal([
      { scheduleId: 'card-vasquerel', purpose: 'overbooking', result: 'accepted' },
    ]);
    expect(requests[0]?.overbooking).to.deep.equal({
      scheduleId: 'card-vasquerel',
      start: '2026-11-24T12:15:00+01:00',
      callId: 'call-1',
    });
    expect(textOf(get(element, '.read'))).to.include('12 h 15');
  });

  it('leads nowhere from a practice that said no', async () => {
    const element = await show(scenes['a practice said no']);
    expect(find(element, '#beside-date, [data-action=next]')).to.equal(null);
    key(element, 'Escape');
    await when(() => heading()?.startsWith('Où va') ?? false, 'the search again');
  });

  it('goes to a structure that said yes on the telephone', async () => {
    const element = await show(scenes['by telephone']);
    await act(element, 'confirm');
    await untilText(element, 'a accepté au téléphone');
    const { calls, requests } = deskOf(element);
    expect(calls).to.deep.equal([
      { structureId: 'structure-sos', purpose: 'sos', result: 'accepted' },
    ]);
    expect(requests[0]?.recipient).to.deep.equal({
      structureId: 'structure-sos',
      callId: 'call-1',
    });
  });

  it('books an editor’s slot here in one step, then records its appointment', async () => {
    const element = await show(scenes['booked at a vendor']);
    const { search, requests } = deskOf(element);
    expect(search.calls('book').map(([request]) => request)).to.deep.equal([
      { slotId: 'm-24-0920', holdId: 'hold-1' },
    ]);
    expect(requests[0]?.appointmentId).to.equal('appointment-1');
    expect(requests[0]?.slotId).to.equal(undefined);
  });

  it('gives up an appointment that was booked here and cannot be recorded', async () => {
    const scene = scenes['booked at a vendor'];
    const element = await show({
      script: () => ({ ...scene.script(), create: failing(refusal('medical-decision', 403)) }),
      act: async (shown) => {
        await takeWaiting(shown);
        (await until(shown, '[data-cell="v-24-1140"]')).click();
        await act(shown, 'confirm');
        await untilText(shown, 'Cela revient à un médecin');
      },
    });
    await act(element, 'back');
    await when(() => deskOf(element).search.calls('cancel').length === 1, 'cancelled');
  });

  it('records what was booked on an editor’s page, and leaves it there when it goes back', async () => {
    const element = await show(scenes['left for a vendor']);
    await act(element, 'confirm');
    await untilText(element, 'À lire au patient');
    expect(deskOf(element).requests[0]?.appointmentId).to.equal('appointment-1');
    const other = await show(scenes['left for a vendor']);
    await act(other, 'back');
    await when(() => heading()?.startsWith('Où va') ?? false, 'the search');
    expect(deskOf(other).search.calls('cancel')).to.be.empty;
  });

  it('searches further when nothing is near, and near again for the next case', async () => {
    const element = await show(scenes.enlarged);
    await act(element, 'enlarge');
    await untilText(element, 'Recherche jusqu’à 60');
    key(element, 'Escape');
    await when(() => heading()?.startsWith('Qu’a décidé') ?? false, 'the decision');
    await act(element, 'next');
    await when(() => heading()?.startsWith('Où va') ?? false, 'the search');
    expect(textOf(element)).not.to.include('Recherche jusqu’à');
  });

  it('gives the patient back to the doctor: the page is told, nothing is recorded', async () => {
    const element = await show({
      act: takeWaiting,
      attributes: { 'case-ref': 'DRM-9' },
      script: caseless,
    });
    const told = oneEvent(element, 'sas-orientation-given-back');
    await act(element, 'give-back');
    expect(((await told) as unknown as { caseRef: string }).caseRef).to.equal('DRM-9');
    await when(() => focused()?.matches('.given-back') ?? false, 'the focus on what is to be done');
    expect(deskOf(element).requests).to.be.empty;
  });

  it('has giving back to the doctor as its last way, but for the doctor', async () => {
    const last = (element: SasOrientation) =>
      [...element.shadowRoot!.querySelectorAll<HTMLElement>('.pane .choices [data-action]')].at(-1)
        ?.dataset['action'];
    expect(last(await show(scenes.searching))).to.equal('give-back');
    const doctor = await show(scenes['left to an operator']);
    expect(deskOf(doctor).requests[0]?.decision.kind).to.equal('own');
  });

  describe('with time', () => {
    const time = new FakeClock();
    afterEach(() => time.restore());

    it('takes back for ten seconds, then shows no such button and keeps the focus', async () => {
      const element = await show({ act: keepSlot });
      time.install();
      await act(element, 'confirm');
      (await until(element, '[data-action=undo]')).focus();
      time.pass(9000);
      await element.updateComplete;
      expect(textOf(get(element, '[data-action=undo]'))).to.include('1 s');
      time.pass(1000);
      await element.updateComplete;
      expect(find(element, '[data-action=undo]')).to.equal(null);
      await when(() => heading() === 'C’est réservé', 'the focus on the heading');
    });
  });

  it('takes an expired slot again before it records', async () => {
    const element = await show(scenes.expired);
    await act(element, 'confirm');
    await untilText(element, 'À lire au patient');
    expect(deskOf(element).search.calls('extend').length).to.equal(1);
  });

  it('gives a kept slot back when it leaves the page', async () => {
    const element = await show(scenes.recap);
    element.remove();
    expect(deskOf(element).search.calls('release').length).to.equal(1);
  });

  it('tells the page of a failed call', async () => {
    const element = await show({
      script: () => ({
        ...searching(),
        search: {
          ...searching().search,
          hold: failing(refusal('slot-taken', 409, { alternatives: fixtures.alternatives })),
        },
      }),
      act: takeWaiting,
    });
    const told = oneEvent(element, 'sas-error');
    (await until(element, '[data-cell="m-24-0920"]')).click();
    expect(((await told) as unknown as { code: string }).code).to.equal('slot-taken');
    await untilText(element, 'Ce créneau vient d’être pris');
  });
});
