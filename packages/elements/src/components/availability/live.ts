import type { AsyncTask } from '../../controllers/async-task.ts';
import type { Announcer } from '../../controllers/announcer.ts';
import type { Desk, DeskHost } from './desk/desk.ts';
import type { Answer } from './outcome.ts';

const desks = new WeakMap<Element, Desk>();

/**
 * Whether a search goes on: of a client that streams. The search of `<sas-booking>` is asked once: it is
 * the public's, and a page of visitors holds no connection each.
 */
function goesOn(element: Element, availability: object): boolean {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return 'stream' in availability && host?.localName !== 'sas-booking';
}

/** What a list has that keeps itself up to date; undefined before it is loaded, and where the list has not. */
export function deskOf(element: Element, availability: object): Desk | undefined {
  return goesOn(element, availability) ? desks.get(element) : undefined;
}

/** The same, loaded; undefined for a search that is asked once. */
export function loadDesk(
  element: DeskHost,
  availability: object,
  task: AsyncTask<never[], Answer>,
  announcer: Announcer,
): Promise<Desk> | undefined {
  if (!goesOn(element, availability)) return undefined;
  return import('./desk/desk.ts').then(({ Desk }) => {
    const known = desks.get(element) ?? new Desk(element, task, announcer);
    desks.set(element, known);
    return known;
  });
}
