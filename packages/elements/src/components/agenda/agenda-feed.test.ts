import { expect } from '@open-wc/testing';
import { failing, offline } from '../../testing/fake-client.ts';
import { find, get, press, textOf, until, untilText } from '../../testing/tree.ts';
import './agenda.ts';
import type { SasAgenda } from './agenda.ts';
import { asked, focusOn, onDesk, show, spoken, week } from './testing/agenda-stage.ts';
import { agendaScenes as scenes } from './testing/agenda-scenes.ts';
import { asOf } from './testing/agenda-fixtures.ts';

const feed = { created: asOf, lastRead: '2026-11-22' };

/** Opens the card of the feed. */
const opening = async (element: SasAgenda): Promise<void> =>
  (await until(element, '#feed')).click();

/** What goes into the file that the element gives. */
async function savedBy(element: SasAgenda): Promise<{ name: string; text: string }> {
  const real = URL.createObjectURL.bind(URL);
  const blobs: Blob[] = [];
  const names: string[] = [];
  URL.createObjectURL = (blob) => {
    blobs.push(blob as Blob);
    return 'blob:none';
  };
  // The click on the link is not let through: the browser would keep the file.
  const link = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click') ?? {};
  const click = function (this: HTMLAnchorElement): void {
    names.push(this.download);
  };
  const button = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((one) =>
    one.textContent.includes('.ics'),
  );
  Object.defineProperty(HTMLElement.prototype, 'click', { ...link, value: click });
  try {
    button?.dispatchEvent(new MouseEvent('click'));
  } finally {
    URL.createObjectURL = real;
    Object.defineProperty(HTMLElement.prototype, 'click', link);
  }
  return { name: names[0] ?? '', text: (await blobs[0]?.text()) ?? '' };
}

describe('<sas-agenda>, in other calendars', () => {
  onDesk();

  describe('the week as a file', () => {
    it('has an entry for each slot, under neutral titles', async () => {
      const { name, text } = await savedBy(await week());
      expect(name).to.equal('agenda-2026-11-23.ics');
      expect(text.match(/BEGIN:VEVENT/g)).to.have.length(16);
      expect(text).to.include('DTSTART:20261124T082000Z\r\nDTEND:20261124T083500Z');
      expect([...new Set(text.match(/SUMMARY:.*/g))].sort()).to.deep.equal([
        'SUMMARY:Créneau',
        'SUMMARY:Rendez-vous',
      ]);
      expect(text).to.include('4K7P').and.include('CLASS:PRIVATE');
      expect(text).not.to.include('Ormelune');
    });

    it('is not offered for an empty week', async () => {
      const element = await show(scenes.empty);
      expect(textOf(element)).not.to.include('Exporter');
    });
  });

  describe('the private feed', () => {
    it('is asked about when it is opened, not before', async () => {
      const element = await week();
      expect(asked(element).calls('schedules.feed')).to.have.length(0);
      await opening(element);
      await untilText(element, 'Créer l’adresse privée');
    });

    it('shows its address once', async () => {
      const element = await show(scenes['private feed']);
      await focusOn('#feed-url');
      expect(get<HTMLInputElement>(element, '#feed-url').value).to.match(
        /\/v1\/feeds\/feed_1\.ics$/,
      );
      expect(spoken(element)).to.include('Adresse privée créée');
      const again = await show({ holdings: { feed }, act: opening });
      await untilText(again, 'Dernière lecture le 22 novembre 2026.');
      expect(find(again, '#feed-url')).to.equal(null);
    });

    it('gets another address after a question', async () => {
      const element = await show({ holdings: { feed }, act: opening });
      await untilText(element, 'Changer l’adresse');
      press(element, 'Changer l’adresse');
      await focusOn('#keep-feed');
      press(element, 'Non, garder');
      await focusOn('#feed');
      expect(asked(element).calls('schedules.renewFeed')).to.have.length(0);
      press(element, 'Changer l’adresse');
      await until(element, '#keep-feed');
      press(element, 'Changer l’adresse');
      await focusOn('#feed-url');
    });

    it('ends after a question', async () => {
      const element = await show({ holdings: { feed }, act: opening });
      await untilText(element, 'Supprimer l’adresse');
      press(element, 'Supprimer l’adresse');
      await until(element, '#keep-feed');
      press(element, 'Supprimer l’adresse');
      await untilText(element, 'Créer l’adresse privée');
      expect(asked(element).holdings.feed).to.equal(undefined);
      await focusOn('#feed');
    });

    it('that cannot be read or made says so', async () => {
      const element = await show({
        answers: { 'schedules.feed': failing(offline()) },
        act: opening,
      });
      await untilText(element, 'Le service ne répond pas');
      delete asked(element).answers['schedules.feed'];
      press(element, 'Réessayer');
      await untilText(element, 'Créer l’adresse privée');
      asked(element).answers['schedules.renewFeed'] = failing(offline());
      press(element, 'Créer l’adresse privée');
      await untilText(element, 'Le service ne répond pas');
      expect(find(element, '#feed-url')).to.equal(null);
    });
  });
});
