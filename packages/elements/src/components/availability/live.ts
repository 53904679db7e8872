import type { Desk } from './desk/desk.ts';

/** What a list has that keeps itself up to date. */
export interface Live {
  readonly Desk: typeof Desk;
}

/**
 * The part of a search that goes on, for a client that streams. The search of `<sas-booking>` is asked
 * once: it is the public's, and a page of visitors holds no connection each.
 */
export function liveOf(element: Element, availability: object): Promise<Live> | undefined {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  if (!('stream' in availability) || host?.localName === 'sas-booking') return undefined;
  return import('./desk/desk.ts');
}
