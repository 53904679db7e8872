import type { Page } from './layout.ts';

/** Sends the reader elsewhere on this server. */
export interface Redirect {
  readonly redirect: string;
  /** Value of the cookie of Pro Santé Connect; empty takes it away. */
  readonly session?: string;
}

export type Reply = Page | Redirect;

/** After an action: the page that shows what it did. */
export function done(path: string, notice: string): Redirect {
  return { redirect: `${path}${path.includes('?') ? '&' : '?'}fait=${notice}` };
}
