import type { Faulty } from '../testing/faulty.ts';
import { startPlatform } from '../testing/platform.ts';
import type { Spoiling } from '../testing/server.ts';
import {
  answering,
  type Asked,
  outcome,
  refusing,
  remembering,
  withHeaders,
  withStatus,
} from '../testing/spoil.ts';
import { REFUSALS } from './refusals.ts';

const takesEverything: Spoiling = {
  answer: ({ method }) =>
    Response.json(
      {},
      {
        status: method === 'POST' ? 201 : 200,
        headers: { Location: '/fhir/Appointment/always' },
      },
    ),
};

/** Takes everything, each time as a new one. */
const alwaysNew: Spoiling = {
  answer: () => {
    const Location = `/fhir/Appointment/${crypto.randomUUID()}`;
    return Response.json({}, { status: 201, headers: { Location } });
  },
};

/** Answers 2xx with the message itself, whatever was there before. */
const echoing = answering((response, { body }) =>
  response.ok || response.status === 422
    ? Response.json(body, { status: 200, headers: response.headers })
    : response,
);

const withoutLocation = answering((response) =>
  withHeaders(response, (headers) => headers.delete('location')),
);
const failing = answering((response) => (response.ok ? response : outcome(500)));
const valueIn = ({ text }: Asked): string | undefined => /"value":"([0-9a-f-]{36})/.exec(text)?.[1];

const MESSAGES: readonly (readonly [name: string, fault: string, spoiling: Spoiling])[] = [
  ['create', 'no Location', withoutLocation],
  ['create', '200 for a creation', answering((response) => withStatus(response, 200))],
  ['create-sos', 'pending is refused', refusing(({ body }) => body.status === 'pending')],
  ['create-twice', 'each creation is another one', alwaysNew],
  ['create-twice', 'fails on what is known', failing],
  ['create-if-none-exist', 'each creation is another one', alwaysNew],
  [
    'update',
    'no Location',
    answering((response, { method }) =>
      method === 'PUT' ? withHeaders(response, (headers) => headers.delete('location')) : response,
    ),
  ],
  ['update', 'each update is another one', alwaysNew],
  ['update-capital', 'the capital is unknown', refusing(({ url }) => url.includes('?Identifier='))],
  ['update-twice', 'each update is another one', alwaysNew],
  [
    'put-create',
    'the unknown is 404',
    answering((response, { method }) =>
      method === 'PUT' && response.status === 201 ? outcome(404) : response,
    ),
  ],
  ['put-create', 'each update is another one', alwaysNew],
  ...['booked', 'fulfilled', 'noshow', 'cancelled'].map(
    (status) =>
      [
        `state-${status}`,
        'it is refused',
        refusing(({ method, body }) => method === 'PUT' && body.status === status),
      ] as const,
  ),
  ['late-creation', 'the creation brings it back', echoing],
  ['late-creation', 'a second appointment', alwaysNew],
  [
    'replayed',
    'each update is another one',
    answering((response) =>
      withHeaders(response, (headers) =>
        headers.set('location', `/fhir/Appointment/${crypto.randomUUID()}`),
      ),
    ),
  ],
  [
    'replayed',
    'a cancellation is not the end',
    answering((response, { method, body }) =>
      method === 'PUT' && response.ok
        ? Response.json(
            { ...body, status: 'noshow' },
            { status: response.status, headers: response.headers },
          )
        : response,
    ),
  ],
  ['unknown-editor', 'open to all', takesEverything],
  ['other-editor', 'all editors are one', takesEverything],
  [
    'patient',
    'keeps the patient',
    answering((response, { body }) =>
      Response.json(body, { status: response.status, headers: response.headers }),
    ),
  ],
  [
    'delete',
    '500',
    answering((response, { method }) => (method === 'DELETE' ? outcome(500) : response)),
  ],
  [
    'media-types',
    'application/json+fhir is refused',
    refusing(({ type }) => type === 'application/json+fhir', 415),
  ],
  ['criterion-missing', 'everything is taken', takesEverything],
  [
    'refusal-outcome',
    'refusals are HTML',
    answering((response) =>
      response.ok ? response : new Response('<p>Non</p>', { status: response.status }),
    ),
  ],
  [
    'without-status',
    'stores what it refuses',
    remembering(
      (asked, status) => (status >= 400 ? valueIn(asked) : undefined),
      (asked) => (asked.body.status !== undefined ? valueIn(asked) : undefined),
    ),
  ],
];

const WARNINGS: readonly (readonly [name: string, fault: string, spoiling: Spoiling])[] = [
  [
    'late-update',
    'the last that arrives wins',
    answering((response, asked) =>
      response.ok && asked.method === 'PUT'
        ? Response.json(asked.body, { status: 200, headers: response.headers })
        : response,
    ),
  ],
  [
    'refusal-status',
    '409 for everything',
    answering((response) => (response.ok ? response : outcome(409))),
  ],
  [
    'answer-conforms',
    'the answer has no regulator',
    { body: (appointment) => delete appointment.extension },
  ],
];

const start = (spoiling: Spoiling) => () => startPlatform(spoiling);

/** Faulty platforms for every check of appointments. */
export const APPOINTMENT_FAULTS: readonly Faulty[] = [
  ...MESSAGES.map(([name, fault, spoiling]) => ({
    check: `appointments/${name}`,
    name: fault,
    start: start(spoiling),
  })),
  ...WARNINGS.map(([name, fault, spoiling]) => ({
    check: `appointments/${name}`,
    name: fault,
    status: 'warning' as const,
    start: start(spoiling),
  })),
  ...REFUSALS.filter(({ id }) => !/rubbish|refusal|criterion/.test(id)).map(({ id }) => ({
    check: id,
    name: 'everything is taken',
    start: start(takesEverything),
  })),
  ...REFUSALS.filter(({ id }) => id.includes('rubbish')).map(({ id }) => ({
    check: id,
    name: 'fails on it',
    start: start(failing),
  })),
];
