import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SasErrorEvent } from '../../events/error.ts';
import type { SasOrientationAcknowledgedEvent } from '../../events/orientation-acknowledged.ts';
import type { SasOrientationAgainEvent } from '../../events/orientation-again.ts';
import type { SasOrientationExecuteEvent } from '../../events/orientation-execute.ts';
import * as checklist from '../../testing/checklists.ts';
import * as fixtures from '../../testing/fixtures.ts';
import { find, focused, get, press, textOf, until, untilText, when } from '../../testing/tree.ts';
import './orientation-list.ts';
import type { SasOrientationList } from './orientation-list.ts';
import { booked, orientation, struck, transmission } from './testing/fake-orientations.ts';
import {
  colleagues,
  createList,
  decision,
  first,
  orientationScenes as scenes,
  platformOf,
  playList,
  second,
  strike,
  type OrientationScene,
} from './testing/orientation-scenes.ts';

const tag = 'sas-orientation-list';

/** Puts the element on the page in French and plays its scene. */
async function show(scene: OrientationScene): Promise<SasOrientationList> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createList(scene);
  parent.append(element);
  await element.updateComplete;
  await playList(scene, element);
  await element.updateComplete;
  return element;
}

const stages = Object.fromEntries(
  Object.entries(scenes).map(([name, scene]) => [name, () => show(scene)]),
);
const day = () => show(scenes.day);
const rows = (element: HTMLElement) =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-id]')].map(
    ({ dataset }) => dataset['id'],
  );
const rowOf = (element: HTMLElement, id: string) => textOf(get(element, `[data-id="${id}"]`));
const alert = (element: HTMLElement) => textOf(get(element, 'p[role=alert]'));
const gone = (element: HTMLElement, text: string) =>
  when(() => !textOf(element).includes(text), `« ${text} » goes`);

