import { expect } from '@open-wc/testing';
import { find, shown } from './tree.ts';

const places = (element: HTMLElement): Map<Element, number> =>
  new Map([...shown(element)].map((inside) => [inside, inside.getBoundingClientRect().top]));

/**
 * What an element shows while it waits stays where it is when what it waits for comes: a browser counts a
 * layout shift for each thing that moves, and none for what goes or comes.
 */
export async function expectSteady(
  element: HTMLElement,
  come: () => Promise<unknown>,
): Promise<void> {
  expect(find(element, '.skeleton'), 'it waits').to.exist;
  // From the top of the page, as it is opened: further down the browser itself keeps in place what is read.
  scrollTo(0, 0);
  const before = places(element);
  await come();
  expect(find(element, '.skeleton'), 'it has come').to.equal(null);
  const after = places(element);
  const moved = [...before].filter(([inside, top]) => {
    const now = after.get(inside);
    return now !== undefined && Math.abs(now - top) > 0.5;
  });
  expect(moved.map(([inside]) => inside.outerHTML.slice(0, 120))).to.deep.equal([]);
}
