import type { Request, Response } from 'express';

const NAME = 'pro-sante-connect';

/** Value of the cookie of the session; empty without one. */
export function sessionOf({ headers }: Request): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1) ?? '';
}

export function setSession(response: Response, token: string): void {
  response.cookie(NAME, token, { httpOnly: true, sameSite: 'lax', path: '/' });
}
