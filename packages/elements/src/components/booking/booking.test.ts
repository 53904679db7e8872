import { expect, oneEvent } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { SasBookEvent } from '../../events/book.ts';
import type { SasConflictEvent } from '../../events/conflict.ts';
import type { SasHoldEvent } from '../../events/hold.ts';
import type { SasReleaseEvent } from '../../events/release.ts';
import { bookingFr } from '../../strings/fr/booking.ts';
import * as checklist from '../../testing/checklists.ts';
import { emergencyFirst } from '../../testing/emergency-first.ts';
import { failing, offline, refusal, type FakeClient } from '../../testing/fake-client.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import * as fixtures from '../../testing/fixtures.ts';
import { bookingScenes as scenes, choose, keep, send, type Scene } from '../../testing/scenes.ts';
import { stage, stages } from '../../testing/stage.ts';
import {
  find,
  focused,
  get,
  press,
  textOf,
  type as write,
  until,
  untilText,
  when,
} from '../../testing/tree.ts';
import './booking.ts';
import type { SasBooking } from './booking.ts';
import { appointmentFile } from './save-to-calendar.ts';

const tag = 'sas-booking';
const show = (scene: Scene) => stage<SasBooking>(tag, scene);
const asked = (element: SasBooking) => element.client as FakeClient;
const title = (element: SasBooking) => textOf(get(element, '.step'));

