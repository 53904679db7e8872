import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { SasError } from '@sas-kit/client/errors';
import { offline, refusal, type Script } from '../../testing/fake-client.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import { appointment } from '../../testing/fixtures.ts';
import { cardAt, done, gone, liveSearch, source } from '../../testing/live-search.ts';
import { stage } from '../../testing/stage.ts';
import { find, focused, get, press, textOf, until, untilText, when } from '../../testing/tree.ts';
import './availability.ts';
import type { SasAvailability } from './availability.ts';
import { ormelune, showArrivals, vasquerel, vendorCard } from './testing/desk-scenes.ts';

type Method = 'leave' | 'confirm' | 'cancel';

const link = 'a[data-cell="v-24-1140"]';
const asked = 'Avez-vous réservé sur le site de l’éditeur ?';

/** An element with a slot of an editor's, whose client notes departures; no page is opened. */
async function opened(
  failures: Partial<Record<Method, SasError>> = {},
  frame = {},
  methods: Partial<Pick<Script, Method>> = {},
) {
  const calls: [Method, unknown][] = [];
  const method = (name: Method) => async (input: unknown) => {
    calls.push([name, input]);
    if (failures[name]) throw failures[name];
    return appointment({ id: 'appointment-9', status: 'pending' });
  };
  const live = liveSearch(cardAt('10', vendorCard), cardAt('20', ormelune), done(frame));
  const notes = { leave: method('leave'), confirm: method('confirm'), cancel: method('cancel') };
  const element = await stage<SasAvailability>('sas-availability', {
    attributes: { insee: '76351' },
    script: { stream: live.stream, ...notes, ...methods },
  });
  element.parentElement!.addEventListener('click', (event) => event.preventDefault());
  await until(element, link);
  const leave = () => get(element, link).click();
  return { element, calls, leave, failures, live };
}

/** Presses the button as the keyboard does: it has the focus. */
function pressFocused(element: HTMLElement, text: string): void {
  const buttons = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.departure button')];
  buttons.find((one) => textOf(one) === text)?.focus();
  press(element, text);
}

const said = (element: Element) => textOf(get(element, '[role=status]'));

