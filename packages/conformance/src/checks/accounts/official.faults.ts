import type { Faulty } from '../../testing/faulty.ts';
import { answering, outcome, refusing, remembering, withStatus } from '../../testing/spoil.ts';
import { REFUSED } from './incomplete.ts';
import { identifierOf, isTechnical, takesEverything, valueIn } from './spoilings.faults.ts';

const UUID = /^[0-9a-f-]{36}$/;

/** Faulty servers of the official checks. */
export const OFFICIAL_FAULTS: readonly Faulty[] = [
  {
    check: 'accounts/create-national',
    name: 'national identifiers are refused',
    ...refusing((asked) => asked.method === 'POST' && !isTechnical(asked)),
  },
  {
    check: 'accounts/create-national',
    name: 'a creation answers 200',
    ...answering((response) => withStatus(response, 200)),
  },
  {
    check: 'accounts/create-technical',
    name: 'technical identifiers are refused',
    ...refusing(isTechnical),
  },
  { check: 'accounts/create-twice', name: 'everything is taken', ...takesEverything },
  {
    check: 'accounts/disable',
    name: 'nothing can be disabled',
    ...refusing(({ body }) => body.active === false),
  },
  {
    check: 'accounts/enable',
    name: 'nothing can be enabled again',
    ...refusing(({ method, body }) => method === 'PUT' && body.active === true),
  },
  {
    check: 'accounts/change-email',
    name: 'PUT does not exist',
    ...refusing(({ method }) => method === 'PUT', 405),
  },
  {
    check: 'accounts/change-identifier',
    name: 'criterion and body must agree',
    ...refusing(
      (asked) =>
        asked.method === 'PUT' &&
        !decodeURIComponent(asked.url).endsWith(identifierOf(asked).value),
    ),
  },
  {
    check: 'accounts/swapped-systems',
    name: 'a technical identifier must be a UUID',
    ...refusing((asked) => isTechnical(asked) && !UUID.test(identifierOf(asked).value)),
  },
  {
    check: 'accounts/change-family',
    name: 'a family name never changes',
    ...refusing(({ body }) => /-modif$/.test(body.name?.[0]?.family)),
  },
  {
    check: 'accounts/change-given',
    name: 'a given name never changes',
    ...refusing(({ body }) => /-modif$/.test(body.name?.[0]?.given?.[0])),
  },
  {
    check: 'accounts/put-create',
    name: 'PUT of the unknown is 404',
    ...answering((response, { method }) =>
      method === 'PUT' && response.status === 201 ? outcome(404) : response,
    ),
  },
  {
    check: 'accounts/take-over',
    name: 'an identifier is never used again',
    ...remembering(
      ({ body, method }) => (method === 'PUT' ? body.identifier?.[0]?.value : undefined),
      (asked) =>
        asked.method === 'PUT' && asked.url.includes('213.3.6') ? valueIn(asked) : undefined,
    ),
  },
  {
    check: 'accounts/take-over',
    name: 'inactive accounts are not created',
    ...answering((response, { method, body }) =>
      method === 'PUT' && body.active === false && response.status === 201
        ? outcome(404)
        : response,
    ),
  },
  ...REFUSED.map(({ id }) => ({ check: id, name: 'everything is taken', ...takesEverything })),
  {
    check: 'accounts/create-without-name',
    name: 'refuses with 500',
    status: 'warning',
    ...answering((response) => (response.ok ? response : outcome(500))),
  },
  {
    check: 'accounts/create-without-name',
    name: 'refuses with a stack trace',
    ...answering((response) =>
      response.ok
        ? response
        : new Response('TypeError: x\n    at save (/srv/accounts.js:12:7)', { status: 422 }),
    ),
  },
  {
    check: 'accounts/update-without-name',
    name: 'loses the account of a refused update',
    ...remembering(
      ({ method, url }, status) => (method === 'PUT' && status >= 400 ? url : undefined),
      ({ url }) => url,
    ),
  },
];
