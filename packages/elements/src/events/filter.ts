/** The reader narrowed or sorted a list. */
export class SasFilterEvent extends Event {
  /** What is chosen, by the name of the filter. What the reader typed is not told. */
  readonly filters: Readonly<Record<string, string>>;
  /** Items left. */
  readonly shown: number;

  constructor(filters: Readonly<Record<string, string>>, shown: number) {
    super('sas-filter', { bubbles: true, composed: true });
    this.filters = filters;
    this.shown = shown;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-filter': SasFilterEvent;
  }
}
