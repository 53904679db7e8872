import type { Faulty } from '../../testing/faulty.ts';
import {
  answering,
  outcome,
  refusing,
  remembering,
  withHeaders,
  withStatus,
} from '../../testing/spoil.ts';
import { OFFICIAL_FAULTS } from './official.faults.ts';
import { RUBBISH_CHECKS } from './rubbish.ts';
import {
  identifierOf,
  isTechnical,
  takesEverything,
  valueIn,
  withoutLocation,
} from './spoilings.faults.ts';

const RULES: readonly Faulty[] = [
  { check: 'accounts/create-location', name: 'no Location', ...withoutLocation },
  {
    check: 'accounts/create-location',
    name: 'a Location of something else',
    ...answering((response) =>
      withHeaders(response, (headers) => headers.set('location', '/accounts/5')),
    ),
  },
  { check: 'accounts/update-location', name: 'no Location', ...withoutLocation },
  {
    check: 'accounts/update-location',
    name: '202 instead of 200',
    ...answering((response, { method }) =>
      method === 'PUT' ? withStatus(response, 202) : response,
    ),
  },
  { check: 'accounts/put-create-location', name: 'no Location', ...withoutLocation },
  {
    check: 'accounts/update-idempotent',
    name: 'each update is another account',
    ...answering((response) =>
      withHeaders(response, (headers) =>
        headers.set('location', `/fhir/Practitioner/${crypto.randomUUID()}`),
      ),
    ),
  },
  {
    check: 'accounts/put-create-twice',
    name: 'PUT always creates',
    ...answering((response, { method }) =>
      method === 'PUT' ? withStatus(response, 201) : response,
    ),
  },
  { check: 'accounts/put-create-duplicate', name: 'everything is taken', ...takesEverything },
  { check: 'accounts/update-duplicate', name: 'everything is taken', ...takesEverything },
  {
    check: 'accounts/convert-to-national',
    name: 'the technical identifier stays taken',
    ...remembering(
      (asked) => (isTechnical(asked) ? identifierOf(asked).value : undefined),
      (asked) => (asked.method === 'POST' ? identifierOf(asked).value : undefined),
    ),
  },
  {
    check: 'accounts/body-id-ignored',
    name: 'the id of the body is taken',
    ...answering((response, { body }) =>
      withHeaders(response, (headers) => headers.set('location', `/fhir/Practitioner/${body.id}`)),
    ),
  },
  {
    check: 'accounts/create-rpps',
    name: 'RPPS are refused',
    ...refusing((asked) => /^8\d{11}$/.test(identifierOf(asked).value)),
  },
  { check: 'accounts/concurrent-creation', name: 'everything is taken', ...takesEverything },
];

const ANSWERS: readonly Faulty[] = [
  {
    check: 'accounts/refusal-outcome',
    name: 'refusals are HTML',
    ...answering((response) =>
      response.ok ? response : new Response('<p>Non</p>', { status: response.status }),
    ),
  },
  {
    check: 'accounts/refusal-outcome',
    name: 'refusals give no reason',
    ...answering(({ ok, status }, { method }) =>
      ok && method === 'POST'
        ? Response.json({}, { status })
        : Response.json(
            { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'invalid' }] },
            { status: 422 },
          ),
    ),
  },
  {
    check: 'accounts/refusal-status',
    name: '409 for everything',
    status: 'warning',
    ...answering((response) => (response.ok ? response : outcome(409))),
  },
  {
    check: 'accounts/refusal-status',
    name: '409 where 422 is declared',
    config: (config) => ({ ...config, policy: { rule: [422] } }),
    ...answering((response) => (response.ok ? response : outcome(409))),
  },
  {
    check: 'accounts/nothing-stored',
    name: 'a refused account is stored',
    ...remembering(valueIn, ({ method, body, text }) =>
      method === 'POST' && body.active !== undefined
        ? /"value":"([^"\\]+)/.exec(text)?.[1]
        : undefined,
    ),
  },
  { check: 'accounts/criterion-missing', name: 'everything is taken', ...takesEverything },
  {
    check: 'accounts/delete',
    name: '500',
    ...answering((response, { method }) => (method === 'DELETE' ? outcome(500) : response)),
  },
  {
    check: 'accounts/media-types',
    name: 'application/json+fhir is refused',
    ...refusing(({ type }) => type === 'application/json+fhir', 415),
  },
  {
    check: 'accounts/answer-conforms',
    name: 'the answer has no name',
    status: 'warning',
    rule: 'accounts/answer-conforms',
    body: (body) => delete body.name,
  },
  {
    check: 'accounts/official-example',
    name: 'meta.source is required',
    status: 'warning',
    ...refusing(({ method, body }) => method === 'POST' && body.meta?.source === undefined),
  },
  {
    check: 'accounts/disable-all',
    name: 'nothing can be disabled',
    ...refusing(({ body }) => body.active === false),
  },
];

const RUBBISH: readonly Faulty[] = [
  ...RUBBISH_CHECKS.map(({ id }) => ({
    check: id,
    name: 'fails on it',
    ...answering((response) => (response.ok ? response : outcome(500))),
  })),
  {
    check: 'accounts/rubbish-list',
    name: 'stores what it refuses',
    ...remembering(
      (asked, status) => (status >= 400 ? valueIn(asked) : undefined),
      ({ body }) => body.identifier?.[0]?.value,
    ),
  },
  { check: 'accounts/rubbish-other-resource', name: 'everything is taken', ...takesEverything },
  {
    check: 'accounts/rubbish-five-megabytes',
    name: 'everything is taken',
    status: 'warning',
    ...takesEverything,
  },
  {
    check: 'accounts/rubbish-not-json',
    name: 'shows its inside',
    ...answering((response) =>
      response.ok
        ? response
        : new Response('SyntaxError\n at JSON.parse (node:internal/x:1:2)', { status: 400 }),
    ),
  },
];

/** Faulty servers of every check of accounts. */
export const ACCOUNT_FAULTS: readonly Faulty[] = [
  ...OFFICIAL_FAULTS,
  ...RULES,
  ...ANSWERS,
  ...RUBBISH,
];
