const bodies = new WeakMap<Response, string | Uint8Array>();

/**
 * Remembers the body that a response was made of. An adapter that finds it here sends it in one piece;
 * through the stream of the response a large answer costs as much again.
 */
export function withWholeBody(response: Response, body: string | Uint8Array): Response {
  bodies.set(response, body);
  return response;
}

/** The body of a response in one piece, if it was made here. */
export function wholeBodyOf(response: Response): string | Uint8Array | undefined {
  return response.bodyUsed ? undefined : bodies.get(response);
}
