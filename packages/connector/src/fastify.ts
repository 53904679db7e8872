import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from './handler.ts';
import { serveNode } from './node.ts';

/** What is used of Fastify; its own types fit. */
export interface FastifyLike {
  readonly prefix: string;
  removeAllContentTypeParsers(): unknown;
  addContentTypeParser(
    type: string,
    parser: (request: unknown, payload: unknown, done: (error: null) => void) => void,
  ): unknown;
  all(
    path: string,
    handler: (
      request: { readonly raw: IncomingMessage },
      reply: { readonly raw: ServerResponse; hijack(): unknown },
    ) => Promise<void>,
  ): unknown;
}

/**
 * A plugin for Fastify: `app.register(fastifyPlugin(connector.handle), { prefix: '/fhir' })`. Its
 * content type parsers are the plugin's own: the connector reads the body itself.
 */
export function fastifyPlugin(handle: Handler): (instance: FastifyLike) => Promise<void> {
  return async (instance) => {
    instance.removeAllContentTypeParsers();
    instance.addContentTypeParser('*', (_request, _payload, done) => done(null));
    instance.all('/*', async ({ raw: request }, reply) => {
      reply.hijack();
      const path = (request.url ?? '/').slice(instance.prefix.length);
      await serveNode(handle, request, reply.raw, path);
    });
  };
}
