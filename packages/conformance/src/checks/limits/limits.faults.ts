import { setTimeout } from 'node:timers/promises';
import type { Faulty } from '../../testing/faulty.ts';
import { addresses } from '../../testing/spoil-answers.ts';

const LIST = /(identifier=)([^&]*)/;
const itemsOf = (url: string): string[] => (LIST.exec(url)?.[2] ?? '').split(/,|%2C/);

/** Takes longer than the configuration admits. */
const slow: Pick<Faulty, 'answer' | 'config'> = {
  answer: async (request, sound) => {
    await setTimeout(30);
    return sound(request);
  },
  config: (config) => ({ ...config, limits: { responseMs: 10, fullResponseMs: 10 } }),
};

/** Reads some of the identifiers only. */
const readsOnly = (most: number): Pick<Faulty, 'request'> =>
  addresses((url) => url.replace(LIST, `$1${itemsOf(url).slice(0, most).join(',')}`));

function limitFaults(group: string): Faulty[] {
  return [
    { check: `${group}/twenty-five`, name: 'reads ten identifiers', ...readsOnly(10) },
    {
      check: `${group}/twenty-five`,
      name: 'refuses more than ten',
      answer: (request, sound) =>
        itemsOf(request.url).length > 10 ? new Response('', { status: 400 }) : sound(request),
    },
    { check: `${group}/twenty-six`, name: 'answers a part', ...readsOnly(25) },
    {
      check: `${group}/twenty-six`,
      name: 'breaks',
      answer: (request, sound) =>
        itemsOf(request.url).length > 25 ? new Response('', { status: 500 }) : sound(request),
    },
    { check: `${group}/twenty-five-in-time`, name: 'is slow', ...slow },
  ];
}

export const LIMIT_FAULTS: readonly Faulty[] = [
  { check: 'time/one-practitioner', name: 'is slow', ...slow },
  ...['limits', 'cpts-limits', 'sos-limits'].flatMap(limitFaults),
];
