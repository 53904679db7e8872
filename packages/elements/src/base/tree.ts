/** The element's ancestors, through the shadow roots that enclose it. */
export function* ancestors(element: Element): Generator<Element> {
  let node: Node | null = element.parentNode;
  while (node) {
    if (node instanceof Element) yield node;
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
}

/** `closest`, across shadow roots, from the element itself. */
export function closestAcross(element: Element, selector: string): Element | undefined {
  if (element.matches(selector)) return element;
  for (const ancestor of ancestors(element)) if (ancestor.matches(selector)) return ancestor;
  return undefined;
}
