import type { ReactiveElement } from 'lit';

/**
 * Focus goes to what is new, once it is drawn: by keyboard alone nobody looks for it.
 *
 * @param block - where it comes to stand; default, it moves no further than into sight
 */
export async function focusOn(
  host: ReactiveElement,
  selector: string,
  block: ScrollLogicalPosition = 'nearest',
): Promise<void> {
  await host.updateComplete;
  const element = host.renderRoot.querySelector<HTMLElement>(selector);
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
  element.scrollIntoView({ block });
}
