import { warn } from '../base/warn.ts';

/** After so many milliseconds without an answer, nobody answers. */
const patience = 10_000;

/** A file that was not read. */
export class StaticFileError extends Error {
  override name = 'StaticFileError';
  /** As the client's: nobody answered, no such file, not JSON or not what it should be, abroad. */
  readonly code:
    | 'connection'
    | 'timeout'
    | 'not-found'
    | 'rate-limited'
    | 'unavailable'
    | 'invalid-response'
    | 'other-site';

  constructor(code: StaticFileError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Reads JSON that anybody may read: a file, or what a platform gives without credentials.
 *
 * @param src - the address as the page gives it, for the console
 * @throws {StaticFileError}
 */
export async function readJson(
  src: string,
  address: URL,
  signal: AbortSignal,
  init: RequestInit,
): Promise<unknown> {
  const deadline = AbortSignal.timeout(patience);
  // Browsers before 2024 have no `any`: there it is the reader who loses patience.
  const either = (AbortSignal as Partial<typeof AbortSignal>).any?.([signal, deadline]) ?? signal;
  try {
    const response = await fetch(address, { ...init, signal: either });
    if (!response.ok) throw faultOf(codeOf(response), src, `answers ${response.status}.`);
    return JSON.parse(await response.text()) as unknown;
  } catch (cause) {
    if (signal.aborted || cause instanceof StaticFileError) throw cause;
    if (cause instanceof SyntaxError) throw faultOf('invalid-response', src, 'is not JSON.');
    const code = deadline.aborted ? 'timeout' : 'connection';
    throw new StaticFileError(code, `${src} was not reached`, { cause });
  }
}

function codeOf({ status }: Response): StaticFileError['code'] {
  if (status === 429) return 'rate-limited';
  return status < 500 ? 'not-found' : 'unavailable';
}

/** The fault that an integrator made, told in the console too. */
export function faultOf(
  code: StaticFileError['code'],
  src: string,
  problem: string,
): StaticFileError {
  warn(`${src} ${problem}`);
  return new StaticFileError(code, `${src} ${problem}`);
}
