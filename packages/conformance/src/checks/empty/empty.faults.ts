import type { Faulty } from '../../testing/faulty.ts';
import { anyBundle, bundles, of } from '../../testing/spoil-answers.ts';

const CHECKS = [
  'empty/unknown',
  'empty/no-slots',
  'empty/past',
  'empty/cpts-unknown',
  'empty/cpts-past',
  'empty/sos-unknown',
  'empty/sos-no-slots',
  'empty/sos-past',
];

export const EMPTY_FAULTS: readonly Faulty[] = [
  ...CHECKS.flatMap((check): Faulty[] => [
    {
      check,
      name: 'nothing found is 404',
      answer: async (request, sound) => {
        const response = await sound(request);
        const { total } = (await response.clone().json()) as { total?: number };
        return total === 0 ? new Response(response.body, { status: 404 }) : response;
      },
    },
    {
      check,
      name: 'an empty list of entries',
      ...anyBundle((b) => (b.entry ??= [])),
    },
    { check, name: 'no total', ...anyBundle((b) => delete b.total) },
    {
      check,
      name: 'no profile',
      rule: 'profile-missing',
      ...anyBundle((b) => delete b.meta),
    },
  ]),
  {
    check: 'empty/past',
    name: 'the window is ignored',
    request: (request) =>
      new Request(
        request.url.replaceAll('2024-01-01', '2000-01-01').replaceAll('2024', '2030'),
        request,
      ),
  },
  {
    check: 'empty/adeli',
    name: 'refuses what is no RPPS',
    answer: (request, sound) =>
      request.url.includes('%7C0') ? new Response('', { status: 400 }) : sound(request),
  },
  {
    check: 'silence/kept-never-sent',
    name: 'everything is free and open to all',
    agenda: (offer) => ({
      ...offer,
      slots: offer.slots.map((slot) => ({ ...slot, status: 'free', audience: 'everyone' })),
    }),
  },
  {
    check: 'silence/no-phone',
    name: 'sends what was typed',
    ...bundles((b) =>
      of(b, 'PractitionerRole').forEach((each) => {
        each.telecom ??= [{ system: 'phone', value: 'n/a' }];
      }),
    ),
  },
];
