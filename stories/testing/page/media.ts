import { shown } from '../../../packages/elements/src/testing/tree.ts';

/** What the tests call in the page. */
export interface Media {
  /** In forced colours: controls without an edge, and states that nothing shows. */
  unseen(): string[];
  /** What moves. */
  moving(): string[];
  /** With texts of twice the size, or with the spaces of WCAG 1.4.12: what is cut, or too wide. */
  cut(how: 'size' | 'spaces'): string[];
  /** On paper: what is dark, and what only a screen needs. */
  wasted(): string[];
}

declare global {
  var media: Media;
}

const all = () =>
  [...shown(document.querySelector('main')!)].filter((each) => each instanceof HTMLElement);

const said = (element: Element) =>
  `${element.localName} « ${(element.textContent ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 60)} »`;

/** Sides with a border that is drawn. */
function edges(element: Element): number {
  const style = getComputedStyle(element);
  return ['top', 'right', 'bottom', 'left'].filter((side) => {
    const line = style.getPropertyValue(`border-${side}-style`);
    return line !== 'none' && parseFloat(style.getPropertyValue(`border-${side}-width`)) >= 1;
  }).length;
}

const underlined = (element: Element) =>
  getComputedStyle(element).textDecorationLine.includes('underline');

const states = ['aria-pressed', 'aria-selected', 'aria-current'];

/** How an element is drawn where grounds are all the same. */
function drawn(element: Element): string {
  const { outline, border, textDecoration, backgroundColor, color } = getComputedStyle(element);
  const { backgroundColor: mark, border: edge } = getComputedStyle(element, '::before');
  return [outline, border, textDecoration, backgroundColor, color, mark, edge].join();
}

function unseen(): string[] {
  const controls = all().filter((each) => each.matches('button, select, textarea, input'));
  const bare = controls.filter(
    (control) =>
      !control.matches('[type=checkbox], [type=radio]') &&
      edges(control) < 2 &&
      !underlined(control),
  );
  const same = states.flatMap((state) => {
    const on = all().filter((each) => each.matches(`[${state}]:not([${state}=false])`));
    return on.filter((each) => {
      const others = [...(each.parentElement?.children ?? [])].filter(
        (other) => other.localName === each.localName && !on.includes(other as HTMLElement),
      );
      return others.some((other) => drawn(other) === drawn(each));
    });
  });
  return [
    ...bare.map((control) => `no edge: ${said(control)}`),
    ...same.map((element) => `not seen to be chosen: ${said(element)}`),
  ];
}

function moving(): string[] {
  const moves = all().filter((element) =>
    [undefined, '::before', '::after'].some((part) => {
      const style = getComputedStyle(element, part);
      const durations = `${style.transitionDuration},${style.animationName === 'none' ? '0s' : style.animationDuration}`;
      return durations.split(',').some((duration) => parseFloat(duration) > 0);
    }),
  );
  return moves.map(said);
}

function wasted(): string[] {
  const dark = all().filter((element) => getComputedStyle(element).colorScheme.includes('dark'));
  const idle = all().filter((element) => element.matches('.skeleton, .no-print'));
  return [
    ...dark.filter((element) => element.shadowRoot).map((element) => `dark: ${element.localName}`),
    ...idle.map((element) => `of no use: ${said(element)}`),
  ];
}

/** Letters that do not fit into what holds them. */
const overflows = (element: HTMLElement): boolean => {
  // Fields scroll; what only a screen reader reads is one pixel wide.
  if (element.matches('input, textarea, select') || element.clientWidth <= 1) return false;
  const { overflowX, overflowY, display } = getComputedStyle(element);
  if (display.startsWith('inline') && !display.includes('-')) return false;
  const clips = overflowX === 'hidden' || overflowX === 'clip';
  const clipsDown = overflowY === 'hidden' || overflowY === 'clip';
  const holds = clips || element.matches('button, label, legend, summary');
  return (
    (holds && element.scrollWidth > element.clientWidth + 1) ||
    (clipsDown && element.scrollHeight > element.clientHeight + 1)
  );
};

function cut(how: 'size' | 'spaces'): string[] {
  const { style } = document.documentElement;
  const spaces = { 'letter-spacing': '0.12em', 'word-spacing': '0.16em', 'line-height': '1.5' };
  const set = how === 'size' ? { 'font-size': '200%' } : spaces;
  for (const [name, value] of Object.entries(set)) style.setProperty(name, value);
  const found = all()
    .filter(
      (element) => !element.matches('.sr, [type=checkbox], [type=radio]') && overflows(element),
    )
    .map((element) => `cut: ${said(element)}`);
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) found.push(`${scrollWidth} px wide`);
  for (const name of Object.keys(set)) style.removeProperty(name);
  return found;
}

globalThis.media = { unseen, moving, cut, wasted };
