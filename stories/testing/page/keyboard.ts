import { focused, shown } from '../../../packages/elements/src/testing/tree.ts';

/** An element of the story. */
export interface Place {
  /** Number of the element on this page, -1 outside of the story. */
  id: number;
  name: string;
}

/** Where the focus is. */
export interface Stop extends Place {
  /** What is wrong with it, as seen. */
  faults: string[];
}

/** What a walk has to visit. */
export interface Route {
  /** Each is reached by Tab. */
  stops: Place[];
  /** Groups with one tab stop; their parts are reached by arrow keys. */
  composites: { name: string; stop: number; parts: Place[] }[];
  /** A modal dialog keeps the focus until it is closed. */
  modal: boolean;
}

/** What the tests call in the page. */
export interface Keyboard {
  /** Puts the focus before the story and answers what is to be visited. */
  start(): Route;
  here(): Stop;
  focus(id: number): void;
  /** Names of the pop-ups that are open. */
  open(): string[];
  /** Puts the focus into the last of them. */
  enterPopup(): void;
}

declare global {
  var keyboard: Keyboard;
}

const interactive =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [contenteditable], [tabindex]';
const focusable = 'button, a[href], input, select, textarea, [tabindex]';
const composite =
  '[role=grid], [role=tablist], [role=menu], [role=radiogroup], [role=toolbar], [role=tree]';
const popup =
  'dialog[open], [role=dialog], [role=alertdialog], [aria-haspopup][aria-expanded=true], [role=combobox][aria-expanded=true]';

const ids = new WeakMap<Element, number>();
const elements: HTMLElement[] = [];
const looks = new WeakMap<Element, string>();

function idOf(element: HTMLElement): number {
  const known = ids.get(element);
  if (known !== undefined) return known;
  ids.set(element, elements.length);
  elements.push(element);
  return elements.length - 1;
}

function nameOf(element: Element): string {
  const id = element.id === '' ? '' : `#${element.id}`;
  const text = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return `${element.localName}${id} « ${text.replaceAll(/\s+/g, ' ').trim().slice(0, 60)} »`;
}

const placeOf = (element: HTMLElement): Place => ({ id: idOf(element), name: nameOf(element) });

const canvas = () => document.querySelector('main')!;

/** The parent across a shadow root. */
const above = (element: Element): Element | null =>
  element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;

function groupOf(element: Element): Element | null {
  for (let at: Element | null = element; at; at = above(at)) if (at.matches(composite)) return at;
  return null;
}

const usable = (element: HTMLElement): boolean =>
  !element.matches(':disabled') &&
  element.closest('[inert]') === null &&
  element.checkVisibility({ visibilityProperty: true }) &&
  element.getClientRects().length > 0;

const modalIn = (root: Element): Element | undefined =>
  [...shown(root)].find((element) => element.matches(':modal'));

/** Of a group of native radio buttons, only one is a tab stop. */
function radioGroup(element: HTMLElement): string | undefined {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return undefined;
  return element.name;
}

/** How an element, and what stands for it, is drawn where the focus may show. */
function lookOf(element: Element): string {
  const drawn = [
    element,
    element.closest('label'),
    element.nextElementSibling,
    element.parentElement,
  ];
  return drawn
    .filter((each) => each !== null)
    .map((each) => {
      const style = getComputedStyle(each);
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor } = style;
      return [
        outlineStyle === 'none' ? 'none' : `${outlineStyle} ${outlineWidth} ${outlineColor}`,
        boxShadow,
        backgroundColor,
        style.borderTopColor,
      ].join();
    })
    .join(';');
}

function faultsOf(element: HTMLElement): string[] {
  const faults: string[] = [];
  if (looks.get(element) === lookOf(element)) faults.push('its focus is not seen');
  const { top, bottom, left, right } = element.getBoundingClientRect();
  if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth)
    faults.push('it is outside of the window');
  return faults;
}

function guard(className: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`.${className}`);
  if (found) return found;
  const button = document.createElement('button');
  button.className = className;
  button.textContent = className;
  if (className === 'before') document.body.prepend(button);
  else document.body.append(button);
  return button;
}

function start(): Route {
  const before = guard('before');
  guard('after');
  before.focus();
  const modal = modalIn(canvas());
  const all = [...shown(modal ?? canvas())].filter(
    (element): element is HTMLElement => element instanceof HTMLElement && usable(element),
  );
  const stops = new Map<string | HTMLElement, HTMLElement>();
  const groups = new Map<Element | string, HTMLElement[]>();
  for (const element of all) {
    const radios = radioGroup(element);
    if (radios !== undefined) {
      groups.set(radios, [...(groups.get(radios) ?? []), element]);
      if (!stops.has(radios) || (element as HTMLInputElement).checked) stops.set(radios, element);
    } else if (element.matches(interactive) && element.tabIndex >= 0) {
      stops.set(element, element);
    }
    const group = groupOf(element);
    if (group && group !== element && element.matches(focusable) && radios === undefined)
      groups.set(group, [...(groups.get(group) ?? []), element]);
  }
  for (const element of all) looks.set(element, lookOf(element));
  const tabbed = new Set(stops.values());
  return {
    modal: modal !== undefined,
    stops: [...stops.values()].map(placeOf),
    composites: [...groups].flatMap(([group, members]) => {
      const stop = members.find((member) => tabbed.has(member));
      const name = typeof group === 'string' ? `radios ${group}` : nameOf(group);
      if (members.every((member) => tabbed.has(member))) return [];
      return [{ name, stop: stop ? idOf(stop) : -1, parts: members.map(placeOf) }];
    }),
  };
}

function here(): Stop {
  const element = focused();
  if (!(element instanceof HTMLElement) || element === document.body)
    return { id: -1, name: 'nothing', faults: [] };
  if (element.matches('.before, .after')) return { id: -1, name: element.className, faults: [] };
  return { id: idOf(element), name: nameOf(element), faults: faultsOf(element) };
}

const openPopups = () => [...shown(canvas())].filter((element) => element.matches(popup));

globalThis.keyboard = {
  start,
  here,
  focus: (id) => elements[id]?.focus(),
  open: () => openPopups().map(nameOf),
  enterPopup: () => {
    const last = openPopups().at(-1) as HTMLElement | undefined;
    const inside =
      last &&
      [last, ...shown(last)].find(
        (element) =>
          element instanceof HTMLElement && element.matches(interactive) && usable(element),
      );
    (inside as HTMLElement | undefined)?.focus();
  },
};