describe('<sas-availability>, left for an editor’s page', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));

  it('asks what came of it, and moves no card', async () => {
    const { element, calls, leave } = await opened();
    const at = get(element, link).getBoundingClientRect().top;
    leave();
    await untilText(element, asked);
    expect(calls).to.deep.equal([['leave', { slotId: 'v-24-1140' }]]);
    const line = get(element, '.departure');
    expect(line.getAttribute('aria-label')).to.match(
      /^mardi 24 novembre, 11\sh\s40, Aminata Diallo$/,
    );
    expect(get(element, link).getBoundingClientRect().top).to.equal(at);
    await expect(element).shadowDom.to.be.accessible();
  });

  for (const width of [320, 1280]) {
    it(`leaves the way to further places free at ${width} px`, async () => {
      await setViewport({ width, height: 500 });
      const { element, leave } = await opened({}, { next: 'further' });
      leave();
      await untilText(element, asked);
      const more = get(element, '.more');
      const isFree = () => {
        more.scrollIntoView({ block: 'nearest' });
        const { left, top, width: wide, height } = more.getBoundingClientRect();
        const middle = [left + wide / 2, top + height / 2] as const;
        return element.shadowRoot!.elementFromPoint(...middle)?.closest('button') === more;
      };
      await when(isFree, 'the button free');
    });
  }

  it('says where the editor has told nothing for ten minutes', async () => {
    const { element, leave } = await opened();
    const fake = new FakeClock();
    fake.install();
    try {
      leave();
      await until(element, '.departure .button:not([aria-disabled])');
      fake.pass(10 * 60_000 - 1);
      await element.updateComplete;
      expect(textOf(element)).not.to.include('Sans nouvelles');
      fake.pass(1);
      await untilText(element, 'Sans nouvelles de l’éditeur depuis 10 minutes.');
    } finally {
      fake.restore();
    }
  });

  it('tells nothing late of one that is closed, however often the page was opened at once', async () => {
    const answers: (() => void)[] = [];
    const noted = () =>
      new Promise<ReturnType<typeof appointment>>((resolve) => {
        answers.push(() => resolve(appointment({ id: 'appointment-9', status: 'pending' })));
      });
    const { element, leave } = await opened({}, {}, { leave: noted });
    const fake = new FakeClock();
    fake.install();
    try {
      leave();
      leave();
      for (const answer of answers) answer();
      await until(element, '.departure .button:not([aria-disabled])');
      press(element, 'Abandonné');
      await when(() => said(element).includes('Noté'), 'the sentence');
      fake.pass(10 * 60_000);
      await element.updateComplete;
      expect(said(element)).to.include('Noté');
    } finally {
      fake.restore();
    }
  });

  it('tells nothing while it is off the page, and what is late once it is back', async () => {
    const { element, leave } = await opened();
    const fake = new FakeClock();
    fake.install();
    try {
      leave();
      await until(element, '.departure .button:not([aria-disabled])');
      const parent = element.parentElement!;
      element.remove();
      fake.pass(20 * 60_000);
      await element.updateComplete;
      expect(element.shadowRoot!.textContent).not.to.include('Sans nouvelles');
      parent.append(element);
      fake.pass(0);
      await when(() => said(element).includes('Sans nouvelles'), 'the sentence');
    } finally {
      fake.restore();
    }
  });

  for (const [button, method, words] of [
    ['Réservé', 'confirm', 'Noté : réservé.'],
    ['Abandonné', 'cancel', 'Noté : abandonné.'],
  ] as const) {
    it(`tells « ${button} », and goes back to the slot`, async () => {
      const { element, calls, leave } = await opened();
      leave();
      await until(element, '.departure .button:not([aria-disabled])');
      press(element, button);
      await when(() => find(element, '.departure') === null, 'the line gone');
      expect(calls.at(-1)).to.deep.equal([method, 'appointment-9']);
      await when(() => said(element).replace(/\s/g, ' ') === words, words);
      expect(focused()).to.equal(get(element, link));
    });
  }

  it('goes to the list’s heading where the slot is shown no more', async () => {
    const { element, leave, live } = await opened();
    leave();
    await until(element, '.departure .button:not([aria-disabled])');
    get(element, '[data-cell="m-24-0920"]').focus();
    live.tell(gone(vendorCard), cardAt('05', vasquerel));
    await untilText(element, '1 nouvelle proposition');
    showArrivals(element);
    await when(() => find(element, '[data-cell="v-24-1140"]') === null, 'the slot gone');
    pressFocused(element, 'Abandonné');
    await when(() => find(element, '.departure') === null, 'the line gone');
    const heading = get(element, '.desk .subtitle');
    expect(textOf(heading)).to.include('2 lieux de soins');
    await when(() => focused() === heading, 'the focus on the heading');
  });

  it('leaves the focus where the reader has gone meanwhile', async () => {
    let answer = () => {};
    const confirm = () =>
      new Promise<ReturnType<typeof appointment>>((resolve) => {
        answer = () => resolve(appointment());
      });
    const { element, leave } = await opened({}, {}, { confirm });
    leave();
    await until(element, '.departure .button:not([aria-disabled])');
    pressFocused(element, 'Réservé');
    const other = get(element, '[data-cell="m-24-0920"]');
    other.focus();
    answer();
    await when(() => said(element).includes('Noté'), 'the sentence');
    expect(focused()).to.equal(other);
  });

  it('asks once for a slot that is opened twice', async () => {
    const { element, calls, leave } = await opened();
    leave();
    await until(element, '.departure .button:not([aria-disabled])');
    leave();
    await when(() => calls.length === 2, 'told twice');
    await untilText(element, asked);
    expect(element.shadowRoot!.querySelectorAll('.departure')).to.have.length(1);
  });

  it('keeps the question where the answer could not be sent', async () => {
    const { element, leave } = await opened({ confirm: offline() });
    leave();
    await until(element, '.departure .button:not([aria-disabled])');
    press(element, 'Réservé');
    await when(() => said(element).includes('réessayez'), 'the sentence');
    expect(textOf(element)).to.include(asked);
  });

  it('takes the question back where the editor has told already', async () => {
    const { element, leave } = await opened({ cancel: refusal('invalid-transition', 409) });
    leave();
    await until(element, '.departure .button:not([aria-disabled])');
    press(element, 'Abandonné');
    await when(() => find(element, '.departure') === null, 'the line gone');
    await when(() => said(element).includes('déjà dit'), 'the sentence');
  });

  it('says where the slot was taken or is held, and goes back to it', async () => {
    const { element, leave } = await opened({ leave: refusal('slot-taken', 409) });
    leave();
    const sentence = 'Ce créneau vient d’être pris ou est retenu par un collègue.';
    await untilText(element, sentence);
    await when(() => said(element) === sentence, 'the sentence said');
    pressFocused(element, 'Fermer');
    await when(() => find(element, '.departure') === null, 'the line gone');
    expect(focused()).to.equal(get(element, link));
  });

  it('says so again to who comes back from the editor’s page', async () => {
    const { element, leave, live } = await opened({ leave: refusal('slot-taken', 409) });
    const sentence = 'Ce créneau vient d’être pris';
    document.hasFocus = () => false;
    try {
      leave();
      await when(() => said(element).includes(sentence), 'the sentence said');
      live.tell(source('medagenda', 'failed'));
      await when(() => !said(element).includes(sentence), 'another sentence');
    } finally {
      Reflect.deleteProperty(document, 'hasFocus');
    }
    dispatchEvent(new Event('focus'));
    await when(() => said(element).includes(sentence), 'the sentence again');
  });

  it('says where leaving could not be noted', async () => {
    const { element, leave } = await opened({ leave: offline() });
    leave();
    await untilText(element, 'n’a pas pu être noté');
    await when(() => said(element).includes('n’a pas pu être noté'), 'the sentence said');
  });

  it('asks nobody whose role notes no departures', async () => {
    const { element, calls, leave } = await opened({ leave: refusal('forbidden', 403) });
    leave();
    await when(() => calls.length === 1 && find(element, '.departure') === null, 'no line');
  });
});
