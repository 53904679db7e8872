import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an address base answers to one question. */
export type AddressAnswer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that speaks as the national address base does. */
export interface TestAddressBase {
  url: string;
  /** Queries that came, oldest first. */
  readonly asked: URLSearchParams[];
  answer: AddressAnswer;
  close(): Promise<void>;
}

/** One address of its collection. */
export function feature(change: Record<string, unknown> = {}, coordinates: unknown = [0.1, 49.5]) {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates },
    properties: {
      label: '12 Rue des Galets 76600 Le Havre',
      score: 0.91,
      id: '76351_2840_00012',
      type: 'housenumber',
      citycode: '76351',
      postcode: '76600',
      city: 'Le Havre',
      ...change,
    },
  };
}

/** Answers with these features. */
export function answering(...features: unknown[]): AddressAnswer {
  return (_request, response) => {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify({ type: 'FeatureCollection', version: 'draft', features }));
  };
}

/** Starts one on a free port; it answers nothing at first. */
export async function startAddressBase(): Promise<TestAddressBase> {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://base.example');
    if (pathname !== '/geocodage/search/') return void response.writeHead(404).end();
    asked.push(searchParams);
    base.answer(request, response);
  });
  const base: TestAddressBase = {
    url: '',
    asked,
    answer: answering(),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  base.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/geocodage`;
  return base;
}
