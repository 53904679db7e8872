import type { ParityCall } from './parity-call.ts';

/** News, embedding, tokens. */
export const others: readonly ParityCall[] = [
  {
    as: 'territory-lead',
    request: 'POST /v1/news',
    status: 201,
    body: {
      title: 'Un cabinet fictif ouvre',
      type: 'article',
      published: '2026-11',
      url: 'https://a.example/1',
    },
    keep: { news: 'id', newsTag: 'etag' },
  },
  {
    as: 'territory-lead',
    request: 'POST /v1/news',
    status: 409,
    body: { title: 'Deux', type: 'article', url: 'https://a.example/1' },
  },
  {
    as: 'regulator',
    request: 'POST /v1/news',
    status: 403,
    body: { title: 'Trois', type: 'article' },
  },
  { as: 'nobody', request: 'GET /v1/news?type=article&from=2026-11-10', status: 200 },
  {
    as: 'territory-lead',
    request: 'PATCH /v1/news/<news>',
    status: 200,
    body: { archived: true },
    headers: { 'if-match': '<newsTag>' },
  },
  { as: 'nobody', request: 'GET /v1/news', status: 200, name: 'archived items are left out' },
  {
    as: 'territory-lead',
    request: 'DELETE /v1/news/<news>',
    status: 204,
    headers: { 'if-match': '*' },
  },
  {
    as: 'editor',
    request: 'POST /v1/embed-sessions',
    status: 201,
    body: { element: 'sas-agenda', origin: 'https://agenda.example', nationalId: '810999000014' },
    own: 'expiresAt',
  },
  {
    as: 'editor',
    request: 'POST /v1/embed-sessions',
    status: 400,
    body: { element: 'sas-agenda', origin: 'http://agenda.example', nationalId: '810999000014' },
  },
  {
    as: 'dispatch-software',
    request: 'POST /v1/embed-sessions',
    status: 201,
    body: { element: 'sas-booking', origin: 'https://desk.example', role: 'regulator' },
    own: 'expiresAt',
  },
  {
    as: 'nobody',
    request: 'POST /oauth/token',
    status: 415,
    body: { grant_type: 'client_credentials' },
  },
  {
    as: 'nobody',
    name: 'a client that is not known',
    request: 'POST /oauth/token',
    status: 401,
    body: 'grant_type=client_credentials&client_id=x&client_secret=y',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  },
  {
    as: 'territory-lead',
    request: 'PATCH /v1/territories/le-havre-fecamp',
    status: 428,
    body: { checkedOn: '2026-11-23' },
  },
  { as: 'payer', request: 'GET /v1/audit', status: 403 },
];
