/** The first element that matches, in a tree and the shadow trees inside it. */
export function find<E extends HTMLElement>(
  root: Element | ShadowRoot,
  selector: string,
): E | null {
  const tree = root instanceof Element ? (root.shadowRoot ?? root) : root;
  const here = tree.querySelector<E>(selector);
  if (here) return here;
  for (const element of tree.querySelectorAll('*')) {
    const inside: E | null = element.shadowRoot && find<E>(element.shadowRoot, selector);
    if (inside) return inside;
  }
  return null;
}

/** The same, which must be there. */
export function get<E extends HTMLElement = HTMLElement>(root: Element, selector: string): E {
  const found = find<E>(root, selector);
  if (!found) throw new Error(`${selector} is not there: ${textOf(root)}`);
  return found;
}

/** How long something may be awaited before a test fails: less than a test may take. */
export const patience = { milliseconds: 50_000 };

/** Waits until a condition holds, frame by frame. */
export async function when(holds: () => boolean, what: string): Promise<void> {
  const end = performance.now() + patience.milliseconds;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`${what}: did not come`);
    await new Promise(requestAnimationFrame);
  }
}

/** Waits until it is there. */
export async function until<E extends HTMLElement = HTMLElement>(
  root: Element,
  selector: string,
): Promise<E> {
  await when(() => find(root, selector) !== null, selector);
  return get<E>(root, selector);
}

/** Waits until a text is shown, whatever white space is in it. */
export async function untilText(root: Element, text: string): Promise<void> {
  const wanted = text.replace(/\s+/g, ' ');
  await when(() => textOf(root).includes(wanted), `« ${text} »`);
}

/** Elements that are rendered, in reading order, shadow trees included. */
export function* shown(root: Element | ShadowRoot): Generator<Element> {
  const tree = root instanceof Element ? (root.shadowRoot ?? root) : root;
  for (const element of tree.children) {
    if (!element.checkVisibility()) continue;
    yield element;
    yield* shown(element);
  }
}

/** What is rendered, as one line of text. */
export function textOf(root: Element): string {
  return ownTexts(root).join('').replace(/\s+/g, ' ').trim();
}

function ownTexts(root: Element | ShadowRoot): string[] {
  const tree = root instanceof Element ? (root.shadowRoot ?? root) : root;
  return [...tree.childNodes].flatMap((node) => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element) || !node.checkVisibility()) return [];
    const inline = getComputedStyle(node).display.startsWith('inline');
    return inline ? ownTexts(node) : [' ', ...ownTexts(node), ' '];
  });
}

/** The element that has focus, through shadow trees. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Presses the button with this text. */
export function press(root: Element, text: string): void {
  const buttons = [...shown(root)].filter((element) => element.matches('button'));
  const found = buttons.find((button) => textOf(button) === text) as HTMLElement | undefined;
  if (!found) throw new Error(`no button « ${text} »: ${buttons.map(textOf).join(' | ')}`);
  found.click();
}

/** Types into a field as a person does. */
export function type(root: Element, selector: string, text: string): void {
  const input = get<HTMLInputElement>(root, selector);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}
