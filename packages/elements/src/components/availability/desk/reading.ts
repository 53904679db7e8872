import type { Reading, Shown } from './settle.ts';
import { nothingRead } from './settle.ts';

const beforeFold = (element: Element | null): boolean =>
  element !== null && element.getBoundingClientRect().top < innerHeight;

/** Elements of the cards, in the order in which they stand. */
const elementsOf = (root: ParentNode): Element[] => [...root.querySelectorAll('.desk .card')];

/**
 * What the reader may be looking at or about to press: everything down to the end of the window, and to
 * the card that has the focus or the pointer.
 */
export function readingOf(
  root: ShadowRoot,
  { free, others }: Shown,
): Pick<Reading, 'pinned' | 'open'> {
  const desk = root.querySelector('.desk');
  if (!desk?.checkVisibility()) return nothingRead;
  const elements = elementsOf(root);
  const focused = root.activeElement?.closest('.card');
  const last = elements.findLastIndex(
    (card) => beforeFold(card) || card === focused || card.matches(':hover'),
  );
  const ids = [...free, ...others].map(({ id }) => id);
  const pinned = new Set(ids.slice(0, last + 1));
  // Below the list itself: what stands under it in the element, then the end of the element.
  const below = !beforeFold(root.querySelector('.desk .more')) && !endsBeforeFold(desk);
  const aboveOthers = !beforeFold(root.querySelector('.desk .others-title'));
  const pinsOthers = others.some(({ id }) => pinned.has(id));
  return { pinned, open: { free: below && aboveOthers && !pinsOthers, others: below } };
}

const endsBeforeFold = (element: Element): boolean =>
  element.getBoundingClientRect().bottom < innerHeight;
