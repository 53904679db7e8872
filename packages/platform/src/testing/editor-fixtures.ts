import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeBundle } from '@sas-kit/fhir';

/** A practitioner of the sample below. */
export const SAMPLE_PRACTITIONER = '810999001000';

/** An answer of an editor with one slot of one practitioner. */
export const SAMPLE_BUNDLE = JSON.stringify(
  writeBundle(
    'ps',
    {
      practitioners: [
        { id: 'p', nationalId: SAMPLE_PRACTITIONER, family: 'Exemple', given: 'Camille' },
      ],
      places: [
        { id: 'l', line: '1 rue de la Démonstration', postalCode: '76600', city: 'Le Havre' },
      ],
      slots: [
        {
          id: 's',
          practitioner: 'p',
          place: 'l',
          start: '2026-11-23T09:20:00.000+01:00',
          end: '2026-11-23T09:40:00.000+01:00',
          visibility: ['PUBLIC'],
          modalities: ['AMB'],
          booking: 'ROUTINE',
          url: 'https://agenda.example/p',
        },
      ],
    },
    {
      baseUrl: 'https://editor.example/fhir',
      selfUrl: 'https://editor.example/fhir/Slot?status=free',
      identifierSystem: 'https://editor.example/ids',
    },
  ).resource,
);

/** How an editor answers one request. */
export type EditorConduct = (response: ServerResponse, request: IncomingMessage) => void;

/** Answers a text with status 200. */
export function says(body: string | Buffer, headers: Record<string, string> = {}): EditorConduct {
  return (response) => response.writeHead(200, headers).end(body);
}

/** Starts an editor that answers so. */
export async function startEditor(conduct: EditorConduct) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    conduct(response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server,
    /** Base of its FHIR interface. */
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`,
    requests: () => requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
