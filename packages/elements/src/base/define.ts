import { warn } from './warn.ts';

/** Registers an element. A page that loads two copies keeps the first. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag)) warn(`<${tag}> is already defined; this copy is not used.`);
  else customElements.define(tag, element);
}
