/** A web-standard handler: what `connector.handle` is and what the adapters take. */
export type Handler = (request: Request) => Promise<Response> | Response;
