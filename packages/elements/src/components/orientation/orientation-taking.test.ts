import { expect, fixture, html } from '@open-wc/testing';
import type { Orientation } from '@sas-kit/client';
import type { SasOrientationMadeEvent } from '../../events/orientation-made.ts';
import type { SasOrientationMovedEvent } from '../../events/orientation-moved.ts';
import { failing, offline, refusal } from '../../testing/fake-client.ts';
import * as fixtures from '../../testing/fixtures.ts';
import { find, focused, get, textOf, until, untilText, when } from '../../testing/tree.ts';
import './orientation.ts';
import type { SasOrientation } from './orientation.ts';
import { lost, orientation, waiting } from './testing/fake-orientations.ts';
import {
  act,
  createOrientation,
  deskOf,
  keepSlot,
  record,
  searching,
  takeLost,
  telephoning,
  type OrientationScene,
} from './testing/orientation-scenes.ts';

const ofPage = { place: 'Rouen', insee: '76540', 'case-ref': 'DRM-PAGE', 'share-case-ref': '' };

async function show(scene: OrientationScene = {}): Promise<SasOrientation> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createOrientation({ attributes: ofPage, ...scene });
  parent.append(element);
  await scene.act?.(element);
  return element;
}

const press = (name: string) =>
  focused()!.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
  );
const isOn = (selector: string) => when(() => focused()?.matches(selector) ?? false, selector);
const calls = (element: SasOrientation, method: 'cancel' | 'reschedule' | 'release') =>
  deskOf(element).search.calls(method);

/** The next event of this kind, once it comes. */
const told = <E extends Event>(element: SasOrientation, name: string): Promise<E> =>
  new Promise((tell) =>
    element.addEventListener(name, (event) => tell(event as E), { once: true }),
  );

/** What has the focus says this. */
const asked = async (text: string) => {
  await isOn('.leaving');
  expect(textOf(focused()!)).to.include(text);
};

/** Presses the slot of the fixtures, and Enter at the recap. */
async function book(element: SasOrientation): Promise<void> {
  (await until(element, '[data-cell="m-24-0920"]')).click();
  await untilText(element, 'Vérifiez');
  await act(element, 'confirm');
}

/** A structure that is called and says yes, up to the recap. */
async function byTelephone(element: SasOrientation): Promise<void> {
  await act(element, 'structures');
  (await until(element, '.candidates .waiting')).click();
  await act(element, 'accepted', 'next');
  await untilText(element, 'accepté au téléphone');
}

/** The same, where the practice cancels nothing. */
const standing = () => ({
  ...telephoning(),
  search: { ...telephoning().search, cancel: failing(offline()) },
});
/** What a doctor decided here, and somebody carried out. */
const carriedOut: Orientation = {
  ...lost,
  decision: { ...lost.decision, kind: 'orientation', id: 'decision-1' },
};

/** It has lost its appointment altogether. */
const cancelled: Orientation = {
  ...lost,
  followUp: 'cancelled',
  appointment: { ...lost.appointment, status: 'cancelled' },
};

describe('<sas-orientation> takes up a decision that waits', () => {
  it('goes to the search of its place, in its case, with the focus there', async () => {
    const element = await show();
    expect(await element.execute(waiting)).to.equal(true);
    await isOn('.step');
    const search = await until<HTMLElement & { insee: string }>(element, 'sas-availability');
    expect(search.insee).to.equal('76351');
    expect(textOf(get(element, '.head'))).to.include('DRM-2026-0042');
    const made = told<SasOrientationMadeEvent>(element, 'sas-orientation-made');
    await book(element);
    expect((await made).caseRef).to.equal('DRM-2026-0042');
    const [request] = deskOf(element).requests;
    expect(request?.decision).to.deep.equal({ kind: 'orientation', id: 'orientation-waiting' });
    expect(request).not.to.have.property('caseRef');
  });

  it('stands chosen in the list, for whoever goes back', async () => {
    const element = await show();
    await element.execute(waiting);
    press('Escape');
    await until(element, '.waiting[aria-pressed=true]');
    expect(get(element, '[data-action=orientation]').ariaPressed).to.equal('true');
  });

  it('says that it waits no more', async () => {
    const element = await show();
    expect(await element.execute(orientation({ state: 'executed' }))).to.equal(false);
    await isOn('.not-taken');
    expect(textOf(focused()!)).to.include('n’attend plus');
    await act(element, 'orientation');
    expect(find(element, '.not-taken')).to.equal(null);
  });

  it('says that the reader may not', async () => {
    const attributes = { ...ofPage, mode: 'redirection' };
    const nurse = () => ({ ...searching(), roles: ['triage-nurse'] });
    const element = await show({ attributes, script: nurse });
    expect(await element.execute(waiting)).to.equal(false);
    await isOn('.not-taken');
    expect(textOf(focused()!)).to.include('ne peut pas organiser');
  });

  it('has the focus on what it says to whoever orients nobody', async () => {
    const element = await show({ script: () => ({ roles: ['practitioner'], rights: [] }) });
    expect(await element.execute(waiting)).to.equal(false);
    await isOn('[part=problem]');
  });

  it('is not taken where the platform does not answer', async () => {
    const element = await show({ script: () => ({ session: failing(offline()) }) });
    expect(await element.execute(waiting)).to.equal(false);
    await untilText(element, 'Passez au téléphone');
  });
});

