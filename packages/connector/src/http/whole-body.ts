const encoder = new TextEncoder();

/** What a response is made of: a text, or its bytes in pieces. */
export type Body = string | readonly Uint8Array[];

const bodies = new WeakMap<Response, Body>();

/**
 * Remembers the body that a response was made of. An adapter that finds it here sends it as it lies;
 * through the stream of the response a large answer costs as much again.
 */
export function withWholeBody(response: Response, body: Body): Response {
  bodies.set(response, body);
  return response;
}

/** The body of a response as it was made here, if it was and nobody has read it. */
export function wholeBodyOf(response: Response): Body | undefined {
  return response.bodyUsed ? undefined : bodies.get(response);
}

/** Length of a body in UTF-8, bytes. */
export function byteLengthOf(body: Body): number {
  if (typeof body === 'string') return encoder.encode(body).byteLength;
  return body.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
