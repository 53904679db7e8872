import type { TransportOptions } from './options.ts';

/** What the address of a platform is not, and what it is. */
export function checkBaseUrl(baseUrl: unknown): void {
  if (typeof baseUrl !== 'string') {
    throw new TypeError(
      `baseUrl must be the address of the platform, 'https://…', not ${typeof baseUrl}`,
    );
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(baseUrl) && !/^https?:\/\//i.test(baseUrl)) {
    throw new TypeError(`baseUrl must begin with https:// or http://, not '${baseUrl}'`);
  }
  if (/\/v1\/*$/.test(baseUrl)) {
    throw new TypeError(`baseUrl must end before /v1, which the client adds: '${baseUrl}'`);
  }
}

/** The usual mistakes of a first program, told where it makes its client. A key is never quoted. */
export function checked<O extends TransportOptions>(options: O): O {
  const { baseUrl, key } = options;
  checkBaseUrl(baseUrl);
  if (key && !/^pk_[!-~]+$/.test(key)) {
    throw new TypeError(
      'key must be a publishable key as the platform gave it, pk_ and what follows; a token goes into `token`',
    );
  }
  return options;
}