describe('<sas-booking>', () => {
  const all = stages(tag, scenes);
  const searching = () => show(scenes.searching);
  const held = (change: Scene = {}) => show({ ...scenes.held, ...change });

  emergencyFirst(tag, all);
  checklist.accessible(all);
  checklist.renders(tag, searching);
  checklist.hidden(searching);
  checklist.reflects(searching, { theme: 'dark' });
  checklist.defaults(tag, { specialty: 'SM54', place: '', insee: '', modality: '', territory: '' });
  checklist.themed(() => held(), {
    '--sas-color-accent': ['.button.primary:not(.submit)', 'background-color'],
    '--sas-color-soft': ['.hold', 'background-color'],
  });
  checklist.translated(() => held(), { fr: 'Vos coordonnées', en: 'Your contact details' });

  it('is read with the emergency numbers first, then the steps’ headings', async () => {
    await held();
    const tree = JSON.stringify(await a11ySnapshot({}));
    const order = ['"15"', '"112"', '"114"', 'Votre rendez-vous', 'Vos coordonnées', 'Vos données'];
    const at = order.map((text) => tree.indexOf(text));
    expect(at).to.deep.equal([...at].sort((a, b) => a - b));
    expect(Math.min(...at)).to.be.above(0);
  });

  describe('keeps a slot', () => {
    it('when it is chosen, and tells the page without the hold’s id', async () => {
      const element = await searching();
      setTimeout(() => void choose(element, 'm-24-0920'));
      const event: SasHoldEvent = await oneEvent(element, 'sas-hold');
      expect(asked(element).calls('hold')[0]?.[0]).to.deep.equal({ slotId: 'm-24-0920' });
      expect(event.slot.id).to.equal('m-24-0920');
      expect(JSON.stringify({ ...event })).not.to.include('hold-1');
    });

    it('unless the page cancels the choice', async () => {
      const element = await searching();
      element.addEventListener('sas-slot-select', (event) => event.preventDefault());
      await choose(element, 'm-24-0920');
      await Promise.resolve();
      await element.updateComplete;
      expect(asked(element).calls('hold')).to.have.length(0);
      expect(find(element, 'sas-availability')?.hidden).to.equal(false);
    });

    it('and moves focus to the heading of the step', async () => {
      const element = await held();
      expect(title(element)).to.equal('Votre rendez-vous');
      expect(focused()).to.equal(get(element, '.step'));
    });

    it('and gives it back on the way back, where the slot still has focus', async () => {
      const element = await held();
      setTimeout(() => press(element, 'Choisir un autre créneau'));
      const event: SasReleaseEvent = await oneEvent(element, 'sas-release');
      expect(event.reason).to.equal('back');
      expect(asked(element).calls('release')[0]).to.deep.equal(['hold-1', { keepalive: true }]);
      await when(() => (focused() as HTMLElement | null)?.dataset['cell'] === 'm-24-0920', 'focus');
      expect(asked(element).calls('search')).to.have.length(1);
    });

    it('and gives it back when the element leaves the page', async () => {
      const element = await held();
      element.remove();
      expect(asked(element).calls('release')[0]).to.deep.equal(['hold-1', { keepalive: true }]);
    });

    it('and gives it back when the page is left; a page that comes back takes it again', async () => {
      const element = await held();
      dispatchEvent(new Event('pagehide'));
      expect(asked(element).calls('release')).to.have.length(1);
      await untilText(element, 'Le temps est passé');
      asked(element).script.extend = failing(refusal('not-found', 404));
      press(element, 'Reprendre ce créneau');
      await untilText(element, 'Créneau gardé pour vous');
      expect(asked(element).calls('hold')).to.have.length(2);
    });

    it('and gives back one whose answer comes after the reader left', async () => {
      let answer: ((hold: ReturnType<typeof fixtures.hold>) => void) | undefined;
      const element = await show({
        ...scenes.searching,
        script: { hold: () => new Promise((resolve) => (answer = resolve)) },
      });
      await choose(element, 'm-24-0920');
      await when(() => answer !== undefined, 'hold asked');
      element.remove();
      answer?.(fixtures.hold());
      await when(() => asked(element).calls('release').length === 1, 'release');
    });
  });

  describe('counts the time', () => {
    const clock = new FakeClock();
    beforeEach(() => clock.install());
    afterEach(() => clock.restore());
    const spoken = (element: SasBooking) => get(element, '[role=status]').textContent.trim();

    it('visibly, and speaks at 60 s and 20 s only', async () => {
      const element = await held();
      const heard = new Set<string>();
      for (let second = 0; second < 300; second += 1) {
        clock.pass(1000);
        await element.updateComplete;
        heard.add(spoken(element));
      }
      heard.delete('');
      expect([...heard]).to.deep.equal([bookingFr.spoken(60), bookingFr.spoken(20)]);
    });

    it('in minutes and seconds', async () => {
      const element = await held();
      clock.pass(48_000);
      await element.updateComplete;
      expect(textOf(get(element, '.hold'))).to.include('4 min 12 s');
    });

    it('and keeps the slot five more minutes when asked', async () => {
      const element = await held();
      clock.pass(200_000);
      press(element, 'Garder 5 minutes de plus');
      await when(() => textOf(get(element, '.hold')).includes('5 min 0 s'), 'more time');
      expect(asked(element).calls('extend')[0]?.[0]).to.equal('hold-1');
    });

    it('without moving focus or wiping the form when it runs out', async () => {
      const element = await held();
      const released = oneEvent(element, 'sas-release');
      write(element, '#name', 'Jeanne ');
      get(element, '#phone').focus();
      clock.pass(300_000);
      const event = (await released) as unknown as SasReleaseEvent;
      expect(event.reason).to.equal('expired');
      await untilText(element, 'Rien n’est effacé');
      expect(focused()).to.equal(get(element, '#phone'));
      expect(get<HTMLInputElement>(element, '#name').value).to.equal('Jeanne ');
    });

    it('without taking the button away from under the reader', async () => {
      const element = await held();
      const button = get<HTMLButtonElement>(element, '.hold button');
      button.focus();
      clock.pass(300_000);
      await untilText(element, 'Reprendre ce créneau');
      expect(focused()).to.equal(button);
      expect(button.isConnected).to.equal(true);
    });

    it('and stays near when the last extension takes its button away', async () => {
      const element = await held({
        ...scenes.held,
        script: { extend: async () => fixtures.hold({ extensionsLeft: 0 }) },
      });
      get(element, '.hold button').focus();
      press(element, 'Garder 5 minutes de plus');
      await when(() => find(element, '.hold button') === null, 'no button');
      await when(() => focused() === find(element, '.hold'), 'focus');
    });

    it('and takes the slot again before it sends an expired form', async () => {
      const element = await held();
      clock.pass(300_000);
      await untilText(element, 'Le temps est passé');
      send(element);
      await untilText(element, 'Rendez-vous réservé');
      expect(asked(element).calls('extend')).to.have.length(1);
    });
  });

  describe('asks the contact', () => {
    it('only where the platform asks it', async () => {
      const element = await show({
        ...scenes.searching,
        script: { hold: async () => fixtures.hold({ contact: null }) },
      });
      await choose(element, 'm-24-0920');
      await untilText(element, 'Réserver ce rendez-vous');
      expect(find(element, '#name')).to.equal(null);
      press(element, 'Réserver ce rendez-vous');
      await untilText(element, 'Rendez-vous réservé');
      expect(asked(element).calls('book')[0]?.[0]).to.deep.equal({
        slotId: 'm-24-0920',
        holdId: 'hold-1',
      });
    });

    it('with labels, autocomplete, and no placeholder', async () => {
      const element = await held();
      for (const [name, autocomplete] of [
        ['name', 'name'],
        ['phone', 'tel'],
      ] as const) {
        const input = get<HTMLInputElement>(element, `#${name}`);
        expect(input.labels?.length).to.equal(1);
        expect(input.autocomplete).to.equal(autocomplete);
        expect(input.placeholder).to.equal('');
      }
    });

    it('and says who is responsible, why, how long, which rights, whom to ask', async () => {
      const element = await held();
      const text = textOf(get(element, '.privacy'));
      for (const part of [
        'Responsable : Association de démonstration',
        'Pourquoi',
        '72 h après le rendez-vous',
        'Vos droits',
        'CNIL',
        'dpo@example.test',
      ]) {
        expect(text).to.include(part);
      }
    });

    it('and shows faults at their fields, the first one with focus, before any call', async () => {
      const element = await show(scenes['form errors']);
      const name = get(element, '#name');
      expect(focused()).to.equal(name);
      expect(name.getAttribute('aria-describedby')).to.equal('name-fault');
      expect(textOf(get(element, '#name-fault'))).to.include('Écrivez votre nom');
      expect(get(element, '#phone').getAttribute('aria-describedby')).to.equal(
        'phone-hint phone-fault',
      );
      expect(asked(element).calls('book')).to.have.length(0);
    });

    it('and shows the platform’s faults at their fields', async () => {
      const errors = [{ pointer: '/contact/phone', code: 'invalid-phone' as const, detail: '' }];
      const element = await held({
        ...scenes.held,
        script: { book: failing(refusal('invalid-body', 422, { errors })) },
      });
      send(element);
      await until(element, '#phone-fault');
      expect(focused()).to.equal(get(element, '#phone'));
      expect(get<HTMLInputElement>(element, '#name').value).to.equal('Jeanne Roy');
    });

    it('and keeps what was typed through a conflict', async () => {
      const element = await held({
        ...scenes.held,
        script: {
          book: failing(refusal('slot-taken', 409, { alternatives: fixtures.alternatives })),
        },
      });
      send(element);
      await until(element, '.conflict');
      asked(element).script.book = async () => fixtures.appointment({ manageToken: 't' });
      get(element, '.conflict button').click();
      const name = await until<HTMLInputElement>(element, '#name');
      expect(name.value).to.equal('Jeanne Roy');
    });

    it('and sends it by keyboard alone', async () => {
      const element = await held();
      get(element, '#name').focus();
      await sendKeys({ type: 'Jeanne Roy' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: '0612345678' });
      await sendKeys({ press: 'Enter' });
      await untilText(element, 'Rendez-vous réservé');
      expect(asked(element).calls('book')[0]?.[0].contact).to.deep.equal({
        name: 'Jeanne Roy',
        phone: '0612345678',
      });
    });
  });

  describe('meets a conflict', () => {
    it('by saying why, reading the slots again, and moving to the nearest one', async () => {
      const element = await searching();
      asked(element).script.hold = failing(
        refusal('slot-taken', 409, { alternatives: fixtures.alternatives }),
      );
      setTimeout(() => void choose(element, 'm-24-0920'));
      const event: SasConflictEvent = await oneEvent(element, 'sas-conflict');
      expect(event.alternatives.map(({ id }) => id)).to.deep.equal(['m-24-0935', 'm-24-1100']);
      const first = await until(element, '.conflict button');
      await when(() => focused() === first, 'focus');
      expect(textOf(first)).to.equal('mardi 24 novembre à 9 h 35, Claire Ormelune, Le Havre');
      expect(first.getAttribute('aria-describedby')).to.equal('conflict');
      expect(textOf(get(element, '#conflict'))).to.include('Ce créneau vient d’être pris');
      await when(() => asked(element).calls('search').length === 2, 'slots read again');
      expect(find(element, '[data-cell="m-24-0935"]')?.checkVisibility()).to.equal(true);
    });

    it('and keeps the alternative that is chosen', async () => {
      const element = await show(scenes.conflict);
      asked(element).script.hold = async () => fixtures.hold();
      get(element, '.conflict button').click();
      await until(element, '#name');
      expect(asked(element).calls('hold')[1]?.[0]).to.deep.equal({ slotId: 'm-24-0935' });
    });

    it('with the list where there is no alternative', async () => {
      const element = await searching();
      asked(element).script.hold = failing(refusal('slot-taken', 409));
      await choose(element, 'm-24-0920');
      await untilText(element, 'Choisissez un autre créneau ci-dessous');
      await when(() => focused() === find(element, '.conflict'), 'focus');
    });

    const refusals = [
      'too-many-holds',
      'rate-limited',
      'public-booking-off',
      'outside-window',
      'too-many-bookings',
      'slot-in-past',
    ] as const;
    for (const code of refusals) {
      it(`and says what ${code} means, with the practice’s telephone`, async () => {
        const element = await searching();
        asked(element).script.hold = failing(refusal(code, code === 'rate-limited' ? 429 : 422));
        await choose(element, 'm-24-0920');
        await untilText(element, bookingFr.codes[code] ?? 'missing');
        const notice = get(element, '.conflict');
        if (code !== 'slot-in-past') {
          expect(notice.querySelector<HTMLAnchorElement>('.tel')?.href).to.include('tel:');
        }
      });
    }

    it('and says 15 first when nobody answers', async () => {
      const element = await show(scenes['not sent']);
      expect(textOf(get(element, '[part=form] .problem'))).to.match(/^Urgence : 15\./);
      expect(get<HTMLInputElement>(element, '#phone').value).to.equal('06 39 98 00 01');
    });

    it('and sends a booking whose answer was lost under its first key', async () => {
      const lost = Object.assign(offline(), { idempotencyKey: 'key-1' });
      const element = await held({ ...scenes.held, script: { book: failing(lost) } });
      send(element);
      await untilText(element, 'Le service ne répond pas');
      asked(element).script.book = async () => fixtures.appointment({ manageToken: 't' });
      send(element);
      await untilText(element, 'Rendez-vous réservé');
      const keys = asked(element)
        .calls('book')
        .map(([, options]) => options?.idempotencyKey);
      expect(keys).to.deep.equal([undefined, 'key-1']);
    });
  });

  describe('sends elsewhere', () => {
    it('to a range without fixed time, without any call', async () => {
      const element = await show(scenes['walk-in']);
      expect(textOf(element)).to.include('venez entre 14 h et 17 h, sans heure fixe');
      expect(asked(element).calls('hold')).to.have.length(0);
    });

    it('to the vendor’s site, by a link', async () => {
      const element = await show(scenes.elsewhere);
      const link = get<HTMLAnchorElement>(element, 'a.primary');
      expect(link.href).to.equal('https://agenda.example/reserver?origin=sas');
      expect(asked(element).calls('hold')).to.have.length(0);
    });

    it('never to an address that is not a web page', async () => {
      const element = await searching();
      const bookingUrl = 'javascript:alert(1)';
      asked(element).script.hold = failing(refusal('not-bookable-here', 422, { bookingUrl }));
      await choose(element, 'm-24-0920');
      await untilText(element, 'À réserver sur le site du cabinet');
      expect(find(element, 'a.primary')).to.equal(null);
    });
  });

  describe('confirms', () => {
    const confirmed = () => show(scenes.confirmed);

    it('with reference, day, time, duration and place', async () => {
      const element = await confirmed();
      const text = textOf(get(element, '.summary'));
      for (const part of [
        '4K7P',
        'mardi 24 novembre à 9 h 20',
        '15 minutes',
        '12 rue Jean-Jacques',
      ]) {
        expect(text).to.include(part);
      }
      expect(focused()).to.equal(get(element, '.step'));
    });

    it('with what to do if it gets worse, on screen and on paper', async () => {
      const element = await confirmed();
      const worse = 'Si l’état s’aggrave avant le rendez-vous : 15, n’attendez pas.';
      expect(textOf(element)).to.include(worse);
      await emulateMedia({ media: 'print' });
      expect(textOf(element)).to.include(worse);
      expect(textOf(element)).to.include('4K7P');
      expect(textOf(element)).not.to.include('Imprimer');
      await emulateMedia({ media: 'screen' });
    });

    it('to the page, without the manage token', async () => {
      const element = await held();
      setTimeout(() => send(element));
      const event: SasBookEvent = await oneEvent(element, 'sas-book');
      expect(event.appointment.reference).to.equal('4K7P');
      expect(JSON.stringify(event.appointment)).not.to.include('token_123');
    });

    it('with a link to manage it in the fragment, only inside the element', async () => {
      const element = await confirmed();
      const link = get<HTMLInputElement>(element, '#link').value;
      expect(new URL(link).hash).to.equal('#sas-manage=appointment-1.token_123');
      expect(location.href).not.to.include('token_123');
    });

    it('with a calendar file of a neutral title', () => {
      const file = appointmentFile(fixtures.appointment(), bookingFr).replaceAll('\r\n ', '');
      expect(file).to.include('SUMMARY:Rendez-vous\r\n');
      expect(file).to.include('DTSTART:20261124T082000Z');
      expect(file).to.include('n’attendez pas');
      expect(file).not.to.include('Ormelune');
    });

    it('with the calendar file as a download that stays in the page', async () => {
      const element = await confirmed();
      const clicks: HTMLAnchorElement[] = [];
      HTMLAnchorElement.prototype.click = function click() {
        clicks.push(this);
      };
      press(element, 'Ajouter à mon agenda');
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      expect(clicks[0]?.download).to.equal('rendez-vous.ics');
      expect(clicks[0]?.href.startsWith('blob:')).to.equal(true);
    });

    it('and forgets the contact', async () => {
      const element = await confirmed();
      press(element, 'Chercher un autre rendez-vous');
      await keep(element);
      expect(get<HTMLInputElement>(element, '#name').value).to.equal('');
    });
  });

  describe('manages', () => {
    it('an appointment by its link, which leaves the address bar at once', async () => {
      const element = await show(scenes.managed);
      expect(location.hash).to.equal('');
      expect(asked(element).calls('get')[0]).to.deep.equal([
        'appointment-1',
        { manageToken: 'token_123' },
      ]);
      expect(textOf(element)).to.include('Réservé');
      expect(asked(element).calls('search')).to.have.length(0);
    });

    it('a link that is opened while the page is there', async () => {
      const element = await searching();
      location.hash = '#sas-manage=appointment-1.token_123';
      await untilText(element, 'Référence');
      expect(location.hash).to.equal('');
    });

    it('asks before it cancels, in the page', async () => {
      const element = await show(scenes['asked to cancel']);
      expect(asked(element).calls('cancel')).to.have.length(0);
      expect(focused()).to.equal(get(element, '.ask'));
      press(element, 'Non, le garder');
      await when(() => focused() === find(element, '.cancel'), 'focus');
    });

    it('cancels and tells the page', async () => {
      const element = await show(scenes['asked to cancel']);
      setTimeout(() => press(element, 'Oui, annuler'));
      await oneEvent(element, 'sas-cancel');
      expect(asked(element).calls('cancel')[0]).to.deep.equal([
        'appointment-1',
        { manageToken: 'token_123' },
      ]);
      await untilText(element, 'Rendez-vous annulé');
    });

    it('searches again around the same place and specialty to move', async () => {
      const element = await show(scenes.moving);
      expect(asked(element).calls('search')[0]?.[0]).to.include({
        insee: '76351',
        specialty: 'SM54',
      });
      expect(textOf(element)).to.include('Vous déplacez le rendez-vous du mardi 24 novembre');
    });

    it('moves in one step, with a hold and without the contact', async () => {
      const element = await show({ ...scenes.moved });
      expect(asked(element).calls('hold')[0]?.[0]).to.deep.equal({ slotId: 'm-25-0900' });
      const [[id, request, options] = []] = asked(element).calls('reschedule');
      expect(id).to.equal('appointment-1');
      expect(request?.holdId).to.equal('hold-1');
      expect(options?.manageToken).to.equal('token_123');
      expect(asked(element).calls('book')).to.have.length(0);
      expect(title(element)).to.equal('Rendez-vous déplacé');
    });

    it('reads where it stands when the answer of a move is lost', async () => {
      const element = await show({
        ...scenes.moved,
        script: { reschedule: failing(offline()) },
      });
      expect(title(element)).to.equal('Rendez-vous déplacé');
      expect(asked(element).calls('get')).to.have.length(2);
    });

    it('keeps the present time when the move is given up', async () => {
      const element = await show(scenes.moving);
      press(element, 'Garder l’horaire actuel');
      await untilText(element, 'Annuler le rendez-vous');
    });

    it('says when the link leads nowhere, and offers a new search', async () => {
      const element = await show(scenes.lost);
      expect(textOf(element)).to.include('Nous ne trouvons pas ce rendez-vous');
      press(element, 'Chercher un autre rendez-vous');
      await until(element, '#place');
    });

    it('says 15 first when the platform does not answer, and tries again', async () => {
      const element = await show({
        ...scenes.lost,
        script: { get: failing(offline()) },
        act: (host) => untilText(host, 'Le service ne répond pas'),
      });
      expect(textOf(get(element, '.problem'))).to.match(/^Urgence : 15\./);
      asked(element).script.get = async () => fixtures.appointment();
      press(element, 'Réessayer');
      await untilText(element, 'Référence');
    });

    it('changes nothing of an appointment that is past', async () => {
      const element = await show({
        ...scenes.managed,
        script: { get: async () => fixtures.appointment({ status: 'fulfilled' }) },
      });
      expect(textOf(element)).to.include('Passé');
      expect(find(element, '.view .button')).to.equal(null);
    });
  });

  it('shows no search while a manage link is being opened', async () => {
    const element = await show({
      fragment: scenes.managed.fragment,
      script: { get: () => new Promise(() => undefined) },
    });
    expect(location.hash).to.equal('');
    expect(find(element, 'sas-availability')).to.equal(null);
    expect(asked(element).calls('search')).to.have.length(0);
  });

  it('stores nothing and sets no cookie', async () => {
    localStorage.clear();
    sessionStorage.clear();
    await show(scenes.confirmed);
    expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, '']);
  });
});
