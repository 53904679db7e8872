import type { ReactiveElement } from 'lit';

/**
 * Focus goes to what is new, once it is drawn: by keyboard alone nobody looks for it. With the heading of a
 * pane is read what its reader has to know at once: `.said`, with an id.
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
  const said = host.renderRoot.querySelector('.said');
  if (said && element.matches('.step')) element.setAttribute('aria-describedby', said.id);
  element.focus();
  // With its heading the pane comes into sight: what is about to be recorded, and the button that does it.
  const pane = block === 'nearest' && element.matches('.step') ? element.closest('.pane') : null;
  (pane ?? element).scrollIntoView({ block });
}
