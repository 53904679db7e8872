import { expect, fixture, html } from '@open-wc/testing';
import type { PracticeCall } from '@sas-kit/client';
import type { AvailabilityQuery } from '@sas-kit/client/availability';
import { failing, offline } from '../../testing/fake-client.ts';
import * as fixtures from '../../testing/fixtures.ts';
import { find, focused, get, textOf, until, untilText, when } from '../../testing/tree.ts';
import './orientation.ts';
import type { SasOrientation } from './orientation.ts';
import type { OrientationScript } from './testing/fake-orientations.ts';
import {
  act,
  createOrientation,
  deskOf,
  orientationScenes as scenes,
  ormelune,
  searching,
  takeWaiting,
} from './testing/orientation-scenes.ts';

/** Two practices that take people beside their slots, and whom one calls about. */
async function calling(
  change: Partial<OrientationScript> = {},
  stream = searching().search!.stream!,
): Promise<SasOrientation> {
  const script = scenes['beside the slots'].script();
  const two = [ormelune, { ...ormelune, id: 'card-second', distanceKm: 90 }];
  const cards = two.map((card) => ({ ...card, overbooking: true }));
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createOrientation({
    script: () => ({
      ...script,
      search: { ...script.search, stream, search: async () => fixtures.answer(cards) },
      ...change,
    }),
  });
  parent.append(element);
  await takeWaiting(element);
  return element;
}

const opened = async (element: SasOrientation) => {
  await act(element, 'overbooking');
  await until(element, '.candidates .waiting');
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>('.candidates .waiting')];
};
const live = (element: SasOrientation) =>
  textOf(element) + (find(element, '[aria-live]')?.textContent ?? '');

describe('telephone calls of <sas-orientation>', () => {
  it('never leads on from one practice by what another said', async () => {
    let answer: (call: PracticeCall) => void = () => undefined;
    const element = await calling({ call: () => new Promise((resolve) => (answer = resolve)) });
    const [first, second] = await opened(element);
    first!.click();
    await act(element, 'accepted');
    second!.click();
    answer({ id: 'call-1' } as PracticeCall);
    await when(() => textOf(first!).includes('Accepté'), 'noted of the first');
    expect(find(element, '#beside-date')).to.equal(null);
    expect(textOf(second!)).not.to.include('Accepté');
  });

  it('goes on with a practice that accepted and is chosen again, and notes no second call', async () => {
    const element = await calling();
    const [first, second] = await opened(element);
    first!.click();
    await act(element, 'accepted');
    await until(element, '#beside-date');
    second!.click();
    await when(() => find(element, '#beside-date') === null, 'the other practice');
    first!.click();
    await until(element, '#beside-date');
    await act(element, 'accepted');
    expect(deskOf(element).calls.length).to.equal(1);
  });

  it('says that a call was noted, and goes to the day', async () => {
    const element = await calling();
    const [first] = await opened(element);
    first!.click();
    await act(element, 'accepted');
    await when(() => focused()?.id === 'beside-date', 'the focus on the day');
    await when(() => live(element).includes('Noté.'), 'said');
  });

  it('says that a call was not noted', async () => {
    const element = await calling({ call: failing(offline()) });
    const [first] = await opened(element);
    first!.click();
    await act(element, 'accepted');
    await when(() => get(element, '.called').textContent.includes('n’a pas pu être noté'), 'told');
    expect(find(element, '#beside-date')).to.equal(null);
  });

  it('calls for what the search on screen looks for, and says so', async () => {
    const asked: AvailabilityQuery[] = [];
    const { stream } = searching().search!;
    const element = await calling({}, (query, ...rest) => {
      asked.push(query);
      return stream!(query, ...rest);
    });
    const specialty = await until<HTMLSelectElement>(element, '#specialty');
    await when(() => specialty.options.length > 1, 'the specialties');
    specialty.value = 'SM40';
    specialty.dispatchEvent(new Event('change'));
    await act(element, 'enlarge');
    await when(() => asked.at(-1)?.radiusKm === 30, 'the wider search');
    await opened(element);
    const [query] = deskOf(element).search.calls('search').at(-1)!;
    expect(query).to.deep.include({ insee: '76351', specialty: 'SM40', radiusKm: 30 });
    await untilText(element, 'Pédiatrie · Le Havre · jusqu’à');
  });
});
