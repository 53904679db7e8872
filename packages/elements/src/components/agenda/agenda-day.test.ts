import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { find, focused, get, press, textOf, until, untilText, when } from '../../testing/tree.ts';
import './agenda.ts';
import { asked, ids, onDesk, show, spoken, week } from './testing/agenda-stage.ts';
import { agendaScenes as scenes } from './testing/agenda-scenes.ts';

const ofDay = (element: Element, day: string) =>
  ids(element as Parameters<typeof ids>[0]).every((id) => id?.startsWith(`s-${day}-`));

describe('<sas-agenda>, its days', () => {
  onDesk();

  it('shows the day where there is little room, the week where there is more', async () => {
    await setViewport({ width: 320, height: 900 });
    const element = await show({});
    await untilText(element, 'Lundi 23 novembre 2026');
    await until(element, '[data-cell]');
    expect(ids(element)).to.have.length(5);
    await setViewport({ width: 900, height: 900 });
    await untilText(element, 'Semaine du 23 au 29 novembre 2026');
    expect(ids(element)).to.have.length(18);
  });

  it('shows what the reader chose, whatever the room', async () => {
    const element = await week();
    press(element, 'Jour');
    await untilText(element, 'Lundi 23 novembre 2026');
    expect(element.view).to.equal('day');
    expect(spoken(element)).to.equal('Lundi 23 novembre 2026. 5 créneaux, dont 2 réservés.');
    const pressed = (text: string) =>
      [...(element.shadowRoot?.querySelectorAll('.views button') ?? [])]
        .find((button) => textOf(button) === text)
        ?.getAttribute('aria-pressed');
    expect([pressed('Jour'), pressed('Semaine')]).to.deep.equal(['true', 'false']);
    await setViewport({ width: 1000, height: 900 });
    press(element, 'Semaine');
    await setViewport({ width: 320, height: 900 });
    await untilText(element, 'Semaine du 23 au 29');
    expect(ids(element)).to.have.length(18);
  });

  it('turns day by day, over the end of the week, and comes back to today', async () => {
    const element = await show(scenes.day);
    const turn = async (label: string, title: string) => {
      get(element, `[aria-label="${label}"]`).click();
      await untilText(element, title);
    };
    await turn('Jour suivant', 'Mardi 24 novembre 2026');
    expect(element.week).to.equal('2026-11-24');
    expect(ofDay(element, '24')).to.equal(true);
    await turn('Jour précédent', 'Lundi 23 novembre 2026');
    await turn('Jour précédent', 'Dimanche 22 novembre 2026');
    await untilText(element, 'Aucun créneau cette semaine');
    press(element, 'Aujourd’hui');
    await untilText(element, 'Lundi 23 novembre 2026');
    await until(element, '[data-cell="s-23-0830"]');
  });

  it('of a week keeps the day when the reader turns to it', async () => {
    const element = await show({ attributes: { week: '2026-11-26' } });
    await untilText(element, 'Semaine du 23 au 29');
    press(element, 'Jour');
    await untilText(element, 'Jeudi 26 novembre 2026');
    await until(element, '[data-cell]');
    expect(ofDay(element, '26')).to.equal(true);
  });

  it('without slots says so, and offers to add one', async () => {
    const element = await show(scenes['empty day']);
    const empty = get(element, '[part=empty]');
    press(empty, 'Ajouter un créneau');
    await until(element, '#date');
    expect(get<HTMLInputElement>(element, '#date').value).to.equal('2026-11-28');
  });

  it('lists its bookings by reference, and nothing of who comes', async () => {
    const element = await show({ ...scenes.day, attributes: { view: 'day', week: '2026-11-25' } });
    await untilText(element, 'Mercredi 25 novembre');
    const rows = () => [...(find(element, '.bookings')?.querySelectorAll('tbody tr') ?? [])];
    await when(() => rows().length === 1, 'the bookings of Wednesday');
    expect(textOf(rows()[0] as Element)).to.equal(
      '10 h – 12 h 7HDX 2M9C Cabinet · 2 sur 4 réservés',
    );
  });

  it('is printed alone', async () => {
    const element = await show(scenes.day);
    const real = globalThis.print;
    let printed = 0;
    globalThis.print = () => void (printed += 1);
    try {
      press(element, 'Imprimer ce jour');
    } finally {
      globalThis.print = real;
      dispatchEvent(new Event('afterprint'));
    }
    expect(printed).to.equal(1);
  });

  it('says how much the week publishes, of what is declared', async () => {
    const element = await show({
      holdings: { slots: asked(await week()).holdings.slots.slice(0, 5) },
    });
    await untilText(element, 'dans cet agenda : 1 h 15, sur 2 h annoncées.');
    const meter = get<HTMLMeterElement>(element, 'meter');
    expect([meter.value, meter.max]).to.deep.equal([75, 120]);
    expect(textOf(element)).to.include('rien ne les contrôle');
    expect(focused()).to.equal(document.body);
  });
});
