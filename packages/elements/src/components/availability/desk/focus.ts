/** Focuses what is no stop of the Tab key: what took the place of a button that has gone. */
export function focusText(element: HTMLElement | null | undefined): void {
  if (!element) return;
  element.tabIndex = -1;
  element.focus();
}
