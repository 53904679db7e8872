/** The platform of SAS Kit that the pages open and embed. */
export interface PlatformOptions {
  /** Without a slash at the end. */
  readonly url: string;
  /** Of the program itself, as its registry of clients has it. */
  readonly clientId: string;
  readonly clientSecret: string;
}

/** An option that cannot be used; the message names it. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/** @throws {OptionError} that names `--port`. */
export function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new OptionError('--port: a number from 0 to 65535 is expected.');
}

/**
 * Reads `--platform`, and the credentials from `{prefix}_ID` and `{prefix}_SECRET`.
 *
 * @throws {OptionError} that names what cannot be used.
 */
export function readPlatform(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
  prefix: string,
): PlatformOptions {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new OptionError('--platform: an http(s) address is expected.');
  const clientId = environment[`${prefix}_ID`] ?? '';
  const clientSecret = environment[`${prefix}_SECRET`] ?? '';
  if (clientId === '' || clientSecret === '')
    throw new OptionError(`--platform needs ${prefix}_ID and ${prefix}_SECRET.`);
  return { url: text.replace(/\/+$/, ''), clientId, clientSecret };
}