describe('<sas-orientation> finds another appointment', () => {
  it('moves the one that stands: the same orientation, in its case', async () => {
    const element = await show({ act: takeLost });
    await untilText(element, 'À la place du rendez-vous : mardi 24 novembre à 9 h 20');
    const moved = told<SasOrientationMovedEvent>(element, 'sas-orientation-moved');
    await book(element);
    const event = await moved;
    expect([event.caseRef, event.orientation.id]).to.deep.equal(['DRM-LOST', lost.id]);
    const [[id, request] = []] = calls(element, 'reschedule');
    expect(id).to.equal('appointment-lost');
    expect(request).to.deep.equal({ slotId: 'm-24-0920', holdId: 'hold-1' });
    expect(deskOf(element).requests).to.be.empty;
    await untilText(element, 'C’est déplacé');
    await untilText(element, 'À lire au patient');
    expect(find(element, '[data-action=undo]'), 'nothing to take back').to.equal(null);
  });

  it('makes another one where the former is gone, by the same decision', async () => {
    const element = await show();
    await element.again(cancelled);
    await untilText(element, 'À la place du rendez-vous annulé');
    await book(element);
    await untilText(element, 'C’est réservé');
    expect(calls(element, 'reschedule').length + calls(element, 'cancel').length).to.equal(0);
    const [request] = deskOf(element).requests;
    expect(request?.decision).to.deep.equal({
      kind: 'dispatch-case',
      role: 'regulator',
      decidedAt: '2026-11-22T13:05:00+01:00',
    });
    expect(request?.caseRef).to.equal('DRM-LOST');
  });

  it('cancels the former once a structure has the patient', async () => {
    const element = await show({ script: telephoning, act: takeLost });
    await byTelephone(element);
    expect(textOf(get(element, '.instead'))).to.include('sera annulé');
    await act(element, 'confirm');
    await untilText(element, 'C’est noté');
    expect(calls(element, 'cancel')[0]?.[0]).to.equal('appointment-lost');
    expect(deskOf(element).requests[0]).to.have.property('recipient');
  });

  it('says that the former still stands', async () => {
    const element = await show({ script: standing, act: takeLost });
    await byTelephone(element);
    await act(element, 'confirm');
    await untilText(element, 'L’ancien rendez-vous n’est pas annulé : appelez le cabinet.');
    await isOn('.refusal');
    expect(textOf(get(element, '.step'))).to.equal('C’est noté');
  });

  it('cancels first what a doctor decided: it waits for nobody else', async () => {
    const order: string[] = [];
    const element = await show({
      script: () => ({
        ...telephoning(),
        search: {
          ...telephoning().search,
          cancel: async () => {
            order.push('cancel');
            return fixtures.appointment({ status: 'cancelled' });
          },
        },
        create: async () => {
          order.push('create');
          return orientation();
        },
      }),
    });
    await element.again(carriedOut);
    await byTelephone(element);
    await act(element, 'confirm');
    await untilText(element, 'C’est noté');
    expect(order).to.deep.equal(['cancel', 'create']);
  });

  it('records nothing where what has to be cancelled first is not', async () => {
    const element = await show({ script: standing });
    await element.again(carriedOut);
    await byTelephone(element);
    await act(element, 'confirm');
    await untilText(element, 'L’ancien rendez-vous n’est pas annulé');
    expect(deskOf(element).requests).to.be.empty;
  });

  it('offers the next slots where the chosen one is gone', async () => {
    const taken = refusal('slot-taken', 409, { alternatives: fixtures.alternatives });
    const script = () => ({ search: { ...searching().search, reschedule: failing(taken) } });
    const element = await show({ script, act: takeLost });
    await book(element);
    await untilText(element, 'Ce créneau vient d’être pris');
    (await until(element, '.alternative')).click();
    await untilText(element, 'Vérifiez');
  });

  it('has no case where the platform knows none, whatever the page names', async () => {
    const element = await show();
    const decision = { ...lost.decision, kind: 'protocol' as const, id: 'protocol-1', version: 2 };
    await element.again({ ...lost, decision, caseRef: null });
    expect(textOf(get(element, '.head'))).not.to.include('DRM');
    const moved = told<SasOrientationMovedEvent>(element, 'sas-orientation-moved');
    await book(element);
    expect((await moved).caseRef).to.equal('');
  });

  it('goes on when the page comes to its case', async () => {
    const element = await show({ act: takeLost });
    element.caseRef = 'DRM-LOST';
    await element.updateComplete;
    expect(find(element, '.instead')).not.to.equal(null);
  });

  it('is left by one key: nothing is recorded, the page’s place is there again', async () => {
    const element = await show({ act: takeLost });
    press('Escape');
    await untilText(element, 'Qui a décidé');
    expect(textOf(get(element, '.head'))).to.include('DRM-PAGE');
    expect(find(element, '[aria-pressed=true]')).to.equal(null);
    expect(deskOf(element).requests).to.be.empty;
  });

  it('says that there is no appointment to replace', async () => {
    const element = await show();
    expect(await element.again(waiting)).to.equal(false);
    await untilText(element, 'n’a pas de rendez-vous à remplacer');
  });
});

