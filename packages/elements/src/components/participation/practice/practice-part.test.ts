import { expect, fixture, html } from '@open-wc/testing';
import type { Practice } from '@sas-kit/client';
import { failing, offline } from '../../../testing/fake-client.ts';
import { find, get, press, textOf, type as write, untilText, when } from '../../../testing/tree.ts';
import '../participation.ts';
import type { SasParticipation } from '../participation.ts';
import type { FakeParticipation, Holdings } from '../testing/fake-participation.ts';
import * as fixtures from '../testing/participation-fixtures.ts';
import { createParticipation } from '../testing/participation-scenes.ts';

const [place] = fixtures.places;
const schedule = `schedule-${place!.id}`;
const said: Practice = {
  information: 'Deuxième étage.',
  feeSector: '1',
  thirdPartyPayment: true,
  wheelchair: null,
  languages: ['fr', 'vi'],
  newPatients: false,
  openingHours: [{ days: ['mon'], from: '20:00', to: '24:00' }],
};
const onePlace = { places: [place!] };

async function show(
  holdings: Partial<Holdings> = onePlace,
  lang = 'fr',
): Promise<{ element: SasParticipation; platform: FakeParticipation }> {
  const parent = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const made = createParticipation({ holdings, attributes: { practice: '' } });
  parent.append(made.element);
  await when(() => find(made.element, '[part=practice]') !== null, 'the practice');
  return made;
}

const field = (element: SasParticipation, name: string) =>
  get<HTMLSelectElement>(element, `[id="${name}-${schedule}"]`);

async function choose(element: SasParticipation, name: string, value: string): Promise<void> {
  const select = field(element, name);
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await element.updateComplete;
}
const save = (element: SasParticipation) => get(element, '[part=practice] [type=submit]').click();

describe('what a practice says of itself, in <sas-participation practice>', () => {
  it('is not asked where the page does not want it', async () => {
    const { element } = createParticipation({ holdings: onePlace });
    const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
    parent.append(element);
    await untilText(element, 'Ma participation au SAS');
    await when(() => find(element, '#participates') !== null, 'the form');
    expect(find(element, '[part=practice]')).to.equal(null);
  });

  it('is asked of each place, and nothing of it is required', async () => {
    const { element } = await show({ places: fixtures.places });
    const forms = element.shadowRoot!.querySelectorAll('[part=practice] form');
    expect(forms.length).to.equal(fixtures.places.length);
    expect(textOf(get(element, '[part=practice]'))).to.include('Ce cabinet ne dit encore rien.');
    await expect(element).shadowDom.to.be.accessible();
  });

  it('shows what is said, and sends all of it with what was changed', async () => {
    const { element, platform } = await show({ ...onePlace, practices: { [schedule]: said } });
    expect(field(element, 'feeSector').value).to.equal('1');
    expect(field(element, 'newPatients').value).to.equal('no');
    expect(textOf(get(element, '[part=practice]'))).to.include('vietnamien');
    await choose(element, 'wheelchair', 'yes');
    await choose(element, 'newPatients', '');
    write(element, `[id="information-${schedule}"]`, '  ');
    save(element);
    await when(() => platform.sent.length === 1, 'what was sent');
    expect(platform.sent[0]).to.deep.equal({
      nationalId: schedule,
      body: { practice: { ...said, wheelchair: true, newPatients: null, information: null } },
      ifMatch: '"3"',
    });
    await when(
      () => get(element, '[role=status]').textContent === 'Réglages enregistrés.',
      'it is said',
    );
  });

  it('does not send hours that cannot be, and says what is wrong', async () => {
    const { element, platform } = await show();
    press(element, 'Ajouter une plage');
    await element.updateComplete;
    write(element, `[id="openingHours-${schedule}-0-to"]`, '08:00');
    save(element);
    await untilText(element, 'Chaque plage a au moins un jour');
    expect(platform.sent).to.deep.equal([]);
    write(element, `[id="openingHours-${schedule}-0-to"]`, '00:00');
    save(element);
    await when(() => schedule in platform.holdings.practices, 'what was saved');
    expect(platform.holdings.practices[schedule]?.openingHours).to.deep.equal([
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:30', to: '24:00' },
    ]);
  });

  it('keeps what was written where somebody else saved meanwhile', async () => {
    const { element, platform } = await show({ ...onePlace, practices: { [schedule]: said } });
    await choose(element, 'wheelchair', 'no');
    platform.touch({});
    platform.holdings.practices[schedule] = { ...said, feeSector: '2' };
    save(element);
    await untilText(element, 'Ces réglages ont changé');
    const told = textOf(get(element, '[part=practice] [part=conflict]'));
    expect(told).to.include('Accès en fauteuil roulant');
    expect(field(element, 'wheelchair').value).to.equal('no');
    press(get(element, '[part=practice]'), 'Prendre ce qui est enregistré');
    await when(() => field(element, 'feeSector').value === '2', 'what is saved');
  });

  it('is told in English, and where it cannot be read', async () => {
    const { element } = await show(onePlace, 'en');
    await untilText(element, 'What regulation reads about your practice');
    const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
    const made = createParticipation({ holdings: onePlace, attributes: { practice: '' } });
    made.platform.client();
    made.element.client = {
      ...made.platform.client(),
      schedules: { ...made.platform.client().schedules, get: failing(offline()) },
    };
    parent.append(made.element);
    await untilText(made.element, 'Ce que dit le cabinet n’a pas pu être lu.');
  });
});
