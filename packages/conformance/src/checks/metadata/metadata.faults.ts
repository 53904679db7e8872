import type { Faulty } from '../../testing/faulty.ts';
import { answering, outcome, refusing, withHeaders, withStatus } from '../../testing/spoil.ts';

const resourceOf = (statement: any, type: string): any =>
  statement.rest[0].resource.find((each: any) => each.type === type);

/** Faulty servers of every check of metadata. */
export const METADATA_FAULTS: readonly Faulty[] = [
  {
    check: 'metadata/present',
    name: 'there is none',
    status: 'warning',
    answer: () => outcome(404),
  },
  { check: 'metadata/present', name: 'it fails', answer: () => outcome(500) },
  { check: 'metadata/present', name: 'it is a page', answer: () => new Response('<p>Bonjour</p>') },
  {
    check: 'metadata/elements',
    name: 'format and rest are missing',
    body: (statement) => {
      delete statement.format;
      delete statement.rest;
    },
  },
  {
    check: 'metadata/fhir-version',
    name: 'R5',
    body: (statement) => (statement.fhirVersion = '5.0.0'),
  },
  {
    check: 'metadata/slots',
    name: 'Slot is not listed',
    status: 'warning',
    body: (statement) => (resourceOf(statement, 'Slot').type = 'Basic'),
  },
  {
    check: 'metadata/cpts-slots',
    name: 'the profile is missing',
    status: 'warning',
    body: (statement) => delete resourceOf(statement, 'Slot').supportedProfile,
  },
  {
    check: 'metadata/schedules',
    name: 'Schedule cannot be searched',
    status: 'warning',
    body: (statement) => (resourceOf(statement, 'Schedule').interaction = [{ code: 'read' }]),
  },
  {
    check: 'metadata/accounts',
    name: 'updates are not conditional',
    status: 'warning',
    body: (statement) => delete resourceOf(statement, 'Practitioner').conditionalUpdate,
  },
  {
    check: 'metadata/accept',
    name: 'application/fhir+json is 406',
    answer: (request, sound) =>
      request.headers.get('accept') === 'application/fhir+json' ? outcome(406) : sound(request),
  },
  {
    check: 'metadata/format-parameter',
    name: 'a bare + is read as a space',
    ...refusing(({ url }) => url.includes('fhir+json'), 406),
  },
  {
    check: 'metadata/media-type',
    name: 'application/json',
    status: 'warning',
    ...answering((response) =>
      withHeaders(response, (headers) => headers.set('content-type', 'application/json')),
    ),
  },
  {
    check: 'metadata/media-type',
    name: 'Latin-1',
    ...answering((response) =>
      withHeaders(response, (headers) =>
        headers.set('content-type', 'application/fhir+json; charset=iso-8859-1'),
      ),
    ),
  },
  {
    check: 'metadata/head',
    name: 'HEAD is 405',
    status: 'warning',
    ...refusing(({ method }) => method === 'HEAD', 405),
  },
  {
    check: 'metadata/gzip',
    name: 'compresses whatever is accepted',
    request: (request) => {
      const headers = new Headers(request.headers);
      headers.set('accept-encoding', 'gzip');
      return new Request(request.url, { headers });
    },
  },
  {
    check: 'metadata/gzip',
    name: 'the compressed answer is another one',
    answer: async (request, sound) =>
      request.headers.get('accept-encoding') === 'gzip'
        ? Response.json({ resourceType: 'CapabilityStatement' })
        : sound(request),
  },
  {
    check: 'metadata/etag',
    name: 'If-None-Match is ignored',
    ...answering((response) =>
      response.status === 304 ? Response.json({ resourceType: 'CapabilityStatement' }) : response,
    ),
  },
  {
    check: 'metadata/etag',
    name: 'If-None-Match is always true',
    answer: async (request, sound) => {
      const response = await sound(request);
      return request.headers.has('if-none-match') ? new Response(null, { status: 304 }) : response;
    },
  },
  {
    check: 'metadata/elsewhere',
    name: 'unknown addresses fail',
    ...answering((response) => (response.ok ? response : outcome(500))),
  },
  {
    check: 'metadata/elsewhere',
    name: 'unknown addresses are a page',
    status: 'warning',
    ...answering((response) =>
      response.ok ? response : withStatus(new Response('<p>Introuvable</p>'), 404),
    ),
  },
];