describe('<sas-orientation> asks before it leaves what is under way', () => {
  it('stays on Escape: nothing is lost', async () => {
    const element = await show({ act: keepSlot });
    const taken = element.again(lost);
    await asked('Une orientation est commencée');
    press('Enter');
    press('Escape');
    expect(await taken).to.equal(false);
    await isOn('.step');
    await untilText(element, 'Vérifiez');
    expect(calls(element, 'release')).to.be.empty;
    expect(deskOf(element).requests, 'Enter recorded nothing').to.be.empty;
  });

  it('gives back what is held when it is left', async () => {
    const element = await show({ act: keepSlot });
    const taken = element.again(lost);
    await asked('Une orientation est commencée');
    press('x');
    expect(await taken).to.equal(true);
    await isOn('.step');
    await untilText(element, 'À la place du rendez-vous');
    expect(calls(element, 'release').length).to.equal(1);
  });

  it('says so of what is read to the patient', async () => {
    const element = await show({ act: record });
    const taken = element.execute(waiting);
    await asked('à lire au patient');
    press('x');
    expect(await taken).to.equal(true);
    await until(element, 'sas-availability:not([hidden])');
  });

  it('presses nothing behind the question', async () => {
    const element = await show({ act: keepSlot });
    void element.again(lost);
    await asked('Une orientation est commencée');
    press('k');
    expect(deskOf(element).search.calls('extend')).to.be.empty;
    expect(get(element, '.desk-grid').inert).to.equal(true);
  });

  it('answers the first where a second is asked for', async () => {
    const element = await show({ act: keepSlot });
    const first = element.again(lost);
    await asked('Une orientation est commencée');
    const second = element.execute(waiting);
    expect(await first).to.equal(false);
    await asked('Une orientation est commencée');
    press('x');
    expect(await second).to.equal(true);
    expect(textOf(get(element, '.head'))).to.include('DRM-2026-0042');
  });

  it('asks no more once the page has left the case itself', async () => {
    const element = await show({ act: keepSlot });
    const taken = element.again(lost);
    await asked('Une orientation est commencée');
    element.caseRef = 'DRM-LOST';
    expect(await taken).to.equal(true);
  });

  it('answers when the element leaves the page', async () => {
    const element = await show({ act: keepSlot });
    const taken = element.again(lost);
    await asked('Une orientation est commencée');
    element.remove();
    expect(await taken).to.equal(false);
  });

  it('leaves a place that was chosen without asking', async () => {
    const element = await show({ act: (shown) => untilText(shown, 'Qui a décidé') });
    expect(await element.again(lost)).to.equal(true);
  });
});
