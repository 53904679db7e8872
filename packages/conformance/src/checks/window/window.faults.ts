import type { Faulty } from '../../testing/faulty.ts';
import { addresses } from '../../testing/spoil-answers.ts';

const BOUNDS = /start=ge([^&]*)&(.*?)start=le([^&]*)/;

/** Refuses an address that matches, without a word. */
const refuses = (address: RegExp): Pick<Faulty, 'answer'> => ({
  answer: (request, sound) =>
    address.test(request.url) ? new Response('', { status: 400 }) : sound(request),
});

function windowFaults(group: string): Faulty[] {
  return [
    {
      check: `${group}/bounds-included`,
      name: 'ge is read as gt',
      ...addresses((url) => url.replace(/(start=ge[^&]*)\.000/, '$1.001')),
    },
    {
      check: `${group}/bounds-included`,
      name: 'le is read as lt',
      ...addresses((url) =>
        url.replace(/(start=le[^&]*T)(\d\d):00:00\.000/, (_, date: string, hour: string) => {
          return `${date}${Number(hour) - 1}:59:59.999`;
        }),
      ),
    },
    {
      check: `${group}/before-excluded`,
      name: 'ge is ignored',
      ...addresses((url) => url.replace(/start=ge[^&]*/, 'start=ge2026-11-22T00:00:00Z')),
    },
    {
      check: `${group}/after-excluded`,
      name: 'le is ignored',
      ...addresses((url) => url.replace(/start=le[^&]*/, 'start=le2026-11-30T00:00:00Z')),
    },
    {
      check: `${group}/offset-zero`,
      name: 'the offset is dropped',
      ...addresses((url) => url.replaceAll('%2B00:00', '')),
    },
    {
      check: `${group}/offset-west`,
      name: 'the offset is dropped',
      ...addresses((url) => url.replaceAll('-04:00', '')),
    },
    {
      check: `${group}/offset-z`,
      name: 'Z is dropped',
      ...addresses((url) => url.replace(/Z(?=&)/g, '')),
    },
    {
      check: `${group}/no-offset`,
      name: 'no offset is read as UTC',
      ...addresses((url) => url.replace(/(T\d\d:\d\d:\d\d\.\d{3})(?=&)/g, '$1Z')),
    },
    {
      check: `${group}/no-milliseconds`,
      name: 'wants milliseconds',
      ...refuses(/T14:00:00%2B|T18:00:00%2B|T20:00:00%2B/),
    },
    {
      check: `${group}/bare-plus`,
      name: 'a bare plus is a blank',
      ...refuses(/start=ge[^&]*\+/),
    },
    {
      check: `${group}/upside-down`,
      name: 'the bounds are put in order',
      ...addresses((url) =>
        url.replace(BOUNDS, (all, ge: string, between: string, le: string) =>
          ge > le ? `start=ge${le}&${between}start=le${ge}` : all,
        ),
      ),
    },
    {
      check: `${group}/upside-down`,
      name: 'answers an empty Bundle though the vendor declares a refusal',
      config: (config) => ({ ...config, policy: { upsideDown: 'refused' } }),
    },
  ];
}

export const WINDOW_FAULTS: readonly Faulty[] = ['window', 'cpts-window', 'sos-window'].flatMap(
  windowFaults,
);
