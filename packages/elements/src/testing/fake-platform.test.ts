import { expect } from '@open-wc/testing';
import { createSasClient } from '@sas-kit/client';
import { createFakePlatform } from '@sas-kit/client/testing';
import '../components/agenda/agenda.ts';
import '../components/availability/availability.ts';
import '../components/booking/booking.ts';
import { bookingFr } from '../strings/fr/booking.ts';
import { send } from './scenes.ts';
import { emergencySnippet } from './snippet.ts';
import { get, textOf, until, untilText } from './tree.ts';

/** The decorator of `docs/testing.md`: a story's element gets a client of a platform in memory. */
function decorated(role?: string) {
  const platform = createFakePlatform({ now: Date.now });
  const { url: baseUrl, key, fetch } = platform;
  const token = role === undefined ? undefined : platform.token(role);
  const client = createSasClient({ baseUrl, key, token, fetch });
  const decorator = (story: () => HTMLElement) => Object.assign(story(), { client });
  const show = (tag: string, attributes: Record<string, string>) => {
    const element = decorator(() => document.createElement(tag));
    element.innerHTML = emergencySnippet;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
    return element;
  };
  return { platform, show };
}

const slots = 'button[role=gridcell]';

describe('elements over a platform in memory', () => {
  afterEach(() => document.body.replaceChildren());

  it('<sas-booking> books, and whoever comes second is told', async () => {
    const { platform, show } = decorated();
    const element = show('sas-booking', { insee: '76351' });
    platform.fail('createHold', { kind: 'taken' });
    (await until(element, slots)).click();
    await untilText(element, bookingFr.codes['slot-taken']!);
    get(element, slots).click();
    await until(element, '#name');
    send(element);
    await until(element, '.reference');
    const [appointment] = platform.state.appointments;
    expect(textOf(element)).to.include(appointment?.reference);
  });

  it('<sas-availability> shows the slots of Paris', async () => {
    const { show } = decorated('regulator');
    const element = show('sas-availability', { insee: '75056' });
    await until(element, slots);
    expect(textOf(element)).to.include('Paris');
  });

  it('<sas-agenda> shows the doctor’s own agenda', async () => {
    const { platform, show } = decorated('practitioner');
    const element = show('sas-agenda', {});
    await untilText(element, platform.state.schedules[0]!.location.city);
  });
});
