import type { Faulty } from '../../testing/faulty.ts';
import { bundles, of } from '../../testing/spoil-answers.ts';

/** Answers this status, and nothing, to requests that are not to its taste. */
const refuses = (status: number, when: (request: Request) => boolean): Pick<Faulty, 'answer'> => ({
  answer: (request, sound) => (when(request) ? new Response('', { status }) : sound(request)),
});

const withType = (type: string): Pick<Faulty, 'answer'> => ({
  async answer(request, sound) {
    const { status, body, headers } = await sound(request);
    const changed = new Headers(headers);
    changed.set('content-type', type);
    return new Response(body, { status, headers: changed });
  },
});

let answered = 0;

export const WIRE_FAULTS: readonly Faulty[] = [
  {
    check: 'wire/content-type',
    name: 'application/json',
    status: 'warning',
    ...withType('application/json'),
  },
  {
    check: 'wire/utf8',
    name: 'declares Latin-1',
    ...withType('application/fhir+json; charset=iso-8859-1'),
  },
  {
    check: 'wire/utf8',
    name: 'sends Latin-1',
    async answer(request, sound) {
      const plain = new Request(request);
      plain.headers.delete('accept-encoding');
      const text = (await (await sound(plain)).text()).replace('AUBRY', 'ÉTIENNE');
      return new Response(Buffer.from(text, 'latin1'));
    },
  },
  {
    check: 'wire/stable-ids',
    name: 'new ids for each answer',
    ...bundles((b) => {
      answered += 1;
      for (const slot of of(b, 'Slot')) slot.id += `.${answered}`;
    }),
  },
  {
    check: 'wire/accept-fhir-json',
    name: 'admits application/json+fhir only',
    ...refuses(406, ({ headers }) => headers.get('accept') === 'application/fhir+json'),
  },
  {
    check: 'wire/accept-any',
    name: 'wants a media type',
    ...refuses(406, ({ headers }) => headers.get('accept') === '*/*'),
  },
  { check: 'wire/count', name: 'refuses _count', ...refuses(400, ({ url }) => /_count/.test(url)) },
  {
    check: 'wire/count',
    name: 'counts every resource',
    body(body, { url }) {
      if (url.includes('_count')) body.entry = body.entry.slice(0, 1);
    },
  },
  {
    check: 'wire/order',
    name: 'wants the includes first',
    ...refuses(400, ({ url }) => !url.includes('?_')),
  },
  {
    check: 'wire/escaped',
    name: 'does not decode names',
    ...refuses(400, ({ url }) => url.includes('%3Aiterate')),
  },
  {
    check: 'wire/unknown-parameter',
    name: 'breaks on it',
    ...refuses(500, ({ url }) => url.includes('inconnu')),
  },
  {
    check: 'wire/unknown-parameter',
    name: 'refuses it without a reason',
    ...refuses(400, ({ url }) => url.includes('inconnu')),
  },
  {
    check: 'wire/broken-escape',
    name: 'breaks on it',
    ...refuses(500, ({ url }) => /%zz/.test(url)),
  },
  {
    check: 'wire/odd-identifier',
    name: 'breaks on it',
    ...refuses(500, ({ url }) => /%3B|;/i.test(url)),
  },
  {
    check: 'wire/long-address',
    name: 'refuses it without a reason',
    ...refuses(414, ({ url }) => url.length > 8_000),
  },
];
