/** Attributes that every element has, declared or not. */
const common = ['base-url', 'key', 'publishable-key', 'lang'];

/**
 * Puts an element into the `<div data-sas="…">` that asks for it: `data-*` become its attributes, and
 * what the `<div>` holds goes between its tags. Does nothing while the tag is not defined, or when the
 * element is there already.
 *
 * Only attributes that the element declares pass. A content filter that takes `onclick` away lets
 * `data-onclick` through: it must not come back as the former.
 */
export function mount(host: Element, tag: string): void {
  const definition = customElements.get(tag) as
    (CustomElementConstructor & { observedAttributes?: readonly string[] }) | undefined;
  if (!definition || host.firstElementChild?.localName === tag) return;
  const declared = [...common, ...(definition.observedAttributes ?? [])];
  const element = document.createElement(tag);
  for (const name of declared) {
    const value = host.getAttribute(`data-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
  element.append(...host.childNodes);
  host.append(element);
}
