import type { ServerResponse } from 'node:http';

/**
 * Calls once a response is over, whether it was sent or its connection broke; at once where it is over already,
 * as it may be after anything that was waited for.
 */
export function whenClosed(
  response: Pick<ServerResponse, 'closed' | 'once'>,
  listener: () => void,
): void {
  if (response.closed) listener();
  else response.once('close', listener);
}
