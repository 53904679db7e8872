import type { Handler } from './handler.ts';

/** A handler for Hono: `app.all('/fhir/*', honoHandler(connector.handle))`. */
export function honoHandler(
  handle: Handler,
): (context: { readonly req: { readonly raw: Request } }) => Promise<Response> {
  return async ({ req }) => handle(req.raw);
}
