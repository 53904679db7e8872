import type { ParityCall } from './parity-call.ts';

/** Callers without the credentials or the right. */
export const strangers: readonly ParityCall[] = [
  { as: 'nobody', request: 'GET /healthz', status: 200 },
  { as: 'nobody', request: 'GET /readyz', status: 200 },
  { as: 'nobody', request: 'GET /v1/nothing', status: 404 },
  { as: 'nobody', request: 'PUT /v1/holds', status: 405 },
  { as: 'nobody', request: 'GET /v1/availability?insee=76351', status: 401 },
  { as: 'stranger', request: 'GET /v1/availability?insee=76351', status: 401 },
  { as: 'payer', request: 'GET /v1/availability?insee=76351', status: 403 },
  { as: 'public', request: 'GET /v1/schedules', status: 403 },
  {
    as: 'nobody',
    name: 'a preflight of a page',
    request: 'OPTIONS /v1/holds',
    status: 204,
    headers: { origin: 'https://site.example', 'access-control-request-method': 'POST' },
  },
  {
    as: 'public',
    name: 'a page of another origin',
    request: 'GET /v1/structures',
    status: 200,
    headers: { origin: 'https://site.example' },
  },
];

/** Places, territories, sessions. */
export const reference: readonly ParityCall[] = [
  { as: 'nobody', request: 'GET /v1/territories?limit=2', status: 200 },
  { as: 'nobody', request: 'GET /v1/territories?limit=101', status: 400 },
  { as: 'nobody', request: 'GET /v1/territories?cursor=nonsense', status: 400 },
  { as: 'nobody', request: 'GET /v1/territories/le-havre-fecamp', status: 200 },
  { as: 'nobody', request: 'GET /v1/territories/nowhere', status: 404 },
  { as: 'nobody', request: 'GET /v1/territories/le-havre-fecamp/regime', status: 200 },
  {
    as: 'nobody',
    request: 'GET /v1/territories/le-havre-fecamp/regime?at=2026-11-22T23:00:00%2B01:00',
    status: 200,
  },
  { as: 'nobody', request: 'GET /v1/places?q=Montivilliers', status: 200 },
  { as: 'nobody', request: 'GET /v1/places', status: 400 },
  { as: 'nobody', request: 'GET /v1/specialties?q=p%C3%A9diatre', status: 200 },
  { as: 'regulator', request: 'GET /v1/session', status: 200 },
  { as: 'regulator', request: 'DELETE /v1/session', status: 404 },
];

/** Free slots. */
export const searching: readonly ParityCall[] = [
  { as: 'public', request: 'GET /v1/availability?insee=76351', status: 200 },
  { as: 'regulator', request: 'GET /v1/availability?insee=76351&specialty=SM54', status: 200 },
  { as: 'regulator', request: 'GET /v1/availability?insee=76351&visibility=SNP', status: 200 },
  { as: 'public', request: 'GET /v1/availability?insee=76351&booking=WALKIN', status: 200 },
  { as: 'public', request: 'GET /v1/availability?insee=73065', status: 200 },
  { as: 'public', request: 'GET /v1/availability?insee=76351&colour=blue', status: 400 },
  { as: 'public', request: 'GET /v1/availability?insee=76351&wheelchair=true', status: 403 },
  { as: 'public', request: 'GET /v1/availability?insee=76351&wheelchair=false', status: 200 },
  { as: 'regulator', request: 'GET /v1/availability?insee=76351&open=true', status: 200 },
  {
    as: 'regulator',
    request: 'GET /v1/availability?insee=76351&feeSector=1,2-optam&wheelchair=true&language=pt',
    status: 200,
  },
  { as: 'regulator', request: 'GET /v1/availability?insee=76351&feeSector=none', status: 200 },
  { as: 'public', request: 'GET /v1/availability', status: 400 },
  { as: 'public', request: 'GET /v1/availability?insee=76351&q=Rouen', status: 400 },
  { as: 'public', request: 'GET /v1/availability?insee=99999', status: 422 },
  { as: 'public', request: 'GET /v1/availability?insee=76351&limit=ten', status: 400 },
  { as: 'public', request: 'GET /v1/availability?insee=76351&cursor=nonsense', status: 400 },
  {
    as: 'public',
    request:
      'GET /v1/availability?insee=76351&from=2026-11-24T08:00:00%2B01:00&to=2026-11-28T08:00:00%2B01:00',
    status: 422,
  },
];
