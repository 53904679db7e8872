import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';
import type { Fault } from './conduct.ts';

const MEGABYTE = 1024 * 1024;
/** What `huge` sends, and what a `gzip-bomb` becomes: bytes. */
const HUGE_BYTES = 50 * MEGABYTE;
const BOMB_BYTES = 1024 * MEGABYTE;
const DRIP_MS = 1_000;

const FHIR = { 'content-type': 'application/fhir+json' };
const BUNDLE = '{"resourceType":"Bundle","type":"searchset","total":1,"entry":[';
const FAULTY_SLOT =
  '{"resource":{"resourceType":"Slot","id":"x","status":"free","start":"demain matin"}}]}';

/** Answers badly. What it begins ends with its connection. */
export function misbehave(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
  switch (fault) {
    case 'hang':
      return;
    case 'drip':
      return drip(response);
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'unavailable':
      response.writeHead(503, { ...FHIR, 'retry-after': '120' });
      response.end(
        '{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"transient"}]}',
      );
      return;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Maintenance</title><h1>Nous revenons</h1>');
      return;
    case 'empty':
      response.writeHead(200, FHIR).end();
      return;
    case 'truncated':
      response.writeHead(200, FHIR).end(`${BUNDLE}${FAULTY_SLOT.slice(0, 40)}`);
      return;
    case 'malformed':
      response.writeHead(200, FHIR).end(`${BUNDLE}${FAULTY_SLOT}`);
      return;
    case 'huge':
      response.writeHead(200, FHIR);
      return pour(response, HUGE_BYTES);
    case 'gzip-bomb':
      return bomb(response);
    case 'redirect':
      response.writeHead(302, { location: 'http://192.0.2.1/fhir/Slot' }).end();
  }
}

/** A byte a second, for as long as somebody reads. */
function drip(response: ServerResponse): void {
  response.writeHead(200, FHIR);
  const timer = setInterval(() => response.write(' '), DRIP_MS);
  response.once('close', () => clearInterval(timer));
}

/** Spaces before a Bundle, no faster than they are taken. */
function pour(target: NodeJS.WritableStream, bytes: number): void {
  const piece = Buffer.alloc(64 * 1024, ' ');
  let left = bytes;
  const more = (): void => {
    while (left > 0) {
      left -= piece.length;
      if (!target.write(piece)) {
        target.once('drain', more);
        return;
      }
    }
    target.end(`${BUNDLE}${FAULTY_SLOT}`);
  };
  more();
}

function bomb(response: ServerResponse): void {
  response.writeHead(200, { ...FHIR, 'content-encoding': 'gzip' });
  const zipped = createGzip({ level: 9 });
  zipped.pipe(response);
  response.once('close', () => zipped.destroy());
  pour(zipped, BOMB_BYTES);
}