describe('<sas-orientation-list>', () => {
  checklist.accessible(stages);
  checklist.renders(tag, day);
  checklist.hidden(day);
  checklist.reflects(day, { theme: 'dark' });
  checklist.defaults(tag, { session: false, show: 'mine', shortcuts: 'on', headingLevel: 2 });
  checklist.themed(() => show(scenes.cancelled), {
    '--sas-color-danger': ['.alarmed', 'border-top-color'],
  });
  checklist.translated(day, { fr: 'Orientations du jour', en: 'Orientations of the day' });
  checklist.edged(day, ['.state']);

  it('lists the reader’s orientations and the decisions that wait', async () => {
    const element = await day();
    expect(rows(element)).to.deep.equal(['decision', 'first', 'second']);
    const text = rowOf(element, 'first');
    expect(text).to.include('mardi 24 novembre, 9 h 20, Claire Ormelune, Le Havre');
    expect(text).to.include('réservé');
    expect(text).to.include('réf. 4K7P');
    expect(text).to.include('dossier SAMU76-2026-0412');
    expect(text).to.include('décision notée dans le dossier de régulation : médecin régulateur');
    expect(text).to.include('Logiciel de régulation : reçu, intégré, depuis 14 h 06');
  });

  it('lists the whole desk where it is asked for', async () => {
    const element = await day();
    const [, desk] = element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=radio]');
    desk!.click();
    await untilText(element, 'par un collègue (assistant de régulation médicale)');
    expect(rows(element)).to.deep.equal(['decision', 'colleagues', 'first', 'second']);
  });

  it('tells every state in a word and a shape', async () => {
    const element = await show(scenes['every state']);
    for (const [id, text] of [
      ['pending', 'à confirmer'],
      ['pending', 'Sans nouvelles du logiciel du cabinet'],
      ['moved', 'déplacé'],
      ['moved', 'déposé, pas encore reçu, depuis 14 h 06, transmis sans le praticien'],
      ['honoured', 'venu'],
      ['noshow', 'non venu'],
      ['cancelled', 'annulé'],
      ['cancelled', 'Le logiciel du cabinet n’annule pas'],
      ['overbooked', 'en plus des créneaux'],
      ['withdrawn', 'retirée'],
      ['entrusted', 'Confiée par téléphone à Maison médicale de garde du Havre'],
      ['ambulance', 'Déclenchée dans le logiciel de régulation à 13 h 55'],
      ['protocol', 'protocole « Plaies simples », version 2'],
      ['executed', 'prise en charge'],
      ['unread', 'Le rendez-vous n’a pas pu être lu'],
    ] as const) {
      expect(rowOf(element, id)).to.include(text);
    }
    const shapes = ['booked', 'honoured', 'pending', 'moved', 'noshow', 'cancelled'].map((state) =>
      get(element, `.state.${state} .shape`).innerHTML.replace(/<!--.*?-->/g, ''),
    );
    expect(new Set(shapes).size).to.equal(6);
  });

  it('brings what is cancelled to the top, with what there was, and says it once', async () => {
    const element = await show(scenes.cancelled);
    expect(rows(element)).to.deep.equal(['second', 'decision', 'first']);
    const text = rowOf(element, 'second');
    expect(text).to.include('Rendez-vous annulé, 14 h 19');
    expect(text).to.include('Avant mardi 24 novembre, 18 h 10, Paul Vasquerel, Le Havre');
    expect(text).to.include('Maintenant annulé, plus de rendez-vous');
    const said =
      'Rendez-vous annulé : Paul Vasquerel, Le Havre, mardi 24 novembre, 18 h 10. 1 alerte à traiter.';
    expect(alert(element)).to.equal(said);
    platformOf(element).tell({ ...second, ...struck(second, 'cancelled'), withinHours: 12 });
    await untilText(element, 'sous 12 h');
    expect(alert(element), 'the same happening is not told again').to.equal(said);
  });

  it('tells from when to when it was moved, also to who has just opened the list', async () => {
    const told = await show(scenes.moved);
    const opened = await show({
      platform: () => {
        const platform = scenes.empty.platform();
        platform.items = [struck(second, 'moved')];
        return platform;
      },
      act: (element) => untilText(element, 'À traiter (1)'),
    });
    for (const element of [told, opened]) {
      const text = rowOf(element, 'second');
      expect(text).to.include('Avant mardi 24 novembre, 18 h 10');
      expect(text).to.include('Maintenant mardi 24 novembre, 11 h, Paul Vasquerel');
    }
    expect(alert(opened)).to.include('1 alerte à traiter');
  });

  it('says that a practice that is absent still has the appointment', async () => {
    const text = rowOf(await show(scenes.absent), 'second');
    expect(text).to.include('Cabinet absent à l’heure du rendez-vous');
    expect(text).to.include('toujours inscrit, mais le cabinet a noté une absence. Appelez-le.');
  });

  it('says that an editor does not cancel it, and offers no other one', async () => {
    const element = await show(scenes['not cancelled']);
    expect(rowOf(element, 'second')).to.include(
      'le logiciel du cabinet ne l’annule pas. Appelez-le.',
    );
    expect(find(element, '#second-again')).to.equal(null);
    expect(find(element, '#second-acknowledge')).to.exist;
  });

  for (const [name, what, said] of [
    ['booked', 'confirm', 'Noté : réservé.'],
    ['givenUp', 'cancel', 'Noté : abandonné.'],
  ] as const) {
    it(`takes the word of who called about what nobody confirmed: ${name}`, async () => {
      const element = await show(scenes['not confirmed']);
      const text = rowOf(element, 'second');
      expect(text).to.include('Rendez-vous non confirmé, 14 h 19');
      expect(text).to.include('à confirmer, le logiciel du cabinet n’a rien dit. Appelez-le.');
      get(element, `#second-${name}`).click();
      await gone(element, 'À traiter');
      expect(platformOf(element).asked.slice(-2)).to.deep.equal([
        `POST /v1/appointments/a-second/${what}`,
        'GET /v1/orientations/second',
      ]);
      await when(() => textOf(get(element, '[role=status]')).includes(said), 'said');
      expect(focused()?.id).to.equal('second-title');
      expect(find(element, `#second-${name}`)).to.equal(null);
    });
  }

  it('lists a decision that nobody carried out for everybody, and offers no other one', async () => {
    const element = await show(scenes['not carried out']);
    expect(rows(element)).to.deep.equal(['decision', 'first', 'second']);
    const text = rowOf(element, 'decision');
    expect(text).to.include('Décision non organisée à temps, 14 h 19');
    expect(text).to.include('Demandez au médecin.');
    expect(alert(element)).to.include('Décision non organisée à temps : Le Havre.');
    expect(find(element, '#decision-again')).to.equal(null);
    expect(find(element, '#decision-acknowledge')).to.exist;
  });

  it('offers to send again what has been on its way for ten minutes', async () => {
    const element = await show(scenes['every state']);
    expect(find(element, '#moved-resend')).to.exist;
    expect(find(element, '#pending-resend'), 'one that waits is sent by itself').to.equal(null);
  });

  it('keeps an alarm until the platform has heard that somebody looks after it', async () => {
    const element = await show({ act: strike('cancelled') });
    platformOf(element).refused.set('acknowledge', 'hanging');
    press(element, 'J’ai vu, je m’en occupe V');
    await when(() => platformOf(element).asked.length > 1, 'asked');
    expect(rows(element)[0]).to.equal('second');
    const early = await show({ act: strike('cancelled') });
    const told = oneEvent(early, 'sas-orientation-acknowledged');
    press(early, 'J’ai vu, je m’en occupe V');
    const { orientation: seen } = (await told) as unknown as SasOrientationAcknowledgedEvent;
    expect(seen.attention?.acknowledgedAt).to.equal(fixtures.asOf);
    expect(platformOf(early).bodies).to.deep.equal([
      { reason: 'cancelled', at: '2026-11-23T14:19:00+01:00' },
    ]);
    await gone(early, 'À traiter');
    expect(rows(early)).to.deep.equal(['decision', 'first', 'second']);
    await when(() => focused()?.classList.contains('title') ?? false, 'the focus on the heading');
  });

  it('acknowledges nothing unseen', async () => {
    const element = await show(scenes['acknowledged too late']);
    expect(rows(element)[0]).to.equal('second');
    expect(focused()?.id).not.to.equal('second-title');
  });

  it('is worked by single keys while it has the focus, by none otherwise', async () => {
    const element = await show({ act: strike('cancelled') });
    await sendKeys({ press: 'v' });
    await sendKeys({ press: 'a' });
    expect(platformOf(element).asked, 'no focus, no key').to.have.length(1);
    get(element, '#first-title').focus();
    await sendKeys({ press: 'v' });
    expect(platformOf(element).asked, 'not the alarm that has the focus').to.have.length(1);
    await sendKeys({ press: 'a' });
    expect(focused()?.id).to.equal('second-title');
    const wanted = oneEvent(element, 'sas-orientation-again');
    await sendKeys({ press: 'c' });
    expect(((await wanted) as unknown as SasOrientationAgainEvent).orientation.id).to.equal(
      'second',
    );
    await sendKeys({ press: 'v' });
    await gone(element, 'À traiter');
  });

  it('has no keys where the page takes them away', async () => {
    const element = await show({
      attributes: { shortcuts: 'off' },
      act: strike('cancelled'),
    });
    expect(find(element, 'kbd')).to.equal(null);
    get(element, '#second-title').focus();
    await sendKeys({ press: 'v' });
    await element.updateComplete;
    expect(platformOf(element).asked).to.have.length(1);
  });

  it('says how many alarms colleagues have, and shows them', async () => {
    const element = await show(scenes['of colleagues']);
    expect(rows(element)).to.deep.equal(['first']);
    expect(alert(element)).to.equal('');
    press(element, 'Montrer toute l’équipe');
    await until(element, '#colleagues-acknowledge');
    expect(element.show).to.equal('desk');
  });

  it('holds back what is new while it is read, and moves nothing', async () => {
    const element = await day();
    get(element, '#first-title').focus();
    platformOf(element).tell(orientation('third', { created: '2026-11-23T14:20:00+01:00' }), {
      ...decision,
      id: 'other',
    });
    await untilText(element, '1 décision à organiser, 1 nouvelle orientation · Afficher');
    expect(rows(element)).to.deep.equal(['decision', 'first', 'second']);
    expect(focused()?.id).to.equal('first-title');
    press(element, '1 décision à organiser, 1 nouvelle orientation · Afficher');
    await until(element, '#third-title');
    expect(rows(element)).to.deep.equal(['decision', 'other', 'third', 'first', 'second']);
  });

  it('keeps the focus in the row that comes to the top', async () => {
    const element = await day();
    get(element, '#second-title').focus();
    platformOf(element).tell(struck(second, 'cancelled'));
    await untilText(element, 'À traiter (1)');
    await when(() => focused()?.id === 'second-title', 'the focus in its row');
    platformOf(element).tell(struck(first, 'cancelled', '2026-11-23T14:20:00+01:00'));
    await untilText(element, 'À traiter (2)');
    expect(rows(element).slice(0, 2)).to.deep.equal(['first', 'second']);
    await when(() => focused()?.id === 'second-title', 'the focus where it was');
  });

  it('tells the page which decision is to be carried out', async () => {
    const element = await show(scenes['to arrange']);
    expect(rows(element)).to.deep.equal(['decision']);
    const told = oneEvent(element, 'sas-orientation-execute');
    get(element, '#decision-execute').click();
    const { orientation: chosen } = (await told) as unknown as SasOrientationExecuteEvent;
    expect(chosen.id).to.equal('decision');
  });

  it('leaves a decision that a colleague has carried out where it stands, and says so', async () => {
    const element = await day();
    platformOf(element).tell({ ...decision, state: 'executed', executedIn: 'first' });
    await untilText(element, 'prise en charge');
    expect(rows(element)[0]).to.equal('decision');
    expect(find(element, '#decision-execute')).to.equal(null);
  });

  it('tells why dispatch software has not got it, and sends it again', async () => {
    const element = await show(scenes['not transmitted']);
    expect(rowOf(element, 'first')).to.include('Le destinataire n’est pas connu du Hub Santé.');
    expect(rowOf(element, 'second')).to.include('non reçu à temps');
    expect(rowOf(element, 'second')).to.include('transmis sans le praticien');
    get(element, '#first-resend').focus();
    get(element, '#first-resend').click();
    await untilText(element, 'en attente d’envoi');
    expect(platformOf(element).asked).to.include('POST /v1/appointments/a-first/transmission');
    expect(textOf(get(element, '[role=status]'))).to.equal('Renvoyé au logiciel de régulation.');
    await when(() => focused()?.id === 'first-title', 'the focus in its row');
  });

  it('tells beside the row why it was not sent again', async () => {
    const element = await show(scenes['not transmitted']);
    platformOf(element).refused.set('transmission', { status: 403, code: 'forbidden' });
    const told = oneEvent(element, 'sas-error');
    get(element, '#first-resend').click();
    expect(((await told) as unknown as SasErrorEvent).code).to.equal('forbidden');
    await until(element, '[data-id=first] [part=problem]');
  });

  it('says since when it is frozen, once, and that it is up to date again', async () => {
    const element = await show(scenes.frozen);
    expect(alert(element)).to.equal('Liste figée depuis 14 h 20 : passez au téléphone.');
    expect(rows(element)).to.have.length(3);
    expect(textOf(element)).not.to.include('À jour');
    platformOf(element).refused.clear();
    element.refresh();
    await untilText(element, 'À jour, en direct.');
    expect(find(element, '[part=frozen]')).to.equal(null);
  });

  it('drops after a new connection what is of another day', async () => {
    const element = await day();
    platformOf(element).items = [second];
    element.refresh();
    await when(() => rows(element).length === 1, 'one is left');
  });

  it('says what refused it, and reads again', async () => {
    const element = await show(scenes.offline);
    platformOf(element).refused.clear();
    press(element, 'Lire à nouveau');
    await untilText(element, 'À jour, en direct.');
  });

  it('offers no other try to a role that may not read', async () => {
    expect(find(await show(scenes.forbidden), 'button')).to.equal(null);
  });

  it('shows fifty, then more', async () => {
    const platform = scenes.empty.platform();
    platform.items = Array.from({ length: 60 }, (_, index) =>
      orientation(`o${index}`, {
        appointment: booked(`a${index}`, { transmission: transmission() }),
      }),
    );
    const element = await show({
      platform: () => platform,
      act: (list) => untilText(list, 'Orientations (60)'),
    });
    expect(rows(element)).to.have.length(50);
    press(element, 'Montrer la suite');
    await when(() => rows(element).length === 60, 'all');
  });

  it('reads again when it comes back to the page', async () => {
    const element = await day();
    const parent = element.parentElement!;
    element.remove();
    platformOf(element).items = [first, second, colleagues, orientation('later')];
    parent.append(element);
    await until(element, '#later-title');
  });

  it('holds nothing that names a patient', async () => {
    const element = await show(scenes['every state']);
    expect(find(element, 'input:not([type=radio]), textarea')).to.equal(null);
  });
});
