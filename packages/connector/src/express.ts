import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from './handler.ts';
import { serveNode } from './node.ts';

/**
 * A handler for Express: `app.use('/fhir', expressHandler(connector.handle))`, before any body parser.
 */
export function expressHandler(
  handle: Handler,
): (request: IncomingMessage, response: ServerResponse, next: (error: unknown) => void) => void {
  return (request, response, next) => {
    // Express takes the path where it is mounted off `url`.
    serveNode(handle, request, response, request.url).catch(next);
  };
}
